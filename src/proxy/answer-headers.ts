import type { IncomingHttpHeaders } from 'node:http';
import { endToEnd } from './hop-by-hop.js';

/**
 * The headers of an answer of the Frontend API as the browser gets them: redirects to where it was
 * asked lead back through the proxy.
 *
 * @param asked The address that was asked.
 * @param proxyUrl The proxy's own address, as browsers see it.
 */
export function answerHeaders(
  given: IncomingHttpHeaders,
  asked: URL,
  proxyUrl: string,
): Record<string, string | string[]> {
  const headers = endToEnd(given);
  const location = given.location && throughProxy(given.location, asked, proxyUrl);
  return location ? { ...headers, location } : headers;
}

/** The same address below the proxy's; undefined where it leads elsewhere, or nowhere. */
function throughProxy(location: string, asked: URL, proxyUrl: string): string | undefined {
  if (!URL.canParse(location, asked.href)) return undefined;
  const { host, pathname, search, hash } = new URL(location, asked);
  return host === asked.host ? `${proxyUrl}${pathname}${search}${hash}` : undefined;
}
