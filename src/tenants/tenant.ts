import { createClerkClient } from '../clerk-client.js';
import { DEFAULT_RETRY, machineTokenEndings } from '../client/index.js';
import type { FetchToken } from '../engine/auth/index.js';
import type { Backend } from '../engine/evidence/backend.js';
import { MachineAnswers } from '../engine/evidence/machine-answers.js';
import type { ReportKeyEvent } from '../engine/keys/key-event.js';
import type { ObservedKeySource } from '../engine/keys/key-source.js';
import { TokenCache } from '../engine/tokens/token-cache.js';
import type { ResolvedOptions } from '../options/resolved-options.js';
import { type AuthenticationClient, withoutRetries } from '../request/authentication-client.js';
import { createBackend } from '../request/create-backend.js';
import { fetchTokenBy } from '../request/fetch-token.js';
import { createKeySource } from '../request/key-source.js';
import { fixedDeployment, type InstanceOf, instanceSource } from './request-instance.js';

/**
 * One Clerk instance with the rules that an application has for it: all that a request is
 * authenticated by. Most applications have one; the others have one for each of their tenants, and
 * nothing in here is shared between two.
 */
export interface Tenant {
  readonly options: ResolvedOptions;
  /** Ours, or the one that the options give. */
  readonly client: AuthenticationClient;
  readonly keys: ObservedKeySource;
  readonly instanceOf: InstanceOf;
  readonly fetchToken: FetchToken;
}

/** What a tenant can be made with, in place of what would be made from its options. */
interface TenantParts {
  readonly client?: AuthenticationClient;
  readonly keys?: ObservedKeySource;
  /** Told of keys that can't be refreshed; those that are given have their own. */
  readonly reportKeys?: ReportKeyEvent | undefined;
}

/** Puts a tenant together. Nothing is fetched before a request needs it. */
export function createTenant(options: ResolvedOptions, parts: TenantParts = {}): Tenant {
  const { client = clientOf(options), reportKeys: report } = parts;
  const { keys = createKeySource(options.connection, { report }) } = parts;
  const tokens = new TokenCache(options.tokenCacheMax);
  const asked = createBackend(withoutRetries(client), options.connection.machineSecretKey);
  const backend = remembering(asked, options.machineTokenCache);
  return {
    options,
    client,
    keys,
    instanceOf: instanceSource(options, { keys, tokens, backend }),
    fetchToken: fetchTokenBy(client),
  };
}

function remembering(backend: Backend, limits: ResolvedOptions['machineTokenCache']): Backend {
  if (!limits) return backend;
  // The time of day, which the ends of tokens are given in; looked up for each call.
  const clock = () => Date.now();
  return new MachineAnswers(backend, { limits, clock, endings: machineTokenEndings });
}

/** The client that the options give, else one made from their keys. */
export function clientOf(options: ResolvedOptions): AuthenticationClient {
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
    retry: DEFAULT_RETRY,
    // What follows from a request's URL has to be said with the request.
    ...fixedDeployment(options.deployment),
  });
}
