import type { Observation } from '../../compare/side.js';
import type { ApiAnswer, Scenario } from '../../generate/scenario.js';
import { isDecodable } from '../generate/wire.js';
import type { ServerDifference } from './server-difference.js';
import { signedOutViews } from './signed-out-views.js';

const VIEWS = await signedOutViews();

/** What comes of Clerk not answering in the middle of signing in. */
export const UNAVAILABLE_DIFFERENCE: ServerDifference = {
  name: 'a browser is sent nowhere because Clerk could not be asked',
  why: 'it would come back to the same failure; guarded handlers answer 503, and tell',
  // Nor can it be asked without a key.
  applies: ({ api, keys }) => !keys.secretKey || isUnavailable(api.handshakePayload),
  asIf: (scenario) => ({ scenario, restore: (answer) => withoutRedirect(answer, scenario) }),
};

function withoutRedirect(answer: Observation, scenario: Scenario): Observation {
  const { state, calls } = answer;
  // After a refresh that failed the browser is sent to Clerk itself, which can tell.
  const isConcerned = calls.some(({ path }) => path.includes('/clients/handshake_payload'));
  if (state === null || state['status'] !== 307 || !isConcerned) return answer;
  // Its router now comes to see it.
  if (!isDecodable(scenario.request.target)) return { state: null, calls };
  const headers = Array.isArray(state['headers']) ? state['headers'] : [];
  const seen = scenario.request.method === 'HEAD' ? {} : VIEWS;
  return {
    calls,
    state: {
      ...state,
      ...seen,
      status: 200,
      headers: headers.filter((header) => !String(header).startsWith('location: ')),
    },
  };
}

/** Whether an answer neither is one nor says what was wrong with the question. */
function isUnavailable(answer: ApiAnswer): boolean {
  const { status } = answer;
  if (status >= 500 || status === 429) return true;
  const body = readJson(answer);
  if (status < 400) return typeof body !== 'object' || body === null;
  const code = codeIn(body);
  return code === undefined || code === 'clerk_key_invalid';
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
