import { Inject, Injectable } from '@nestjs/common';
import { ApplicationConfig, type ExternalContextCreator, ModulesContainer } from '@nestjs/core';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { type Class, classOf, methodNamesOf } from '../../nest/audit/classes.js';
import { eventPatternsOf, eventTypesOf } from './event-patterns.js';
import { ARGUMENTS, argumentsFactory } from './handler-arguments.js';
import { assertNoClerkGuard } from './handler-guards.js';
import { CONTEXT_TYPE, createNestContext } from './nest-context.js';
import type { WebhookHandler } from './webhook-handler.js';

/** A module as Nest's container has it. */
type Host = ModulesContainer extends Map<string, infer Module> ? Module : never;

/** What Nest has of a provider or controller. */
type Wrapper = ReturnType<Host['getProviderByKey']>;

/** A class with handlers, and what Nest has of it. */
interface Owner {
  readonly type: Class;
  readonly wrapper: Wrapper;
}

/** Finds the methods with `@OnClerkEvent()` in all of the application. Internal. */
@Injectable()
export class WebhookHandlers {
  constructor(
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
  ) {}

  /**
   * Call it once all providers have been made.
   *
   * @throws ClerkConfigurationError for a handler that could never run, or not as declared.
   */
  discover(): WebhookHandler[] {
    const context = createNestContext(this.modules, this.config);
    const handlers = this.#owners().flatMap((owner) => handlersOf(owner, context));
    assertDistinct(handlers);
    return handlers;
  }

  /** Each class once: provided by several modules it is still one handler, to run once. */
  #owners(): Owner[] {
    const owners = new Map<Class, Owner>();
    for (const { providers, controllers } of this.modules.values()) {
      for (const wrapper of [...providers.values(), ...controllers.values()]) {
        const type = classOf(wrapper.instance, wrapper.metatype);
        if (type && !owners.has(type)) owners.set(type, { type, wrapper });
      }
    }
    return [...owners.values()];
  }
}

function handlersOf(owner: Owner, context: ExternalContextCreator): WebhookHandler[] {
  return methodNamesOf(owner.type).flatMap((method) => {
    const patterns = eventPatternsOf(owner.type.prototype, method);
    return patterns ? [toHandler(owner, method, patterns, context)] : [];
  });
}

function toHandler(
  { type, wrapper }: Owner,
  method: string | symbol,
  patterns: readonly unknown[],
  context: ExternalContextCreator,
): WebhookHandler {
  const name = `${type.name}.${String(method)}`;
  const types = eventTypesOf(patterns, name);
  if (wrapper.isTransient || !wrapper.isDependencyTreeStatic()) throw notSingle(name);
  const instance: unknown = wrapper.instance;
  const callback: unknown = Reflect.get(type.prototype, method);
  if (typeof instance !== 'object' || instance === null || typeof callback !== 'function') {
    throw notThere(name);
  }
  assertNoClerkGuard(name, [type, callback]);
  return { name, types, run: bind(context, instance, callback, method) };
}

function bind(
  context: ExternalContextCreator,
  instance: object,
  callback: object,
  method: string | symbol,
): WebhookHandler['run'] {
  return context.create(
    instance,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller has looked
    callback as (...args: unknown[]) => unknown,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only a key, and keys can be symbols
    method as string,
    ARGUMENTS,
    argumentsFactory,
    undefined,
    undefined,
    undefined,
    CONTEXT_TYPE,
  );
}

/** Two of one name could not be told apart in the store, and one would count as done for the other. */
function assertDistinct(handlers: readonly WebhookHandler[]): void {
  const names = handlers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new ClerkConfigurationError(
    `Two classes have a handler called ${twice}, and what was done is remembered by that name. ` +
      'Rename one of the classes or methods.',
  );
}

function notSingle(name: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `@OnClerkEvent() is on ${name}, whose class is made for each request or for each that injects it, ` +
      'by its own scope or that of something it injects: no instance is there for events. Use the ' +
      'default scope, and ModuleRef.resolve() for what can not have it.',
  );
}

function notThere(name: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `@OnClerkEvent() is on ${name}, which is no method of a provider that was made.`,
  );
}
