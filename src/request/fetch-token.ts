import type { FetchToken } from '../engine/auth/index.js';
import type { AuthenticationClient } from './authentication-client.js';

/** Makes the tokens of `getToken()` by a client. */
export function fetchTokenBy(client: AuthenticationClient): FetchToken {
  return async (sessionId, template, expiresInSeconds) => {
    const token = await client.sessions.getToken(sessionId, template, expiresInSeconds);
    return token.jwt;
  };
}
