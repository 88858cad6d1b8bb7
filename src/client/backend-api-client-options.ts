import type { ExtraHeaders } from './extra-headers.js';
import type { Hooks } from './hooks.js';
import type { VerifyM2MJwt } from './m2m-tokens/verify-m2m-jwt.js';
import type { RetryOptions } from './retry-options.js';

/** What {@link createBackendApiClient} takes. Nothing here is read from the environment. */
export interface BackendApiClientOptions extends Hooks {
  /** The instance's secret key (`sk_test_…`, `sk_live_…`). Without one every call rejects that needs it. Usually from CLERK_SECRET_KEY. */
  readonly secretKey?: string;
  /** A machine's secret key, with which `m2m` asks in the place of the instance's. Usually from CLERK_MACHINE_SECRET_KEY. */
  readonly machineSecretKey?: string;
  /** Where the Backend API lives: an absolute http or https URL. Default `https://api.clerk.com`. Usually from CLERK_API_URL. */
  readonly apiUrl?: string;
  /** The path segment before every operation. Default `v1`. Usually from CLERK_API_VERSION. */
  readonly apiVersion?: string;
  /** What makes the requests, with the signature of the global `fetch`, which is the default. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long one attempt of a call may take, its answer's body included, in milliseconds. Default 5000. */
  readonly timeoutInMs?: number;
  /** Headers to send along with every call. `Authorization` and `Content-Type` stay the client's own. */
  readonly headers?: ExtraHeaders;
  /** Whether and how failed calls are made again; what it leaves out has the values of `DEFAULT_RETRY`. Default `false`. */
  readonly retry?: Partial<RetryOptions> | false;
  /** Verifies machine-to-machine tokens that are JWTs without asking the API; it answers undefined for a token that is none. Without it the API is asked about those, too. */
  readonly verifyM2MJwt?: VerifyM2MJwt;
}
