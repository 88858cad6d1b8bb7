import type { Answer } from './answer.js';
import { receive } from './answer.js';
import type { Send } from './api-call.js';
import { toApiRequest } from './api-request.js';
import { secretKeyMissing } from './secret-key-missing.js';
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
  const { secretKey, fetch, timeoutInMs } = connection;
  return async (call) => {
    if (secretKey === undefined) throw secretKeyMissing();
    const request = toApiRequest(call, connection, secretKey);
    const asked = { method: request.method, path: request.url.pathname };
    let answer: Answer;
    try {
      answer = await withDeadline(timeoutInMs, (signal) => receive(request, fetch, signal));
    } catch (cause) {
      throw noAnswer(asked, cause, secretKey);
    }
    return readAnswer(answer, asked, secretKey);
  };
}
