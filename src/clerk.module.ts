import {
  type DynamicModule,
  type INestApplicationContext,
  Inject,
  Module,
  Optional,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ClerkClient } from './clerk-client.js';
import { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } from './clerk.module-definition.js';
import type { ClerkModuleOptions } from './clerk-options.js';
import { ClerkConfigurationError } from './clerk-configuration-error.js';
import { AccessAudit } from './nest/audit/access-audit.js';
import type { AuditEntry } from './nest/audit/audit-entry.js';
import { ClerkAuthGuard } from './nest/clerk-auth.guard.js';
import { ClerkAuthenticator } from './nest/clerk-authenticator.js';
import { PolicyEvaluator } from './nest/policy/policy-evaluator.js';
import { clerkProviders } from './nest/providers.js';
import { CLERK_OPTIONS, CLERK_SIGN_IN_TARGET } from './nest/tokens.js';

/**
 * Clerk for a Nest application: authenticates every request before anything else sees it, and
 * provides the guard and the client. Import it once, in the root module.
 *
 * @example
 * ```ts
 * @Module({ imports: [ClerkModule.forRoot()] }) // keys from the environment
 * export class AppModule {}
 * ```
 */
@Module({ imports: [DiscoveryModule] })
export class ClerkModule extends ConfigurableModuleClass {
  constructor(@Optional() @Inject(CLERK_OPTIONS) options?: unknown) {
    super();
    if (options !== undefined) return;
    throw new ClerkConfigurationError(
      'ClerkModule is imported without its options, and would protect nothing. ' +
        'Write ClerkModule.forRoot() or ClerkModule.forRootAsync() among the imports.',
    );
  }

  /**
   * @param options Options and extras; what is missing is read from the environment when the
   * application boots.
   */
  static override forRoot(options: ClerkModuleOptions = {}): DynamicModule {
    if (typeof options !== 'object' || options === null) {
      throw new ClerkConfigurationError(
        'ClerkModule.forRoot() takes an options object. Use forRootAsync({ useFactory }) to compute one.',
      );
    }
    return complete(super.forRoot(options));
  }

  /**
   * @param options `imports`, `inject` and one of `useFactory`, `useClass` (a
   * `ClerkOptionsFactory`) and `useExisting`; beside them the extras `isGlobal`, `globalGuard` and
   * `audit`.
   */
  static override forRootAsync(
    options: Parameters<typeof ConfigurableModuleClass.forRootAsync>[0],
  ): DynamicModule {
    assertKnown(Object.keys(options));
    return complete(super.forRootAsync(options));
  }

  /**
   * Who gets in where: every handler of an application with its effective policy, as declared. HTTP
   * handlers, and by their metadata GraphQL fields, gateway messages and patterns.
   *
   * @param app The application, initialized or not.
   * @example
   * ```ts
   * console.log(formatAudit(ClerkModule.audit(app)));
   * ```
   */
  static audit(app: INestApplicationContext): AuditEntry[] {
    return app.get(AccessAudit, { strict: false }).list();
  }
}

/** What may stand beside `useFactory`. */
const ASYNC_KEYS = new Set([
  'imports',
  'inject',
  'useFactory',
  'useClass',
  'useExisting',
  'provideInjectionTokensFrom',
  'isGlobal',
  'globalGuard',
  'audit',
]);

/** A misspelt `globalGuard` would leave every door open. */
function assertKnown(names: readonly string[]): void {
  const unknown = names.filter((name) => !ASYNC_KEYS.has(name));
  if (unknown.length === 0) return;
  throw new ClerkConfigurationError(
    `ClerkModule.forRootAsync() does not know ${unknown.join(', ')}. It takes ` +
      `${[...ASYNC_KEYS].join(', ')}; every other option belongs into what the factory returns.`,
  );
}

function complete(definition: DynamicModule): DynamicModule {
  return {
    ...definition,
    providers: [
      ...(definition.providers ?? []),
      ...clerkProviders(MODULE_OPTIONS_TOKEN, ClerkModule),
    ],
    exports: [
      ClerkClient,
      ClerkAuthenticator,
      ClerkAuthGuard,
      PolicyEvaluator,
      CLERK_SIGN_IN_TARGET,
    ],
  };
}
