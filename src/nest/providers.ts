import type { Provider, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ClerkClient, createClerkClient } from '../client/index.js';
import type { ClerkOptions } from '../clerk-options.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { createInstance, type Instance } from '../engine/instance.js';
import { fetchJwks } from '../engine/keys/fetch-jwks.js';
import { JwksKeySource } from '../engine/keys/jwks-key-source.js';
import type { KeySource } from '../engine/keys/key-source.js';
import { PemKeySource } from '../engine/keys/pem-key-source.js';
import { ClerkAuthGuard } from './clerk-auth.guard.js';
import { ClerkAuthenticator } from './clerk-authenticator.js';
import { ClerkRegistrar } from './clerk-registrar.js';
import { ClerkMiddleware } from './http/clerk-middleware.js';
import type { SignInTarget } from './http/sign-in-url.js';
import { type ResolvedOptions, resolveOptions } from './options/resolve-options.js';
import { resolveTestingOptions } from './options/resolve-testing-options.js';
import { PolicyCheck } from './policy/policy-check.js';
import { createSessionBackend } from './session-backend.js';
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
    PolicyCheck,
  ];
}

function instanceOf(options: ResolvedOptions, client: ClerkClient): Instance {
  const { publishableKey, proxyUrl } = options;
  const backend = createSessionBackend(client);
  return createInstance({ publishableKey, proxyUrl, keys: keysOf(options), backend });
}

function keysOf({ jwtKey, secretKey, apiUrl, apiVersion }: ResolvedOptions): KeySource {
  if (jwtKey !== undefined) return new PemKeySource(jwtKey);
  // Resolving the options has made sure of one of the two.
  const access = { secretKey: secretKey ?? '', apiUrl, apiVersion, fetch: globalThis.fetch };
  return new JwksKeySource({ fetchKeys: () => fetchJwks(access), clock: Date.now });
}

function signInTarget({ signInUrl, publishableKey }: ResolvedOptions): SignInTarget {
  const { frontendApi, instanceType } = publishableKey;
  return { signInUrl, frontendApi, instanceType };
}

function clientOf({ secretKey, apiUrl, apiVersion }: ResolvedOptions): ClerkClient {
  return createClerkClient({ secretKey, apiUrl, apiVersion });
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
