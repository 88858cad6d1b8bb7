import { type Answer, receive } from './answer.js';
import type { ApiCall } from './api-call.js';
import type { ApiRequest } from './api-request.js';
import { ClerkApiError } from './clerk-api-error.js';
import type { Conceal } from './conceal.js';
import type { Connection } from './connection.js';
import { withDeadline } from './deadline.js';
import { noAnswer } from './no-answer.js';
import { type Asked, readAnswer } from './read-answer.js';

/** How one attempt of a call ended. */
export type Outcome = { readonly answer: Answer; readonly value: unknown } | FailedOutcome;

/** An attempt that brought no resource, with the answer where one came. */
export interface FailedOutcome {
  readonly answer: Answer | undefined;
  readonly error: ClerkApiError;
}

/** What stays the same between the attempts of a call. */
export interface Prepared {
  readonly call: ApiCall;
  readonly request: ApiRequest;
  readonly conceal: Conceal;
}

/**
 * Makes a request once, and judges what comes. Never rejects with a {@link ClerkApiError}.
 *
 * @param prepared What to ask.
 * @param connection How to ask.
 * @param timeoutInMs How long it may take.
 */
export async function attemptOnce(
  { call, request, conceal }: Prepared,
  { fetch, signal }: Pick<Connection, 'fetch' | 'signal'>,
  timeoutInMs: number,
): Promise<Outcome> {
  const asked: Asked = { method: request.method, path: request.url.pathname };
  let answer: Answer | undefined;
  try {
    answer = await withDeadline(timeoutInMs, signal, (end) => receive(request, fetch, end));
  } catch (cause) {
    return { answer, error: noAnswer(asked, cause, conceal) };
  }
  try {
    return { answer, value: readAnswer(answer, asked, conceal, call.departure?.read) };
  } catch (error) {
    if (error instanceof ClerkApiError) return { answer, error };
    throw error;
  }
}
