import {
  BackendApiClient,
  type BackendApiClientOptions,
  bindApis,
  toConnection,
} from './client/index.js';
import { ClerkConfigurationError } from './clerk-configuration-error.js';
import type { ClerkOptions } from './clerk-options.js';
import { type AuthenticateRequest, authenticateBy } from './request/authenticate-request.js';
import type { AuthenticateRequestOptions } from './request/authenticate-request-options.js';
import { Connections, type Transport } from './request/connections.js';
import { verifyM2MJwtBy } from './request/verify-m2m-jwt.js';

/**
 * Clerk's Backend API: the type to write, and the token to inject. {@link createClerkClient} makes
 * one; a test may provide anything of this shape in its place.
 *
 * @example
 * ```ts
 * constructor(private readonly clerk: ClerkClient) {}
 * ```
 */
export abstract class ClerkClient extends BackendApiClient {
  /** Authenticates a web `Request`; what the client was made with need not be given again. */
  abstract readonly authenticateRequest: AuthenticateRequest;

  /**
   * The client of a tenant, for work outside of its requests: the injected client is that of the
   * tenant whose request is being worked on. Loading the tenant is part of each call.
   *
   * @param tenant The id that `tenants.load` takes; where options are computed by a function, the
   * tenant's options.
   * @throws ClerkConfigurationError in an application with one set of options.
   */
  abstract for(tenant: string | ClerkOptions): ClerkClient;
}

/** The options of `authenticateRequest` that a client can be made with. */
const FIXED_OPTIONS = [
  'secretKey',
  'machineSecretKey',
  'jwtKey',
  'apiUrl',
  'apiVersion',
  'proxyUrl',
  'publishableKey',
  'isSatellite',
  'domain',
  'audience',
] as const satisfies readonly (keyof AuthenticateRequestOptions)[];

/** What {@link createClerkClient} takes. Nothing here is read from the environment. */
export type ClerkClientOptions = BackendApiClientOptions &
  Pick<AuthenticateRequestOptions, (typeof FIXED_OPTIONS)[number]>;

/**
 * Makes a client of Clerk's Backend API. Making one sends nothing, and works without a secret key:
 * each call that needs one then rejects with an error that names it.
 *
 * @param options Keys, address, time-out; see {@link ClerkClientOptions}.
 * @throws ClerkConfigurationError when an option can't work.
 * @example
 * ```ts
 * const clerk = createClerkClient({ secretKey: process.env.CLERK_SECRET_KEY });
 * const user = await clerk.users.getUser('user_2b…');
 * ```
 */
export function createClerkClient(options: ClerkClientOptions): ClerkClient {
  const connections = new Connections(transportOf(options));
  const verifyM2MJwt =
    options.verifyM2MJwt ?? verifyM2MJwtBy(() => connections.get(options).keys, Date.now);
  const connection = toConnection({ ...options, verifyM2MJwt });
  // The prototype makes it an instance of the class that it is injected by; the members follow.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const client = bindApis(Object.create(ClerkClient.prototype) as ClerkClient, connection);
  const authenticate = authenticateBy(connections);
  const authenticateRequest = (request: Request, given: AuthenticateRequestOptions = {}) =>
    authenticate(request, { ...given, ...fixed(options, given), apiClient: client });
  Object.defineProperty(client, 'for', { value: noTenants });
  return Object.assign(client, { authenticateRequest });
}

function noTenants(): never {
  throw new ClerkConfigurationError(
    'clerk.for(tenant) is for applications with several tenants: ClerkModule.forRoot({ tenants }), or ' +
      'forRoot((req) => options). This client has one instance.',
  );
}

function transportOf({ fetch, timeoutInMs }: ClerkClientOptions): Transport {
  return { ...(fetch && { fetch }), ...(timeoutInMs !== undefined && { timeoutInMs }) };
}

/**
 * What the client was made with, where a call says nothing of its own. The address of the Backend
 * API is the client's in any case, as with the vendor's.
 */
function fixed(
  options: ClerkClientOptions,
  given: AuthenticateRequestOptions,
): AuthenticateRequestOptions {
  const merged = FIXED_OPTIONS.map((name) => [name, given[name] || options[name]] as const);
  const { apiUrl, apiVersion } = options;
  return { ...Object.fromEntries(merged), apiUrl, apiVersion };
}
