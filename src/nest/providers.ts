import { Logger, type Provider, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ClerkClient } from '../clerk-client.js';
import type { ClerkOptions, ClerkSettings } from '../clerk-options.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { AuthenticationClient } from '../request/authentication-client.js';
import { readSettings, type Settings, tenantsOf } from '../tenants/settings.js';
import { clientOf } from '../tenants/tenant.js';
import { createTenantClient } from '../tenants/tenant-client.js';
import { TenantContext } from '../tenants/tenant-context.js';
import { AccessAudit } from './audit/access-audit.js';
import { AuditCheck } from './audit/audit-check.js';
import { HandlerCatalog } from './audit/handler-catalog.js';
import { BootWarnings } from './boot-warnings.js';
import { ClerkAuthGuard } from './clerk-auth.guard.js';
import { ClerkAuthenticator } from './clerk-authenticator.js';
import { ClerkRegistrar } from './clerk-registrar.js';
import { ClerkHealth } from './health/clerk-health.js';
import { KeyLog } from './health/key-log.js';
import { HandlerStages } from './handler-stages.js';
import { ClerkMiddleware } from './http/clerk-middleware.js';
import { PolicyEvaluator } from './policy/policy-evaluator.js';
import { PolicyCheck } from './policy/policy-check.js';
import type { Protection } from './protection/protection.js';
import type { FrontendApiProxyOptions } from '../proxy/frontend-api-proxy-options.js';
import type { TenantSource } from '../tenants/tenant-source.js';
import { ProxyGate } from './proxy/proxy-gate.js';
import {
  CLERK_OPTIONS,
  CLERK_PROTECTION,
  CLERK_PROXY_OPTIONS,
  CLERK_TENANTS,
  CLERK_TESTING_OPTIONS,
} from './tokens.js';

/**
 * What `ClerkModule` provides.
 *
 * @param rawOptions The token of the options as the application gave them.
 * @param module The module class, to notice when it is there twice.
 */
export function clerkProviders(rawOptions: string | symbol, module: Type): Provider[] {
  return [
    {
      provide: CLERK_OPTIONS,
      useFactory: (
        modules: ModulesContainer,
        given: ClerkSettings,
        frontendApiProxy?: FrontendApiProxyOptions,
        testing?: ClerkOptions,
      ) => {
        assertOnce(modules, module);
        const { env: environment } = process;
        const reportKeys = new KeyLog().note;
        const context = { environment, testing, report, reportKeys, frontendApiProxy };
        return readSettings(given, context);
      },
      inject: [
        ModulesContainer,
        rawOptions,
        CLERK_PROXY_OPTIONS,
        { token: CLERK_TESTING_OPTIONS, optional: true },
      ],
    },
    { provide: TenantContext, useFactory: tenantContext, inject: [CLERK_OPTIONS] },
    { provide: ClerkClient, useFactory: clientFor, inject: [CLERK_OPTIONS, TenantContext] },
    // With one set of options authentication asks by the client that is injected, whoever provides it.
    {
      provide: CLERK_TENANTS,
      useFactory: (settings: Settings, client: AuthenticationClient) =>
        // Without effect on those of settings, which have their log already.
        tenantsOf(settings, client, new KeyLog().note),
      inject: [CLERK_OPTIONS, ClerkClient],
    },
    {
      provide: ClerkMiddleware,
      useFactory: (
        authenticator: ClerkAuthenticator,
        context: TenantContext,
        protection?: Protection,
      ) => new ClerkMiddleware(authenticator, { context, protection }),
      inject: [ClerkAuthenticator, TenantContext, { token: CLERK_PROTECTION, optional: true }],
    },
    {
      provide: ProxyGate,
      useFactory: ({ proxy }: Settings, tenants: TenantSource) => new ProxyGate(proxy, tenants),
      inject: [CLERK_OPTIONS, CLERK_TENANTS],
    },
    ClerkAuthenticator,
    ClerkAuthGuard,
    ClerkHealth,
    ClerkRegistrar,
    HandlerStages,
    HandlerCatalog,
    AccessAudit,
    PolicyCheck,
    AuditCheck,
    PolicyEvaluator,
    BootWarnings,
  ];
}

function tenantContext({ kind }: Settings): TenantContext {
  return new TenantContext(kind === 'per-request');
}

function clientFor(settings: Settings, context: TenantContext): AuthenticationClient {
  return settings.kind === 'fixed'
    ? clientOf(settings.options)
    : createTenantClient(context, settings.tenants);
}

function report(tenant: string, cause: unknown): void {
  const why = cause instanceof Object && 'message' in cause ? String(cause.message) : String(cause);
  new Logger('ClerkModule').error(
    `The options of the tenant ${JSON.stringify(tenant)} could not be loaded: ${why}. Its requests are answered 503.`,
  );
}

/** Two would mean two sets of rules, and which of them a request meets would be chance. */
function assertOnce(modules: ModulesContainer, module: Type): void {
  const ours = [...modules.values()].filter(
    ({ metatype }) => metatype === module || metatype.prototype instanceof module,
  );
  const count = ours.length;
  if (count <= 1) return;
  throw new ClerkConfigurationError(
    `ClerkModule.forRoot() is imported ${count} times. Import it once, in the root module; ` +
      'other modules get at ClerkClient and the guard from there (unless isGlobal is false).',
  );
}
