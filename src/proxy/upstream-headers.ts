import type { IncomingHttpHeaders } from 'node:http';
import { endToEnd } from './hop-by-hop.js';
import type { ProxyOrigin } from './public-origin.js';

/** What a request's headers are made with. */
export interface UpstreamContext {
  /** The host that is asked. */
  readonly host: string;
  /** The proxy's own address, as browsers see it. */
  readonly proxyUrl: string;
  readonly secretKey: string;
  readonly origin: ProxyOrigin;
}

/**
 * The headers of a request to the Frontend API: those of the browser's, and those by which a proxy
 * shows whose it is. What a browser sends under the names of the latter never gets through.
 */
export function upstreamHeaders(
  given: IncomingHttpHeaders,
  { host, proxyUrl, secretKey, origin }: UpstreamContext,
): Record<string, string | string[]> {
  const { expect: _answeredAlready, ...headers } = endToEnd(given);
  const { own } = origin;
  const clientIp = clientIpOf(given);
  return {
    'x-forwarded-host': own.host,
    'x-forwarded-proto': own.protocol.slice(0, -1),
    ...headers,
    ...(clientIp && { 'x-forwarded-for': clientIp }),
    'clerk-proxy-url': proxyUrl,
    'clerk-secret-key': secretKey,
    host,
    // What comes back is passed on byte by byte to a browser that may know no other encoding.
    'accept-encoding': 'identity',
  };
}

/** Whom a proxy in front says to have asked, the most specific header first. */
function clientIpOf(headers: IncomingHttpHeaders): string | undefined {
  const [cloudflare, real, forwarded] = [
    headers['cf-connecting-ip'],
    headers['x-real-ip'],
    headers['x-forwarded-for'],
  ].map((value) => [value ?? ''].flat().join(', '));
  return cloudflare || real || forwarded?.split(',', 1)[0]?.trim() || undefined;
}
