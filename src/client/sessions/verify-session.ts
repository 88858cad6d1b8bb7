import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { SessionApi } from './session-api.js';
import type { Session } from './session.js';

interface VerifyOperation {
  verify(sessionId: string, params: { readonly token: string }): Promise<Session>;
}

/** The operation behind `sessions.verifySession`. */
export const verifySessionRoutes = routes<VerifyOperation>()({
  verify: 'POST /sessions/{sessionId}/verify',
});

/**
 * `sessions.verifySession`, which is no plain row: its second argument goes into the body.
 *
 * @param send What makes the calls.
 */
export function bindVerifySession(send: Send): SessionApi['verifySession'] {
  const { verify } = bind(verifySessionRoutes, send);
  return async (sessionId, token) => verify(sessionId, { token });
}
