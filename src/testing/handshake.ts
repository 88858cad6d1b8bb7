import { appCookies, noRedirects } from './app-cookies.js';
import type { LocalClient } from './local-client.js';
import type { LocalInstance } from './local-instance.js';

/** What an application asks for in a handshake. */
export interface HandshakeRequest {
  /** The application's origin, which the session token is then for. */
  readonly origin: string;
  /** Whether to set each cookie with the instance's suffix as well. */
  readonly suffixed: boolean;
  /** Whether to hand out a refresh token. */
  readonly refreshTokens: boolean;
  /** Whether somebody has just signed in or out, and the application asks for that reason. */
  readonly followsAction: boolean;
}

/** The cookie directives that tell an application who is signed in in a browser, or that nobody is. */
export function handshakeDirectives(
  instance: LocalInstance,
  client: LocalClient,
  { origin, suffixed, refreshTokens, followsAction }: HandshakeRequest,
): string[] {
  const session = instance.store.clients.sessionOf(client);
  const token = session && instance.mintFor(session, { claims: { azp: origin } });
  const cookies = appCookies(
    {
      devBrowser: client.devBrowser,
      session: session && token ? { token, refreshToken: session.refreshToken } : undefined,
      clientUat: session ? uatOf(client, instance.now()) : 0,
    },
    { suffix: instance.cookieSuffix, suffixed, refreshTokens },
  );
  return followsAction ? [...cookies, ...noRedirects()] : cookies;
}

// Never after the token was issued, though the clock be set back: the application would take the
// token for one of before the sign-in, and ask again and again.
function uatOf({ updatedAt }: LocalClient, now: number): number {
  return Math.floor(Math.min(updatedAt, now) / 1000);
}
