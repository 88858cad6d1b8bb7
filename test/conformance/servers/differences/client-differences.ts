import type { Observation } from '../../compare/side.js';
import { askedAnswers } from '../../differences/asked-answers.js';
import type { ServerScenario } from '../generate/server-scenario.js';
import type { ServerDifference } from './server-difference.js';

const REASON = 'session-token-expired-refresh-';

/** Differences that come with the client that authentication asks the Backend API by. */
export const CLIENT_DIFFERENCES: readonly ServerDifference[] = [
  {
    name: 'the Backend API is asked with the secret key of the options',
    why: 'the vendor asks with that of the environment, or of a client that is given',
    applies: (scenario) => scenario.clientMaker === 'nobody' && askedAnswers(scenario).length > 0,
    asIf: (scenario) => ({ scenario: { ...scenario, clientMaker: 'the vendor' } }),
  },
  {
    name: 'a page that the vendor’s client takes for an answer to a refresh is none',
    why: 'the vendor looks for cookies in its text and blames itself when it finds none',
    applies: ({ clientMaker, api: { refresh } }) =>
      clientMaker === 'the vendor' &&
      refresh.status === 200 &&
      refresh.contentType !== 'application/json',
    asIf: (scenario) => ({
      scenario,
      restore: (answer) => renamed(answer, 'unexpected-sdk-error', 'unexpected-bapi-error'),
    }),
  },
];

/** Where our client knows that it has no key, the vendor's fails for a reason that nobody can tell. */
export function withFailures(scenario: ServerScenario): ServerScenario {
  if (scenario.clientMaker !== 'the vendor') return scenario;
  const api = JSON.stringify(scenario.api);
  if (!api.includes('missing-api-client')) return scenario;
  return { ...scenario, api: JSON.parse(api.replaceAll('missing-api-client', UNKNOWN)) };
}

const UNKNOWN = 'unexpected-bapi-error';

function renamed(answer: Observation, from: string, to: string): Observation {
  return JSON.parse(JSON.stringify(answer).replaceAll(`${REASON}${from}`, `${REASON}${to}`));
}
