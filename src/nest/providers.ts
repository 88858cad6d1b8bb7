import type { Provider, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ClerkClient, createClerkClient } from '../clerk-client.js';
import type { ClerkOptions } from '../clerk-options.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { AuthenticationClient } from '../request/authentication-client.js';
import { createBackend } from '../request/create-backend.js';
import { createKeySource } from '../request/key-source.js';
import { AccessAudit } from './audit/access-audit.js';
import { AuditCheck } from './audit/audit-check.js';
import { HandlerCatalog } from './audit/handler-catalog.js';
import { BootWarnings } from './boot-warnings.js';
import { ClerkAuthGuard } from './clerk-auth.guard.js';
import { ClerkAuthenticator } from './clerk-authenticator.js';
import { ClerkRegistrar } from './clerk-registrar.js';
import { ClerkMiddleware } from './http/clerk-middleware.js';
import type { SignInTarget } from './http/sign-in-url.js';
import { resolveOptions } from './options/resolve-options.js';
import type { ResolvedOptions } from './options/resolved-options.js';
import { resolveTestingOptions } from './options/resolve-testing-options.js';
import { PolicyEvaluator } from './policy/policy-evaluator.js';
import { PolicyCheck } from './policy/policy-check.js';
import { fixedDeployment, type InstanceOf, instanceSource } from './request-instance.js';
import {
  CLERK_INSTANCE,
  CLERK_OPTIONS,
  CLERK_SIGN_IN_TARGET,
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
      useFactory: (modules: ModulesContainer, options: ClerkOptions, testing?: ClerkOptions) => {
        assertOnce(modules, module);
        return testing
          ? resolveTestingOptions(options, testing, process.env)
          : resolveOptions(options, process.env);
      },
      inject: [ModulesContainer, rawOptions, { token: CLERK_TESTING_OPTIONS, optional: true }],
    },
    { provide: CLERK_INSTANCE, useFactory: instanceOf, inject: [CLERK_OPTIONS, ClerkClient] },
    { provide: CLERK_SIGN_IN_TARGET, useFactory: signInTarget, inject: [CLERK_OPTIONS] },
    { provide: ClerkClient, useFactory: clientOf, inject: [CLERK_OPTIONS] },
    ClerkAuthenticator,
    ClerkAuthGuard,
    ClerkMiddleware,
    ClerkRegistrar,
    HandlerCatalog,
    AccessAudit,
    PolicyCheck,
    AuditCheck,
    PolicyEvaluator,
    BootWarnings,
  ];
}

function instanceOf(options: ResolvedOptions, client: AuthenticationClient): InstanceOf {
  const { connection } = options;
  const backend = createBackend(client, connection.machineSecretKey);
  return instanceSource(options, { keys: createKeySource(connection), backend });
}

function signInTarget({ pages, publishableKey }: ResolvedOptions): SignInTarget {
  // Without a publishable key only programs' tokens are taken, and nobody is sent to sign in.
  const { frontendApi = '', instanceType = 'production' } = publishableKey ?? {};
  return { signInUrl: pages.signInUrl, frontendApi, instanceType };
}

function clientOf(options: ResolvedOptions): AuthenticationClient {
  const { clerkClient, connection, policy, publishableKey } = options;
  if (clerkClient) return clerkClient;
  const { secretKey, machineSecretKey, jwtKey, apiUrl, apiVersion } = connection;
  return createClerkClient({
    secretKey,
    machineSecretKey,
    jwtKey,
    apiUrl,
    apiVersion,
    publishableKey: publishableKey?.value,
    audience: [...policy.audience],
    // What follows from a request's URL has to be said with the request.
    ...fixedDeployment(options.deployment),
  });
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
