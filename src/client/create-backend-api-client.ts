import type { BackendApiClientOptions } from './backend-api-client-options.js';
import type { BackendApiClient } from './backend-api-client.js';
import { bindApis, blankClient } from './bind-apis.js';
import { toConnection } from './connection.js';

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
  return bindApis(blankClient(), toConnection(options));
}
