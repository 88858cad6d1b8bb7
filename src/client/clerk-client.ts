import type { ClientApi } from './clients/client-api.js';
import type { SessionApi } from './sessions/session-api.js';
import type { UserApi } from './users/user-api.js';

/**
 * Clerk's Backend API: the type to write, and the token to inject. {@link createClerkClient} makes
 * one; a test may provide anything of this shape in its place.
 *
 * @example
 * ```ts
 * constructor(private readonly clerk: ClerkClient) {}
 * ```
 */
export abstract class ClerkClient {
  /** Clients: browsers and apps. */
  abstract readonly clients: ClientApi;

  /** Users. */
  abstract readonly users: UserApi;

  /** Sessions, and the tokens made from them. */
  abstract readonly sessions: SessionApi;
}
