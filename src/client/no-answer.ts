import { failureItem } from './clerk-api-error-item.js';
import type { ClerkApiErrorItem } from './clerk-api-error-item.js';
import { ClerkApiError } from './clerk-api-error.js';
import { concealCause } from './conceal.js';
import type { Conceal } from './conceal.js';
import type { Asked } from './read-answer.js';

/**
 * The error for a request that no answer came to.
 *
 * @param asked What was asked.
 * @param cause What `fetch` or the deadline rejected with.
 * @param conceal Cuts out the call's secrets, should `fetch` quote its request.
 */
export function noAnswer(asked: Asked, cause: unknown, conceal: Conceal): ClerkApiError {
  const errors = [explain(cause, conceal)];
  return new ClerkApiError({ ...asked, errors, cause: concealCause(cause, conceal) });
}

function explain(cause: unknown, conceal: Conceal): ClerkApiErrorItem {
  // Known by its looks: under jest an error of fetch comes from another realm.
  const reason = textOf(cause, 'message') ?? 'The request failed.';
  const below = memberOf(cause, 'cause');
  const isLate = textOf(cause, 'name') === 'TimeoutError';
  const detail = isLate ? reason : (textOf(below, 'code') ?? textOf(below, 'message') ?? reason);
  return failureItem(isLate ? 'timeout' : 'connection_failed', conceal(detail));
}

function textOf(value: unknown, name: string): string | undefined {
  const text = memberOf(value, name);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
