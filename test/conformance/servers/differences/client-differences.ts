import { askedAnswers } from '../../differences/asked-answers.js';
import { renamedReason } from '../../differences/renamed-reason.js';
import type { ServerDifference } from './server-difference.js';

/** Differences that come with the client that authentication asks the Backend API by. */
export const CLIENT_DIFFERENCES: readonly ServerDifference[] = [
  {
    name: 'a page that the vendor’s client takes for an answer to a refresh is none',
    why: 'the vendor looks for cookies in its text and blames itself when it finds none',
    applies: ({ clientMaker, api: { refresh } }) =>
      clientMaker === 'the vendor' &&
      refresh.status === 200 &&
      refresh.contentType !== 'application/json',
    asIf: (scenario) => ({
      scenario,
      restore: (answer) => renamedReason(answer, 'unexpected-sdk-error', 'unexpected-bapi-error'),
    }),
  },
  {
    name: 'the Backend API is asked with the secret key of the options',
    why: 'the vendor asks with that of the environment, or of a client that is given',
    applies: (scenario) => scenario.clientMaker === 'nobody' && askedAnswers(scenario).length > 0,
    asIf: (scenario) => ({ scenario: { ...scenario, clientMaker: 'the vendor' } }),
  },
];
