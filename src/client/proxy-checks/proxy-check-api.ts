import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { ProxyCheck } from './proxy-check.js';

/** Which proxy to try. */
export interface VerifyProxyParams {
  /** The domain's id (`dmn_…`). */
  readonly domainId: string;
  /** The proxy's URL: `https://example.com/__clerk`. */
  readonly proxyUrl: string;
}

/** Operations on proxies before the Frontend API. Every method rejects with a `ClerkApiError` when its call fails. */
export interface ProxyCheckApi {
  /**
   * Tries whether a proxy reaches the Frontend API, before a domain is told to use it.
   *
   * Source: POST /proxy_checks.
   *
   * @param params The domain and the proxy.
   */
  verify(params: VerifyProxyParams): Promise<ProxyCheck>;
}

/** The operations of {@link ProxyCheckApi}. */
export const proxyCheckRoutes = routes<ProxyCheckApi>()({ verify: 'POST /proxy_checks' });

/** @param send What makes the calls. */
export function bindProxyCheckApi(send: Send): ProxyCheckApi {
  return bind(proxyCheckRoutes, send);
}
