import { ConfigurableModuleBuilder, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { ClerkModuleExtras, ClerkSettings } from './clerk-options.js';
import { ClerkConfigurationError } from './clerk-configuration-error.js';
import type { AuditMode } from './nest/audit/audit-check.js';
import { Protection } from './nest/protection/protection.js';
import { CLERK_AUDIT, CLERK_PROTECTION, CLERK_PROXY_OPTIONS } from './nest/tokens.js';
import { GlobalClerkGuard } from './nest/global-guard.js';

const EXTRAS: Required<Omit<ClerkModuleExtras, 'protect' | 'frontendApiProxy'>> &
  ClerkModuleExtras = {
  isGlobal: true,
  globalGuard: false,
  audit: 'off',
  protect: undefined,
  frontendApiProxy: undefined,
};

const GLOBAL_GUARD: Provider[] = [
  GlobalClerkGuard,
  { provide: APP_GUARD, useExisting: GlobalClerkGuard },
];

/** A misspelt mode would look at nothing. */
function readAuditMode(mode: AuditMode | undefined): AuditMode {
  const modes: readonly unknown[] = ['error', 'warn', 'off', undefined];
  if (modes.includes(mode)) return mode ?? EXTRAS.audit;
  throw new ClerkConfigurationError("The extra `audit` must be 'error', 'warn' or 'off'.");
}

/** `forRoot`, `forRootAsync` and the token of the raw options, as Nest makes them. */
export const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<ClerkSettings>({ moduleName: 'Clerk' })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createClerkOptions')
    .setExtras(
      EXTRAS,
      (definition, { isGlobal, globalGuard, audit, protect, frontendApiProxy }) => ({
        ...definition,
        global: isGlobal ?? EXTRAS.isGlobal,
        providers: [
          ...(definition.providers ?? []),
          ...(globalGuard ? GLOBAL_GUARD : []),
          { provide: CLERK_AUDIT, useValue: readAuditMode(audit) },
          // Checked when the application boots, where its environment is read.
          { provide: CLERK_PROXY_OPTIONS, useValue: frontendApiProxy },
          ...(protect === undefined
            ? []
            : [{ provide: CLERK_PROTECTION, useValue: new Protection(protect) }]),
        ],
      }),
    )
    .build();
