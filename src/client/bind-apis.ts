import { APIS } from './apis.js';
import { BackendApiClient } from './backend-api-client.js';
import { type CallOptions, withCallOptions } from './call-options.js';
import type { Connection } from './connection.js';
import { notingEndings } from './ending-calls.js';
import { machineTokenEndings } from './machine-token-endings.js';
import { createSend } from './send.js';

/** The names of a client's APIs. */
export const API_NAMES: readonly string[] = Object.keys(APIS);

/**
 * Gives a client its APIs, each made when it is first asked for: there are hundreds of methods, and a
 * client that lives for one tenant or one call uses a few.
 *
 * @param client An object of the class of clients, still without any.
 * @param connection Where its calls go, and how.
 */
export function bindApis<Client extends BackendApiClient>(
  client: Client,
  connection: Connection,
): Client {
  const send = notingEndings(createSend(connection), machineTokenEndings);
  for (const [name, bindApi] of Object.entries(APIS)) {
    const get = (): unknown => {
      const api = bindApi(send, connection);
      Object.defineProperty(client, name, { value: api });
      return api;
    };
    Object.defineProperty(client, name, { configurable: true, enumerable: true, get });
  }
  const withOptions = (options: CallOptions) =>
    bindApis(blankClient(), withCallOptions(connection, options));
  return Object.defineProperty(client, 'with', { enumerable: true, value: withOptions });
}

/** A client before it has been given its APIs. */
export function blankClient(): BackendApiClient {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an instance of the class that clients are injected by; bindApis() gives it the members
  return Object.create(BackendApiClient.prototype) as BackendApiClient;
}
