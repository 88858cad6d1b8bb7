import { failureItem } from './clerk-api-error-item.js';
import type { ClerkApiErrorItem } from './clerk-api-error-item.js';
import { ClerkApiError } from './clerk-api-error.js';
import type { Asked } from './read-answer.js';

/**
 * The error for a request that no answer came to.
 *
 * @param asked What was asked.
 * @param cause What `fetch` or the deadline rejected with.
 * @param secretKey Cut out of the message, should `fetch` quote its request.
 */
export function noAnswer(asked: Asked, cause: unknown, secretKey: string): ClerkApiError {
  const item = explain(cause, secretKey);
  return new ClerkApiError({ ...asked, errors: [item], cause });
}

function explain(cause: unknown, secretKey: string): ClerkApiErrorItem {
  // Known by its looks: under jest an error of fetch comes from another realm.
  const reason = textOf(cause, 'message') ?? 'The request failed.';
  const below = memberOf(cause, 'cause');
  const isLate = textOf(cause, 'name') === 'TimeoutError';
  const detail = isLate ? reason : (textOf(below, 'code') ?? textOf(below, 'message') ?? reason);
  const message = detail.replaceAll(secretKey, '[secret key]');
  return failureItem(isLate ? 'timeout' : 'connection_failed', message);
}

function textOf(value: unknown, name: string): string | undefined {
  const text = memberOf(value, name);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
