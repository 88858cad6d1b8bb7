import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ClerkClient } from './client/index.js';
import { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } from './clerk.module-definition.js';
import type { ClerkModuleOptions } from './clerk-options.js';
import { ClerkConfigurationError } from './clerk-configuration-error.js';
import { ClerkAuthGuard } from './nest/clerk-auth.guard.js';
import { ClerkAuthenticator } from './nest/clerk-authenticator.js';
import { clerkProviders } from './nest/providers.js';
import { CLERK_SIGN_IN_TARGET } from './nest/tokens.js';

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
  /**
   * @param options Options and extras; what is missing is read from the environment when the
   * application boots.
   */
  static override forRoot(options: ClerkModuleOptions = {}): DynamicModule {
    if (typeof options === 'function') {
      throw new ClerkConfigurationError(
        'ClerkModule.forRoot() takes an options object. Use forRootAsync({ useFactory }) to compute one.',
      );
    }
    return complete(super.forRoot(options));
  }

  /**
   * @param options `imports`, `inject` and one of `useFactory`, `useClass` (a
   * `ClerkOptionsFactory`) and `useExisting`; beside them the extras `isGlobal` and `globalGuard`.
   */
  static override forRootAsync(
    options: Parameters<typeof ConfigurableModuleClass.forRootAsync>[0],
  ): DynamicModule {
    return complete(super.forRootAsync(options));
  }
}

function complete(definition: DynamicModule): DynamicModule {
  return {
    ...definition,
    providers: [
      ...(definition.providers ?? []),
      ...clerkProviders(MODULE_OPTIONS_TOKEN, ClerkModule),
    ],
    exports: [ClerkClient, ClerkAuthenticator, ClerkAuthGuard, CLERK_SIGN_IN_TARGET],
  };
}
