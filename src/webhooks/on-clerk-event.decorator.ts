import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { WebhookEvent, WebhookEventOf, WebhookEventType } from './events/webhook-event.js';
import { noteArguments } from './handlers/handler-arguments.js';
import { addEventPatterns } from './handlers/event-patterns.js';
import type { WebhookDelivery } from './webhook-delivery.js';

/** Which events a handler is for: a name, an expression that names are tested with, or `*` for all. */
export type EventPattern = WebhookEventType | '*' | RegExp;

/** The events that patterns stand for. What an expression matches is not known to the compiler. */
export type EventsOf<Pattern extends EventPattern> = Pattern extends WebhookEventType
  ? WebhookEventOf<Pattern>
  : WebhookEvent;

/** A decorator of methods that take the events given. */
export type EventDecorator<Event> = <
  Handler extends (event: Event, delivery: WebhookDelivery) => unknown,
>(
  prototype: object,
  method: string | symbol,
  descriptor: TypedPropertyDescriptor<Handler>,
) => void;

/**
 * Has a method of a provider or controller run for events of Clerk's, once for each, as soon as
 * `ClerkWebhookModule` is imported. It gets the event, a copy of its own, and the delivery. A method
 * that fails is run again when Clerk delivers again.
 *
 * Patterns stand for the events that this version knows; a name, or a pattern, that stands for none
 * fails the boot.
 *
 * @param patterns Names, expressions or `'*'`, at least one.
 * @example
 * ```ts
 * @OnClerkEvent('user.created', 'user.updated')
 * async save({ data }: WebhookEventOf<'user.created' | 'user.updated'>) {}
 * ```
 */
export function OnClerkEvent<const Patterns extends readonly [EventPattern, ...EventPattern[]]>(
  ...patterns: Patterns
): EventDecorator<EventsOf<Patterns[number]>> {
  return (prototype, method) => {
    // Of a static method it is the class, and nothing would ever look there.
    if (typeof prototype === 'function') throw isStatic(prototype.name, method);
    addEventPatterns(prototype, method, patterns);
    noteArguments(prototype, method);
  };
}

function isStatic(name: string, method: string | symbol): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `@OnClerkEvent() is on ${name}.${String(method)}, which is static: no provider has it. Make it a method of instances.`,
  );
}
