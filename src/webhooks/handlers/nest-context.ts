import { Logger } from '@nestjs/common';
import {
  type ApplicationConfig,
  ExternalContextCreator,
  type ModulesContainer,
} from '@nestjs/core';
import { ExternalExceptionFilterContext } from '@nestjs/core/exceptions/external-exception-filter-context.js';
import { ExternalExceptionsHandler } from '@nestjs/core/exceptions/external-exceptions-handler.js';
import { GuardsConsumer } from '@nestjs/core/guards/guards-consumer.js';
import { GuardsContextCreator } from '@nestjs/core/guards/guards-context-creator.js';
import { InterceptorsConsumer } from '@nestjs/core/interceptors/interceptors-consumer.js';
import { InterceptorsContextCreator } from '@nestjs/core/interceptors/interceptors-context-creator.js';
import { PipesConsumer } from '@nestjs/core/pipes/pipes-consumer.js';
import { PipesContextCreator } from '@nestjs/core/pipes/pipes-context-creator.js';
import { DELIVERY } from './handler-arguments.js';

/** What `context.getType()` says while a handler of webhooks runs. */
export const CONTEXT_TYPE = 'clerk-webhook';

type Container = ConstructorParameters<typeof GuardsContextCreator>[0];

/**
 * What Nest runs handlers with that are not its own, but for three things: the application's global
 * guards are not run, since they ask for people and a delivery has proved by its signature whose it
 * is; filters see an error and can't make it none; and pipes get the event and not the delivery.
 */
export function createNestContext(
  modules: ModulesContainer,
  config: ApplicationConfig,
): ExternalContextCreator {
  const parts = { getModules: () => modules, applicationConfig: config };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the creators ask for nothing else of the container, which can't be injected
  const container = parts as unknown as Container;
  return new ExternalContextCreator(
    // Without the configuration it knows of no global ones.
    new GuardsContextCreator(container),
    new GuardsConsumer(),
    new InterceptorsContextCreator(container, config),
    new InterceptorsConsumer(),
    modules,
    new PipesContextCreator(container, config),
    new EventPipes(),
    new WatchingFilters(container, config),
  );
}

class EventPipes extends PipesConsumer {
  override async apply(...call: Parameters<PipesConsumer['apply']>): Promise<unknown> {
    const [value, { data }] = call;
    return data === DELIVERY ? value : super.apply(...call);
  }
}

class WatchingFilters extends ExternalExceptionFilterContext {
  override create(
    ...args: Parameters<ExternalExceptionFilterContext['create']>
  ): ExternalExceptionsHandler {
    return new WatchedFailure(super.create(...args));
  }
}

/**
 * Shows an error to the filter that it is for, and throws it on. What a filter returns can mean that
 * all is well, or be the error in another transport's form; a delivery that was taken for done in the
 * second case would be lost.
 */
class WatchedFailure extends ExternalExceptionsHandler {
  readonly #logger = new Logger('ClerkWebhookModule');

  constructor(private readonly handler: ExternalExceptionsHandler) {
    super();
  }

  override async next(
    ...[exception, host]: Parameters<ExternalExceptionsHandler['next']>
  ): Promise<never> {
    try {
      await this.handler.invokeCustomFilters(exception, host);
    } catch (error) {
      if (error !== exception) this.#logger.warn(filterFailed(error));
    }
    throw exception;
  }
}

function filterFailed(error: unknown): string {
  const why = error instanceof Object && 'message' in error ? String(error.message) : String(error);
  return (
    `A filter failed at the error of a webhook's handler: ${why}. Does it take the context for one ` +
    `of HTTP? host.getType() is "${CONTEXT_TYPE}".`
  );
}
