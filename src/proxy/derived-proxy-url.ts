import type { ClerkOptions } from '../clerk-options.js';
import type { ProxySettings } from './proxy-settings.js';

/**
 * Options with the `proxyUrl` that follows from a proxy, so that browsers are sent to it for the
 * handshake: its path on the origin that they asked for. One that the options give wins. As with the
 * vendor's, `CLERK_PROXY_URL` counts only where the proxy is not for a request's URL.
 */
export function withDerivedProxyUrl(
  options: ClerkOptions,
  proxy: ProxySettings | undefined,
  variable: string | undefined,
): ClerkOptions {
  // What is no object is refused where options are checked.
  if (!proxy || Object(options) !== options || isGiven(options.proxyUrl)) return options;
  const { enabled, path } = proxy;
  if (enabled === true) return { ...options, proxyUrl: path };
  const otherwise = variable?.trim() || undefined;
  return { ...options, proxyUrl: (url) => (enabled(url) ? path : otherwise) };
}

function isGiven(proxyUrl: ClerkOptions['proxyUrl']): boolean {
  return typeof proxyUrl === 'string' ? proxyUrl.trim() !== '' : proxyUrl !== undefined;
}
