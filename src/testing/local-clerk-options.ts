import { LocalClerkInProductionError, LocalClerkOptionsError } from './errors.js';
import { LocalInstance } from './local-instance.js';
import type { LocalWebhookOptions } from './webhooks/local-webhook-endpoint.js';

/** What can be chosen about an embedded instance on a port. */
export interface LocalClerkOptions {
  /** Default 0: any free port. A fixed one keeps the URLs and the publishable key across restarts. */
  readonly port?: number;
  /** The `azp` claim of its tokens; default `http://localhost:3000`. */
  readonly azp?: string;
  /** `sk_test_…`; default a random one. */
  readonly secretKey?: string;
  /**
   * Whether a handshake hands out a refresh token, with which an application renews a session
   * without a redirect, as Clerk's production instances may; default false.
   */
  readonly refreshTokens?: boolean;
  /** Where its events are delivered to, signed as Clerk signs them; default nowhere. */
  readonly webhooks?: LocalWebhookOptions;
  /** An instance that is already there; it brings its own `azp` and `secretKey`. */
  readonly instance?: LocalInstance;
}

/**
 * @param environment `NODE_ENV`
 * @throws LocalClerkInProductionError with `production`.
 */
export function assertNotInProduction(environment: string | undefined): void {
  // However it is spelt: with a capital or a space, it was meant.
  if (environment?.trim().toLowerCase() === 'production') throw new LocalClerkInProductionError();
}

/** @throws LocalClerkOptionsError for what is no port, naming LOCAL_CLERK_PORT too, as it may come from there. */
export function assertPort(port: number): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new LocalClerkOptionsError(
      'The `port` option (or LOCAL_CLERK_PORT) must be an integer from 0 to 65535; 0 takes any free port.',
    );
  }
}

/**
 * The instance to serve: the one given, or a new one.
 *
 * @throws LocalClerkOptionsError for options that can't be or contradict each other.
 */
export function instanceOf({
  instance,
  port = 0,
  azp,
  secretKey,
}: LocalClerkOptions): LocalInstance {
  if (!instance) {
    // Neighbouring ports get different keys and so different cookies, which browsers share by host.
    return new LocalInstance({ number: port === 0 ? undefined : port % 100, azp, secretKey });
  }
  if (azp !== undefined || secretKey !== undefined) {
    throw new LocalClerkOptionsError(
      'Give `azp` and `secretKey` to the `instance`, not beside it.',
    );
  }
  return instance;
}
