import type { LocalClient } from '../local-client.js';
import type { Reply } from './reply.js';
import type { Call } from './route.js';

// Prefixed, because the application may be on the same host: cookies know no ports, and its own
// is `__clerk_db_jwt`.
const COOKIE = 'local_db_jwt';

/** The browser that sent a request; undefined when it shows no token of this instance's. */
export function clientOf({ instance, cookies }: Call): LocalClient | undefined {
  return instance.store.clients.find(cookies[COOKIE]);
}

/** The browser that sent a request, a new one if need be. The answer has to tell it its token. */
export function clientFor(call: Call): LocalClient {
  return clientOf(call) ?? call.instance.store.clients.create(call.instance.now());
}

/** Gives the browser its token to keep. */
export function remember({ devBrowser }: LocalClient, reply: Reply): Reply {
  const cookie = `${COOKIE}=${devBrowser}; Path=/; HttpOnly; SameSite=Lax`;
  return { ...reply, headers: { ...reply.headers, 'Set-Cookie': cookie } };
}
