import type { Observation } from '../../compare/observed.js';
import { hasNonce } from '../../differences/has-nonce.js';
import { MISSING_CLIENT } from '../../differences/key-differences.js';
import type { ApiAnswer, Scenario } from '../../generate/scenario.js';
import { isDecodable } from '../generate/wire.js';
import { UNKNOWN_FAILURE } from './missing-client.js';
import type { ServerDifference } from './server-difference.js';
import { signedOutViewsOf } from './signed-out-views.js';

/** What is said where a key is wrong, and in place of an answer where there is none to ask with. */
const NO_KEY: ReadonlySet<unknown> = new Set([
  'clerk_key_invalid',
  MISSING_CLIENT,
  UNKNOWN_FAILURE,
]);

/** What comes of Clerk not answering in the middle of signing in. */
export const UNAVAILABLE_DIFFERENCE: ServerDifference = {
  name: 'a browser is sent nowhere because Clerk could not be asked',
  why: 'it would come back to the same failure; guarded handlers answer 503, and tell',
  // Nor can it be asked without a key, nor a session that it brings be verified without its keys.
  applies: ({ api, keys }) =>
    !keys.secretKey || api.jwks === 'empty' || isUnavailable(api.handshakePayload),
  asIf: (scenario) => ({ scenario, restore: (answer) => withoutRedirect(answer, scenario) }),
};

function withoutRedirect(answer: Observation, scenario: Scenario): Observation {
  const { state, calls } = answer;
  // After a refresh that failed the browser is sent to Clerk itself, which can tell.
  const isConcerned =
    calls.some(({ path }) => path.includes('/clients/handshake_payload')) ||
    isUnaskable(state, scenario);
  if (state === null || state['status'] !== 307 || !isConcerned) return answer;
  // Its router now comes to see it.
  if (!isDecodable(scenario.request.target)) return { state: null, calls };
  const headers = Array.isArray(state['headers']) ? state['headers'] : [];
  return {
    calls,
    state: {
      ...state,
      ...signedOutViewsOf(scenario),
      status: 200,
      headers: headers.filter((header) => !String(header).startsWith('location: ')),
    },
  };
}

/** Whether there was a nonce and no key to ask with: without a call, that is how it shows. */
function isUnaskable(state: Observation['state'], scenario: Scenario): boolean {
  const hasKey = scenario.keys.secretKey !== undefined;
  return !hasKey && hasNonce(scenario) && state?.['reason'] === 'session-token-missing';
}

/** Whether an answer neither is one nor says what was wrong with the question. */
function isUnavailable(answer: ApiAnswer): boolean {
  const { status } = answer;
  if (status >= 500 || status === 429) return true;
  const body = readJson(answer);
  if (status < 400) return typeof body !== 'object' || body === null;
  const code = codeIn(body);
  return code === undefined || NO_KEY.has(code);
}

function codeIn(body: unknown): unknown {
  const errors: unknown = Object(body).errors;
  return Array.isArray(errors) ? Object(errors[0]).code : undefined;
}

function readJson({ contentType, body }: ApiAnswer): unknown {
  if (!contentType.startsWith('application/json')) return undefined;
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    // Nothing that either side can read.
    return undefined;
  }
}
