import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { WEBHOOK_EVENT_TYPES } from '../events/event-types.js';
import type { WebhookEventType } from '../events/webhook-event.js';

const PATTERNS = 'clerk:webhook-events';

/**
 * Notes which events a method is for. By class and name, and not on the function: another decorator
 * may put a function of its own in the method's place.
 */
export function addEventPatterns(
  prototype: object,
  method: string | symbol,
  patterns: readonly unknown[],
): void {
  const before = eventPatternsOf(prototype, method) ?? [];
  Reflect.defineMetadata(PATTERNS, [...before, ...patterns], prototype, method);
}

/** What was noted of a method, or of one that it overrides; undefined when it is no handler. */
export function eventPatternsOf(
  prototype: object,
  method: string | symbol,
): readonly unknown[] | undefined {
  const patterns: unknown = Reflect.getMetadata(PATTERNS, prototype, method);
  return Array.isArray(patterns) ? patterns : undefined;
}

/**
 * The names of the events that patterns stand for.
 *
 * @param where The method, as messages name it.
 * @throws ClerkConfigurationError when one of them stands for none.
 */
export function eventTypesOf(
  patterns: readonly unknown[],
  where: string,
): ReadonlySet<WebhookEventType> {
  if (patterns.length === 0) throw noEvent(where, 'without an event');
  return new Set(patterns.flatMap((pattern) => matching(pattern, where)));
}

function matching(pattern: unknown, where: string): readonly WebhookEventType[] {
  // A search always begins at the start, whatever the flags of the expression.
  const types = WEBHOOK_EVENT_TYPES.filter((type) =>
    isExpression(pattern) ? type.search(pattern) >= 0 : pattern === '*' || pattern === type,
  );
  if (types.length > 0) return types;
  throw isExpression(pattern)
    ? noEvent(where, `with ${String(pattern)}, which no event matches`)
    : noEvent(where, `with ${JSON.stringify(pattern)}, which is no event`);
}

/** By shape: under jest an expression may come from another realm. */
function isExpression(pattern: unknown): pattern is RegExp {
  return Object.prototype.toString.call(pattern) === '[object RegExp]';
}

function noEvent(where: string, what: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `@OnClerkEvent() is on ${where} ${what}. Events are: ${WEBHOOK_EVENT_TYPES.join(', ')}.`,
  );
}
