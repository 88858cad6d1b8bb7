import { sessionCookies } from '../app-cookies.js';
import type { LocalSession } from '../local-user.js';
import { apiError, invalidParameter, missingParameter } from './api-errors.js';
import { json } from './reply.js';
import type { Reply } from './reply.js';
import type { Call } from './route.js';

const REQUIRED = ['expired_token', 'refresh_token', 'request_origin'] as const;

/** `POST /v1/sessions/{session_id}/refresh`: a fresh token for an expired one and a refresh token. */
export function refreshSession(call: Call<'session_id'>): Reply {
  const { instance, params, body, query } = call;
  const missing = REQUIRED.find((name) => typeof body[name] !== 'string' || body[name] === '');
  if (missing !== undefined) return missingParameter(missing, 400);
  const format = body.format ?? 'token';
  if (format !== 'token' && format !== 'cookie') {
    return invalidParameter('format', 'must be "token" or "cookie"', 400);
  }
  const session = instance.store.sessions.findActive(params.session_id);
  if (!session) return refused('session_inactive', 'No session with this id is active.');
  const refusal = refuseProof(call, session);
  if (refusal) return refusal;

  const jwt = instance.mintFor(session, { claims: { azp: body.request_origin } });
  if (format === 'token') return json(200, { object: 'token', jwt });
  const suffixed = query.get('suffixed_cookies') === 'true';
  const cookies = sessionCookies(jwt, { suffix: instance.cookieSuffix, suffixed });
  return json(200, { object: 'cookies', cookies });
}

function refuseProof({ instance, body }: Call, session: LocalSession): Reply | undefined {
  if (body.refresh_token !== session.refreshToken) {
    return refused('refresh_token_invalid', "The refresh token is not this session's.");
  }
  if (instance.claimsOf(String(body.expired_token))?.sid !== session.id) {
    return refused('expired_token_invalid', 'The expired token is not of this session.');
  }
  return undefined;
}

// A 401 tells the SDKs to fall back to the handshake; they put the code into their reason.
function refused(code: string, message: string): Reply {
  return apiError({ status: 401, code }, message);
}
