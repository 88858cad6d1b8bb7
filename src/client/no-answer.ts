import { failureItem } from './clerk-api-error-item.js';
import type { ClerkApiFailureCode } from './clerk-api-error-item.js';
import { ClerkApiError } from './clerk-api-error.js';
import { concealCause } from './conceal.js';
import type { Conceal } from './conceal.js';
import { EndedEarly } from './deadline.js';
import type { Asked } from './read-answer.js';

/**
 * The error for a request that no answer came to.
 *
 * @param asked What was asked.
 * @param error What `fetch` or the deadline rejected with.
 * @param conceal Cuts out the call's secrets, should `fetch` quote its request.
 */
export function noAnswer(asked: Asked, error: unknown, conceal: Conceal): ClerkApiError {
  const isEnded = error instanceof EndedEarly;
  const reason = isEnded ? error.cause : error;
  const failure = isEnded ? error.code : codeOf(reason);
  const errors = [failureItem(failure, conceal(explain(failure, reason)))];
  // The reason of a signal is the caller's own, and may hold a whole request: not to be searched.
  const cause = isEnded ? reason : concealCause(reason, conceal);
  return new ClerkApiError({ ...asked, failure, errors, cause });
}

/** Names by which Node says that the other side hung up. */
const RESETS: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Known by its looks: under jest an error of fetch comes from another realm. */
function codeOf(cause: unknown): ClerkApiFailureCode {
  if (textOf(cause, 'name') === 'TimeoutError') return 'timeout';
  const isReset = [cause, memberOf(cause, 'cause')].some((it) => RESETS.has(memberOf(it, 'code')));
  return isReset ? 'connection_reset' : 'connection_failed';
}

function explain(failure: ClerkApiFailureCode, cause: unknown): string {
  if (failure === 'aborted') return "The call's signal was aborted.";
  const reason = textOf(cause, 'message') ?? 'The request failed.';
  if (failure === 'timeout') return reason;
  const below = memberOf(cause, 'cause');
  const code = textOf(below, 'code');
  // The system's own names say more than its sentences (ECONNREFUSED); those of fetch say less.
  return code?.startsWith('E') ? code : (textOf(below, 'message') ?? code ?? reason);
}

function textOf(value: unknown, name: string): string | undefined {
  const text = memberOf(value, name);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
