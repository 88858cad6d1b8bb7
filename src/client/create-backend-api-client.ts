import type { Send } from './api-call.js';
import { bindApiKeysApi } from './api-keys/api-keys-api.js';
import type { BackendApiClientOptions } from './backend-api-client-options.js';
import { BackendApiClient } from './backend-api-client.js';
import { toConnection } from './connection.js';
import { createSend } from './send.js';
import { bindSessionApi } from './sessions/session-api.js';
import { bindClientApi } from './clients/client-api.js';
import { bindM2MTokenApi } from './m2m-tokens/m2m-token-api.js';
import { bindIdPOAuthAccessTokenApi } from './oauth-access-tokens/idp-oauth-access-token-api.js';
import { bindUserApi } from './users/user-api.js';

/**
 * Makes a client of Clerk's Backend API. Making one sends nothing, and works without a secret key:
 * each call then rejects with an error that names it.
 *
 * @param options Keys, address, time-out; see {@link BackendApiClientOptions}.
 * @throws {ClerkConfigurationError} When an option can't work.
 * @example
 * ```ts
 * const clerk = createBackendApiClient({ secretKey: process.env.CLERK_SECRET_KEY });
 * const user = await clerk.users.getUser('user_2b…');
 * ```
 */
export function createBackendApiClient(options: BackendApiClientOptions): BackendApiClient {
  return new BoundClient(createSend(toConnection(options)));
}

/** To add an API: a folder with its interface, rows and resources, and one line here and in {@link BackendApiClient}. */
class BoundClient extends BackendApiClient {
  readonly apiKeys;
  readonly clients;
  readonly idPOAuthAccessToken;
  readonly m2m;
  readonly users;
  readonly sessions;

  constructor(send: Send) {
    super();
    this.apiKeys = bindApiKeysApi(send);
    this.clients = bindClientApi(send);
    this.idPOAuthAccessToken = bindIdPOAuthAccessTokenApi(send);
    this.m2m = bindM2MTokenApi(send);
    this.users = bindUserApi(send);
    this.sessions = bindSessionApi(send);
  }
}
