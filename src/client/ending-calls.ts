import type { ApiCall, Send } from './api-call.js';
import type { MachineTokenEndings } from './machine-token-endings.js';
import { isWireObject } from './shape.js';

/** Whatever the call or its answer names by id. */
const NAMED = 'named';

/** What each operation ends: what it names, or, where that does not say which tokens, a whole kind. */
const ENDINGS: ReadonlyMap<string, typeof NAMED | 'm2m_token' | 'oauth_token'> = new Map([
  // Also when it is changed: it may have less time or fewer scopes.
  ['PATCH /api_keys/{apiKeyId}', NAMED],
  ['DELETE /api_keys/{apiKeyId}', NAMED],
  ['POST /api_keys/{apiKeyId}/revoke', NAMED],
  ['POST /m2m_tokens/{m2mTokenId}/revoke', NAMED],
  // Its own tokens, and those that others have for it.
  ['DELETE /machines/{machineId}', 'm2m_token'],
  ['POST /machines/{machineId}/secret_key/rotate', 'm2m_token'],
  ['DELETE /machines/{machineId}/scopes/{otherMachineId}', 'm2m_token'],
  // Named by the application's id, of which its tokens say nothing.
  ['DELETE /oauth_applications/{oauthApplicationId}', 'oauth_token'],
  ['POST /oauth_applications/{oauthApplicationId}/revoke_token', 'oauth_token'],
  // With them end the tokens that stand for them.
  ['DELETE /users/{userId}', NAMED],
  ['POST /users/{userId}/ban', NAMED],
  ['POST /users/ban', NAMED],
  ['DELETE /organizations/{organizationId}', NAMED],
]);

/** The operations that end tokens of programs, as `DELETE /users/{userId}`. */
export const ENDING_OPERATIONS: readonly string[] = [...ENDINGS.keys()];

/**
 * A transport that notes which tokens of programs its calls have ended: before their caller goes on,
 * and also where they fail, as the API may have done what it could not answer.
 *
 * @param send Makes the calls.
 * @param endings Where it is noted.
 */
export function notingEndings(send: Send, endings: MachineTokenEndings): Send {
  return async (call) => {
    const ended = ENDINGS.get(`${call.method} ${call.template}`);
    if (ended === undefined) return send(call);
    const names = ended === NAMED ? [...slotsOf(call), ...userIdsOf(call)] : [ended];
    try {
      const answer = await send(call);
      // An organization may have been named by its slug.
      if (isWireObject(answer) && typeof answer['id'] === 'string') names.push(answer['id']);
      return answer;
    } finally {
      endings.note(names);
    }
  };
}

/** What fills the slots of a call's path. */
function slotsOf({ template, path }: ApiCall): string[] {
  const segments = path.split('/');
  return template
    .split('/')
    .flatMap((part, place) => (part.startsWith('{') ? [segments[place] ?? ''] : []))
    .map(decodeURIComponent);
}

function userIdsOf({ params }: ApiCall): string[] {
  const ids: unknown = isWireObject(params) ? params['userIds'] : undefined;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
