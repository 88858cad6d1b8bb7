import type { Send } from './api-call.js';
import type { ClerkClientOptions } from './clerk-client-options.js';
import { ClerkClient } from './clerk-client.js';
import { toConnection } from './connection.js';
import { createSend } from './send.js';
import { bindSessionApi } from './sessions/session-api.js';
import { bindClientApi } from './clients/client-api.js';
import { bindUserApi } from './users/user-api.js';

/**
 * Makes a client of Clerk's Backend API. Making one sends nothing, and works without a secret key:
 * each call then rejects with an error that names it.
 *
 * @param options Keys, address, time-out; see {@link ClerkClientOptions}.
 * @throws {ClerkConfigurationError} When an option can't work.
 * @example
 * ```ts
 * const clerk = createClerkClient({ secretKey: process.env.CLERK_SECRET_KEY });
 * const user = await clerk.users.getUser('user_2b…');
 * ```
 */
export function createClerkClient(options: ClerkClientOptions): ClerkClient {
  return new BoundClerkClient(createSend(toConnection(options)));
}

/** To add an API: a folder with its interface, rows and resources, and one line here and in {@link ClerkClient}. */
class BoundClerkClient extends ClerkClient {
  readonly clients;
  readonly users;
  readonly sessions;

  constructor(send: Send) {
    super();
    this.clients = bindClientApi(send);
    this.users = bindUserApi(send);
    this.sessions = bindSessionApi(send);
  }
}
