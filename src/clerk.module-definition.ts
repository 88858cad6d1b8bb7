import { ConfigurableModuleBuilder, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { ClerkModuleExtras, ClerkOptions } from './clerk-options.js';
import { GlobalClerkGuard } from './nest/global-guard.js';

const EXTRAS: Required<ClerkModuleExtras> = { isGlobal: true, globalGuard: false };

const GLOBAL_GUARD: Provider[] = [
  GlobalClerkGuard,
  { provide: APP_GUARD, useExisting: GlobalClerkGuard },
];

/** `forRoot`, `forRootAsync` and the token of the raw options, as Nest makes them. */
export const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<ClerkOptions>({ moduleName: 'Clerk' })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createClerkOptions')
    .setExtras(EXTRAS, (definition, { isGlobal, globalGuard }) => ({
      ...definition,
      global: isGlobal ?? EXTRAS.isGlobal,
      providers: [...(definition.providers ?? []), ...(globalGuard ? GLOBAL_GUARD : [])],
    }))
    .build();
