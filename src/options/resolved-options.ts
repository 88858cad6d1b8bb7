import type { ClerkOptions } from '../clerk-options.js';
import type { MachineAnswerLimits } from '../engine/evidence/machine-answers.js';
import type { PageOptions } from '../engine/pages.js';
import type { Policy } from '../engine/policy.js';
import type { PublishableKey } from '../engine/publishable-key.js';
import type { AuthenticationClient } from '../request/authentication-client.js';
import type { ConnectionOptions } from '../request/authenticate-request-options.js';

/** The options about where the application is deployed; some are functions of the request's URL. */
export type DeploymentOptions = Pick<
  ClerkOptions,
  'proxyUrl' | 'domain' | 'isSatellite' | 'satelliteAutoSync' | 'signInUrl'
>;

/** The options after the environment has been read and everything has been checked. */
export interface ResolvedOptions {
  /** Missing only where nothing needs it: see `needsNoPublishableKey`. */
  readonly publishableKey: PublishableKey | undefined;
  readonly connection: ConnectionOptions;
  readonly deployment: DeploymentOptions;
  readonly pages: PageOptions;
  readonly policy: Policy;
  readonly clerkClient: AuthenticationClient | undefined;
  /** How many verified tokens are remembered at most; 0: none. */
  readonly tokenCacheMax: number;
  /** In milliseconds. */
  readonly userCacheTtlInMs: number;
  readonly machineTokenCache: MachineAnswerLimits | false;
  readonly enableHandshake: boolean;
  readonly debug: boolean;
}
