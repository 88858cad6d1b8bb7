import { apiError, missingParameter, notFound } from '../api-errors.js';
import { integer } from '../field.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';

// The bounds in the Backend API's OpenAPI document.
const lifetime = integer(30, 315_360_000);

/** `GET /v1/jwks` */
export function getJwks({ instance }: Call): Reply {
  return json(200, instance.jwks);
}

/** `POST /v1/sessions/{session_id}/tokens` */
export function createSessionToken({ instance, params, body }: Call<'session_id'>): Reply {
  const session = instance.store.sessions.findActive(params.session_id);
  if (!session) return notFound('Session', params.session_id);
  return withBody(body, { expires_in_seconds: lifetime }, ({ expires_in_seconds: seconds }) => {
    const jwt = instance.mintFor(session, { expiresInSeconds: seconds ?? undefined });
    return json(200, { object: 'token', jwt });
  });
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
