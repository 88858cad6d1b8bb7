import { authenticate } from '../engine/authenticate.js';
import { Authentication } from '../engine/authentication.js';
import { assertDeployment, type Deployment } from '../engine/deployment.js';
import { RequestFacts } from '../engine/facts/request-facts.js';
import { createInstance } from '../engine/instance.js';
import type { PublishableKey } from '../engine/publishable-key.js';
import { TokenType } from '../engine/token-type.js';
import { assertKeys, assertOrigin, publishableKeyOf } from './assert-options.js';
import type { AuthenticateRequestOptions } from './authenticate-request-options.js';
import { type Connections, sharedConnections } from './connections.js';
import { createBackend } from './create-backend.js';
import { fetchTokenBy } from './fetch-token.js';
import { createPolicy } from './policy.js';
import type { AnyRequestState, RequestState } from './request-state.js';
import { toRequestState } from './to-request-state.js';
import { webRequestSource } from './web-request-source.js';

/**
 * Authenticates a web `Request`: the type of {@link authenticateRequest}, and of the client's method
 * of that name. The state's type follows `acceptsToken`.
 */
export interface AuthenticateRequest {
  <const Types extends readonly TokenType[]>(
    request: Request,
    options: AuthenticateRequestOptions & { acceptsToken: Types },
  ): Promise<RequestState<Types[number] | null>>;
  <Type extends TokenType>(
    request: Request,
    options: AuthenticateRequestOptions & { acceptsToken: Type },
  ): Promise<RequestState<Type>>;
  (
    request: Request,
    options: AuthenticateRequestOptions & { acceptsToken: 'any' },
  ): Promise<RequestState<TokenType>>;
  (request: Request, options?: AuthenticateRequestOptions): Promise<RequestState>;
}

/**
 * Authenticates a web `Request`, without Nest: for servers of other kinds, and for scripts.
 *
 * Nothing is read from the environment. Keys that are fetched serve later calls with the same
 * options.
 *
 * @returns The request's state. Being signed out is a state, not an error.
 * @throws ClerkConfigurationError for options that can't work, ClerkRequestError for a request that
 * is broken. Both as rejections.
 * @example
 * ```ts
 * const state = await authenticateRequest(request, {
 *   publishableKey: process.env.CLERK_PUBLISHABLE_KEY,
 *   secretKey: process.env.CLERK_SECRET_KEY,
 * });
 * if (state.status === 'handshake') return new Response(null, { status: 307, headers: state.headers });
 * const { userId } = state.toAuth();
 * ```
 */
export const authenticateRequest: AuthenticateRequest = authenticateBy(sharedConnections);

/**
 * Makes an {@link AuthenticateRequest} with connections of its own.
 *
 * @param connections Remembers what was fetched.
 */
export function authenticateBy(connections: Connections): AuthenticateRequest {
  const run = (request: Request, options: AuthenticateRequestOptions = {}) =>
    authenticateWeb(request, options, connections);
  // The engine returns a state of the kind of token that the options ask for; no type can follow it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return run as AuthenticateRequest;
}

async function authenticateWeb(
  request: Request,
  options: AuthenticateRequestOptions,
  connections: Connections,
): Promise<AnyRequestState> {
  const { acceptsToken = TokenType.SessionToken } = options;
  const publishableKey = publishableKeyOf(options, acceptsToken);
  assertKeys(options, acceptsToken);
  const source = webRequestSource(request);
  const { keys, client } = connections.get(options);
  const { apiClient = client, machineSecretKey } = options;
  const backend = createBackend(apiClient, machineSecretKey, client);
  const deployment = deploymentOf(options);
  const instance = createInstance({ publishableKey, keys, backend, deployment });
  const facts = new RequestFacts(source, instance, Date.now());
  if (acceptsToken !== TokenType.M2MToken) {
    assertDeployment(deployment, isDevelopment(options, publishableKey));
    assertOrigin(deployment, facts);
  }
  const policy = createPolicy(options);
  const { outcome, evidence } = await authenticate({ facts, instance, policy });
  const knowledge = { kinds: [policy.acceptsToken], evidence };
  const fetchToken = fetchTokenBy(client);
  const authentication = new Authentication({
    facts,
    instance,
    policy,
    outcome,
    knowledge,
    fetchToken,
    pages: options,
  });
  return toRequestState(authentication, options);
}

function deploymentOf(options: AuthenticateRequestOptions): Deployment {
  const { proxyUrl, domain, isSatellite, satelliteAutoSync, signInUrl } = options;
  return { proxyUrl, domain, isSatellite, satelliteAutoSync, signInUrl };
}

/** Told by the secret key, as the vendor's SDK does, where there is one. */
function isDevelopment(
  { secretKey }: AuthenticateRequestOptions,
  publishableKey: PublishableKey | undefined,
): boolean {
  return secretKey
    ? /^(sk_)?test_/.test(secretKey)
    : publishableKey?.instanceType === 'development';
}
