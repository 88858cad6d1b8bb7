import type { Answer } from './answer.js';
import { receive } from './answer.js';
import type { Send } from './api-call.js';
import { toApiRequest } from './api-request.js';
import { credentialOf } from './caller.js';
import { concealing } from './conceal.js';
import type { Connection } from './connection.js';
import { withDeadline } from './deadline.js';
import { noAnswer } from './no-answer.js';
import { readAnswer } from './read-answer.js';

/**
 * The transport: one call is one request, without retries.
 *
 * @param connection Where to ask and how.
 */
export function createSend(connection: Connection): Send {
  const { fetch, timeoutInMs } = connection;
  return async (call) => {
    const credential = credentialOf(call.caller, connection);
    const conceal = concealing(credential, call.params);
    const request = toApiRequest(call, connection, credential);
    const asked = { method: request.method, path: request.url.pathname };
    let answer: Answer;
    try {
      answer = await withDeadline(timeoutInMs, (signal) => receive(request, fetch, signal));
    } catch (cause) {
      throw noAnswer(asked, cause, conceal);
    }
    return readAnswer(answer, asked, conceal);
  };
}
