import { ConfigurableModuleBuilder, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { ClerkModuleExtras, ClerkOptions } from './clerk-options.js';
import { ClerkAuthGuard } from './nest/clerk-auth.guard.js';

const EXTRAS: Required<ClerkModuleExtras> = { isGlobal: true, globalGuard: false };

const GLOBAL_GUARD: Provider = { provide: APP_GUARD, useExisting: ClerkAuthGuard };

/** `forRoot`, `forRootAsync` and the token of the raw options, as Nest makes them. */
export const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<ClerkOptions>({ moduleName: 'Clerk' })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createClerkOptions')
    .setExtras(EXTRAS, (definition, { isGlobal, globalGuard }) => ({
      ...definition,
      global: isGlobal ?? EXTRAS.isGlobal,
      providers: [...(definition.providers ?? []), ...(globalGuard ? [GLOBAL_GUARD] : [])],
    }))
    .build();
