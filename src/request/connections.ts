import { type BackendApiClientOptions, createBackendApiClient } from '../client/index.js';
import type { ReportKeyEvent } from '../engine/keys/key-event.js';
import type { ObservedKeySource } from '../engine/keys/key-source.js';
import type { AuthenticationClient } from './authentication-client.js';
import type { ConnectionOptions } from './authenticate-request-options.js';
import { createKeySource } from './key-source.js';

/** What talks to Clerk for one set of keys. */
export interface ClerkConnection {
  readonly keys: ObservedKeySource;
  readonly client: AuthenticationClient;
}

/** What calls are made with; see `BackendApiClientOptions`. */
export type Transport = Pick<BackendApiClientOptions, 'fetch' | 'timeoutInMs'>;

/** How many sets of keys are remembered; an application has a few, a server of many tenants more. */
const MOST_CONNECTIONS = 1_000;

/**
 * Connections by the options that they were made from, so that fetched keys serve the next request
 * too. The one that was used least recently makes room.
 */
export class Connections {
  readonly #connections = new Map<string, ClerkConnection>();
  readonly #transport: Transport;
  readonly #reportKeys: ReportKeyEvent | undefined;

  /**
   * @param transport What makes the calls, and how long one may take.
   * @param reportKeys Told of keys that can't be refreshed.
   */
  constructor(transport: Transport = {}, reportKeys?: ReportKeyEvent) {
    this.#transport = transport;
    this.#reportKeys = reportKeys;
  }

  /** @throws ClerkConfigurationError when a key or an address can't be used. */
  get(options: ConnectionOptions): ClerkConnection {
    const name = nameOf(options);
    const connection = this.#connections.get(name) ?? this.#connect(options);
    this.#connections.delete(name);
    this.#connections.set(name, connection);
    const [oldest] = this.#connections.keys();
    if (this.#connections.size > MOST_CONNECTIONS && oldest !== undefined) {
      this.#connections.delete(oldest);
    }
    return connection;
  }

  #connect(options: ConnectionOptions): ClerkConnection {
    const { secretKey, machineSecretKey, apiUrl, apiVersion } = options;
    const { fetch } = this.#transport;
    return {
      keys: createKeySource(options, { fetch, report: this.#reportKeys }),
      client: createBackendApiClient({
        secretKey,
        machineSecretKey,
        apiUrl,
        apiVersion,
        ...this.#transport,
      }),
    };
  }
}

/** Those of the functions that no client stands behind: what one has fetched serves the other. */
export const sharedConnections = new Connections();

function nameOf(options: ConnectionOptions): string {
  const { secretKey, machineSecretKey, jwtKey, apiUrl, apiVersion } = options;
  const { skipJwksCache, jwksCacheTtlInMs, jwksStaleTtlInMs } = options;
  const parts = [secretKey, machineSecretKey, jwtKey, apiUrl, apiVersion];
  return JSON.stringify([...parts, skipJwksCache, jwksCacheTtlInMs, jwksStaleTtlInMs]);
}
