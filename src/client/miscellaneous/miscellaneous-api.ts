import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';

/** For which instance the page is, and where it leads. */
export interface GetPublicInterstitialParams {
  /** The host of the instance's Frontend API. */
  readonly frontendApi?: string;
  /** The instance's publishable key (`pk_…`). */
  readonly publishableKey?: string;
  /** Where browsers reach the Frontend API through the application. */
  readonly proxyUrl?: string;
  /** The application's domain, where it is a satellite. */
  readonly domain?: string;
  /** Where the application signs in. */
  readonly signInUrl?: string;
  /** Whether the page's script comes from `domain`. */
  readonly useDomainForScript?: boolean;
}

/** Operations that belong to no resource. Every method rejects with a `ClerkApiError` when its call fails. */
export interface MiscellaneousApi {
  /**
   * Reads the page by which older SDKs had a browser find out whether it is signed in; today's do
   * so by a handshake. Needs no key.
   *
   * Source: GET /public/interstitial.
   *
   * @param params For which instance.
   * @returns The page's HTML.
   */
  getPublicInterstitial(params?: GetPublicInterstitialParams): Promise<string>;
}

/** The operations of {@link MiscellaneousApi}. */
export const miscellaneousRoutes = routes<MiscellaneousApi>({ caller: 'anyone' })(
  { getPublicInterstitial: 'GET /public/interstitial' },
  { getPublicInterstitial: { read: 'text' } },
);

/** @param send What makes the calls. */
export function bindMiscellaneousApi(send: Send): MiscellaneousApi {
  return bind(miscellaneousRoutes, send);
}
