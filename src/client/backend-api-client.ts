import type { ApiKeysApi } from './api-keys/api-keys-api.js';
import type { ClientApi } from './clients/client-api.js';
import type { M2MTokenApi } from './m2m-tokens/m2m-token-api.js';
import type { IdPOAuthAccessTokenApi } from './oauth-access-tokens/idp-oauth-access-token-api.js';
import type { SessionApi } from './sessions/session-api.js';
import type { UserApi } from './users/user-api.js';

/**
 * Clerk's Backend API: the type to write, and the token to inject. {@link createBackendApiClient} makes
 * one; a test may provide anything of this shape in its place.
 *
 * @example
 * ```ts
 * constructor(private readonly clerk: BackendApiClient) {}
 * ```
 */
export abstract class BackendApiClient {
  /** API keys: of users and organizations, for programs. */
  abstract readonly apiKeys: ApiKeysApi;

  /** Clients: browsers and apps. */
  abstract readonly clients: ClientApi;

  /** Access tokens of OAuth applications whose identity provider is Clerk. */
  abstract readonly idPOAuthAccessToken: IdPOAuthAccessTokenApi;

  /** Machine-to-machine tokens. */
  abstract readonly m2m: M2MTokenApi;

  /** Users. */
  abstract readonly users: UserApi;

  /** Sessions, and the tokens made from them. */
  abstract readonly sessions: SessionApi;
}
