import type { ApiAnswer } from '../generate/scenario.js';
import { askedAnswers } from './asked-answers.js';
import type { Difference } from './difference.js';
import { renamedReason } from './renamed-reason.js';

/** Differences in answers of the Backend API that are none. */
export const ANSWER_DIFFERENCES: readonly Difference[] = [
  {
    name: 'an error page in answer to a refresh is an error of the Backend API',
    why: 'the vendor says that it got no answer where JSON is announced and something else comes',
    applies: (scenario) => askedAnswers(scenario).some(([, answer]) => isErrorPage(answer)),
    asIf: (scenario) => ({
      scenario,
      restore: (answer) => renamedReason(answer, 'fetch-error', 'unexpected-bapi-error'),
    }),
  },
  {
    name: 'a page in answer to a refresh is no answer of the Backend API',
    why: 'the vendor looks for cookies in its text and blames itself when it finds none',
    applies: (scenario) => askedAnswers(scenario).some(([, answer]) => isPage(answer)),
    asIf: (scenario) => ({
      scenario,
      restore: (answer) => renamedReason(answer, 'unexpected-sdk-error', 'fetch-error'),
    }),
  },
];

function isErrorPage({ status, contentType, body }: ApiAnswer): boolean {
  return status >= 400 && contentType === 'application/json' && !body.endsWith('}');
}

function isPage({ status, contentType }: ApiAnswer): boolean {
  return status === 200 && contentType !== 'application/json';
}
