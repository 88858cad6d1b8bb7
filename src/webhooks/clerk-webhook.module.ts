import { type DynamicModule, Inject, Module, Optional } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import {
  ConfigurableModuleClass,
  MODULE_OPTIONS_TOKEN,
} from './clerk-webhook.module-definition.js';
import { WebhookHandlers } from './handlers/webhook-handlers.js';
import { CLERK_WEBHOOK_SETTINGS } from './tokens.js';
import type { ClerkWebhookOptions } from './webhook-options.js';
import { WebhookRegistrar } from './webhook-registrar.js';
import { readWebhookSettings } from './webhook-settings.js';

/**
 * An endpoint for Clerk's webhooks, which verifies each delivery and hands its event to the methods
 * with `@OnClerkEvent()`, to each once. Import it once, in the root module, before `ClerkModule`.
 *
 * @example
 * ```ts
 * @Module({ imports: [ClerkWebhookModule.forRoot(), ClerkModule.forRoot()] }) // keys from the environment
 * export class AppModule {}
 * ```
 */
@Module({})
export class ClerkWebhookModule extends ConfigurableModuleClass {
  constructor(@Optional() @Inject(CLERK_WEBHOOK_SETTINGS) settings?: unknown) {
    super();
    if (settings !== undefined) return;
    throw new ClerkConfigurationError(
      'ClerkWebhookModule is imported without its options, and would take in nothing. ' +
        'Write ClerkWebhookModule.forRoot() or ClerkWebhookModule.forRootAsync() among the imports.',
    );
  }

  /** @param options Options; a secret that is missing is read from the environment at boot. */
  static override forRoot(options: ClerkWebhookOptions = {}): DynamicModule {
    return complete(super.forRoot(options));
  }

  /**
   * @param options `imports`, `inject` and one of `useFactory`, `useClass` (a
   * `ClerkWebhookOptionsFactory`) and `useExisting`.
   */
  static override forRootAsync(
    options: Parameters<typeof ConfigurableModuleClass.forRootAsync>[0],
  ): DynamicModule {
    return complete(super.forRootAsync(options));
  }
}

function complete(definition: DynamicModule): DynamicModule {
  const settings = {
    provide: CLERK_WEBHOOK_SETTINGS,
    useFactory: (modules: ModulesContainer, options: ClerkWebhookOptions) => {
      assertOnce(modules);
      return readWebhookSettings(options, process.env);
    },
    inject: [ModulesContainer, MODULE_OPTIONS_TOKEN],
  };
  const own = [WebhookRegistrar, settings, WebhookHandlers];
  return { ...definition, providers: [...(definition.providers ?? []), ...own] };
}

/** With two, every handler would run for each. */
function assertOnce(modules: ModulesContainer): void {
  const all = [...modules.values()];
  const count = all.filter(({ metatype }) => metatype === ClerkWebhookModule).length;
  if (count <= 1) return;
  throw new ClerkConfigurationError(
    `ClerkWebhookModule.forRoot() is imported ${count} times. Import it once, in the root module; ` +
      'signingSecrets takes the secrets of several endpoints.',
  );
}
