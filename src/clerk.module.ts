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
import type {
  ClerkModuleExtras,
  ClerkModuleOptions,
  ClerkOptionsCallback,
} from './clerk-options.js';
import { ClerkConfigurationError } from './clerk-configuration-error.js';
import { AccessAudit } from './nest/audit/access-audit.js';
import type { AuditEntry } from './nest/audit/audit-entry.js';
import { ClerkAuthGuard } from './nest/clerk-auth.guard.js';
import { ClerkAuthenticator } from './nest/clerk-authenticator.js';
import { ClerkHealth } from './nest/health/clerk-health.js';
import { PolicyEvaluator } from './nest/policy/policy-evaluator.js';
import { TenantContext } from './tenants/tenant-context.js';
import { clerkProviders } from './nest/providers.js';
import { CLERK_OPTIONS } from './nest/tokens.js';

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
   * application boots. Or a function that computes the options of each request, which gets Node's
   * request.
   * @param extras Beside a function: `isGlobal`, `globalGuard`, `audit`, `protect` and
   * `frontendApiProxy`.
   * @throws ClerkConfigurationError for what is neither, and for an extra that can't be read.
   */
  static override forRoot(
    options: ClerkModuleOptions | ClerkOptionsCallback = {},
    extras: ClerkModuleExtras = {},
  ): DynamicModule {
    if (typeof options === 'function') {
      assertKnown('forRoot', Object.keys(extras), EXTRA_NAMES);
      // The builder would spread the function, and nothing of it would be left.
      return complete(super.forRoot(extras), options);
    }
    if (typeof options !== 'object' || options === null) {
      throw new ClerkConfigurationError(
        'ClerkModule.forRoot() takes an options object, or a function that computes the options of a ' +
          'request. Use forRootAsync({ useFactory }) to compute them once.',
      );
    }
    if (Object.keys(extras).length > 0) throw extrasApart();
    return complete(super.forRoot(options));
  }

  /**
   * @param options `imports`, `inject` and one of `useFactory`, `useClass` (a
   * `ClerkOptionsFactory`) and `useExisting`; beside them the extras `isGlobal`, `globalGuard`,
   * `audit`, `protect` and `frontendApiProxy`.
   */
  static override forRootAsync(
    options: Parameters<typeof ConfigurableModuleClass.forRootAsync>[0],
  ): DynamicModule {
    assertKnown('forRootAsync', Object.keys(options), ASYNC_NAMES);
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

/** What shapes the application. */
const EXTRA_NAMES = ['isGlobal', 'globalGuard', 'audit', 'protect', 'frontendApiProxy'];

/** What may stand beside `useFactory`. */
const ASYNC_NAMES = [
  'imports',
  'inject',
  'useFactory',
  'useClass',
  'useExisting',
  'provideInjectionTokensFrom',
  ...EXTRA_NAMES,
];

/** A misspelt `globalGuard` would leave every door open. */
function assertKnown(method: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new ClerkConfigurationError(
    `ClerkModule.${method}() does not know ${unknown.join(', ')}. It takes ${known.join(', ')}; ` +
      'every other option belongs into what the function returns.',
  );
}

function extrasApart(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'ClerkModule.forRoot() takes extras as a second argument only beside a function: put them among the options.',
  );
}

/** @param callback Takes the place of the options. */
function complete(definition: DynamicModule, callback?: ClerkOptionsCallback): DynamicModule {
  const own = clerkProviders(MODULE_OPTIONS_TOKEN, ClerkModule);
  // The last one counts.
  const given = callback ? [{ provide: MODULE_OPTIONS_TOKEN, useValue: callback }] : [];
  return {
    ...definition,
    providers: [...(definition.providers ?? []), ...given, ...own],
    exports: [
      ClerkClient,
      ClerkAuthenticator,
      ClerkAuthGuard,
      ClerkHealth,
      PolicyEvaluator,
      TenantContext,
    ],
  };
}
