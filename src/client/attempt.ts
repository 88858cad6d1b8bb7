import { type Answer, receive } from './answer.js';
import type { ApiCall } from './api-call.js';
import type { ApiRequest } from './api-request.js';
import { ClerkApiError } from './clerk-api-error.js';
import { type Conceal, concealing } from './conceal.js';
import type { Connection } from './connection.js';
import { withDeadline } from './deadline.js';
import { noAnswer } from './no-answer.js';
import { type Asked, readAnswer } from './read-answer.js';
import type { Secret } from './secret.js';
import { queryValues } from './secrets-of.js';

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
  readonly secrets: readonly Secret[];
  /** Cuts out the secrets. */
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
  prepared: Prepared,
  { fetch, signals }: Pick<Connection, 'fetch' | 'signals'>,
  timeoutInMs: number,
): Promise<Outcome> {
  const { call, request, conceal } = prepared;
  let answer: Answer | undefined;
  try {
    answer = await withDeadline(timeoutInMs, signals, (end) => receive(request, fetch, end));
  } catch (cause) {
    return { answer, error: unanswered(prepared, cause) };
  }
  try {
    return { answer, value: readAnswer(answer, askedBy(prepared), conceal, call.departure?.read) };
  } catch (error) {
    if (error instanceof ClerkApiError) return { answer, error };
    throw error;
  }
}

/**
 * The error for an attempt that no answer came to, or for a call that ended before it.
 *
 * @param prepared What was asked.
 * @param cause What `fetch` or the deadline rejected with.
 */
export function unanswered(prepared: Prepared, cause: unknown): ClerkApiError {
  const { request, secrets } = prepared;
  // The API may speak of what it was asked; a `fetch` that quotes the URL quotes personal data.
  const conceal = concealing([...secrets, ...queryValues(request.url)]);
  return noAnswer(askedBy(prepared), cause, conceal);
}

/** A key that was mistaken for an id is in the path. */
function askedBy({ request, conceal }: Prepared): Asked {
  return { method: request.method, path: conceal(request.url.pathname) };
}
