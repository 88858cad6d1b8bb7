import { decodeJwt } from 'jose';
import { APP, handshake, signedInBrowser } from '../frontend-api.js';
import type { Backend } from './backend.js';

let number = 0;

/** A new user who is signed in in a browser. */
export async function newVisitor({ clerk, idOf, call }: Backend) {
  number += 1;
  const email = `visitor-${number}@example.com`;
  const userId = await idOf('POST', '/v1/users', { email_address: [email] });
  const devBrowser = await signedInBrowser(clerk, email);
  const cookies = () => handshake(clerk, { __clerk_db_jwt: devBrowser });
  const claims = async () => decodeJwt((await cookies())['__session']?.value ?? '');
  const { sid } = await claims();
  const session = clerk.instance.store.findSession(String(sid));
  if (!session) throw new Error('not signed in');
  const refresh = () =>
    call('POST', `/v1/sessions/${session.id}/refresh`, {
      expired_token: clerk.instance.mintFor(session, { expiresInSeconds: -60 }),
      refresh_token: session.refreshToken,
      request_origin: APP,
    });
  return { userId, email, session, cookies, claims, refresh };
}
