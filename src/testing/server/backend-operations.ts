import { sessionJson } from '../wire/session-json.js';
import { userJson } from '../wire/user-json.js';
import { apiError, invalidParameter, missingParameter, notFound } from './api-errors.js';
import { json } from './reply.js';
import type { Reply } from './reply.js';
import type { Call } from './route.js';

// The bounds of `expires_in_seconds` in the Backend API's OpenAPI document.
const MIN_EXPIRES_IN_SECONDS = 30;
const MAX_EXPIRES_IN_SECONDS = 315_360_000;

/** `GET /v1/jwks` */
export function getJwks({ instance }: Call): Reply {
  return json(200, instance.jwks);
}

/** `GET /v1/users/{user_id}` */
export function getUser({ instance, params }: Call<'user_id'>): Reply {
  const user = instance.store.listUsers().find(({ id }) => id === params.user_id);
  return user ? json(200, userJson(user)) : notFound('User', params.user_id);
}

/** `GET /v1/sessions/{session_id}` */
export function getSession({ instance, params }: Call<'session_id'>): Reply {
  const session = instance.store.findSession(params.session_id);
  return session ? json(200, sessionJson(session)) : notFound('Session', params.session_id);
}

/** `POST /v1/sessions/{session_id}/tokens` */
export function createSessionToken({ instance, params, body }: Call<'session_id'>): Reply {
  const session = instance.store.sessions.findActive(params.session_id);
  if (!session) return notFound('Session', params.session_id);
  const expiresInSeconds = body.expires_in_seconds ?? undefined;
  if (expiresInSeconds !== undefined && !isLifetime(expiresInSeconds)) {
    return invalidParameter(
      'expires_in_seconds',
      `must be an integer from ${MIN_EXPIRES_IN_SECONDS} to ${MAX_EXPIRES_IN_SECONDS}`,
    );
  }
  return json(200, { object: 'token', jwt: instance.mintFor(session, { expiresInSeconds }) });
}

/** `GET /v1/clients/handshake_payload`: the cookie directives of a handshake, once. */
export function getHandshakePayload({ instance, query }: Call): Reply {
  const nonce = query.get('nonce');
  if (!nonce) return missingParameter('nonce');
  const directives = instance.store.nonces.redeem(nonce, instance.now());
  if (directives) return json(200, { directives });
  return apiError(
    { status: 404, code: 'resource_not_found' },
    'Handshake payload not found',
    'The nonce is unknown, was used before or is older than a minute.',
  );
}

function isLifetime(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= MIN_EXPIRES_IN_SECONDS &&
    value <= MAX_EXPIRES_IN_SECONDS
  );
}
