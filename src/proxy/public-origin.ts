import type { IncomingHttpHeaders } from 'node:http';

/** Where a browser asked, as a proxy tells Clerk. */
export interface ProxyOrigin {
  /** The origin that the connection and the `Host` header say. */
  readonly own: URL;
  /** The one that the forwarding headers say, where they say both halves; else the own. */
  readonly public: string;
}

/**
 * Reads where a browser asked. `X-Forwarded-Host` and `X-Forwarded-Proto` count together only, as in
 * the vendor's proxy, and only where they make an origin of the web: redirects are built on it.
 *
 * @param encrypted Whether the connection itself is TLS.
 * @returns Undefined where the `Host` header is no host.
 */
export function readProxyOrigin(
  headers: IncomingHttpHeaders,
  encrypted: boolean,
): ProxyOrigin | undefined {
  const scheme = encrypted ? 'https' : 'http';
  // HTTP/1.0 has requests without one.
  const host = headers.host ?? textOf(headers[':authority']) ?? 'localhost';
  if (!isOrigin(scheme, host)) return undefined;
  const own = new URL(`${scheme}://${host}`);
  const proto = firstOf(headers['x-forwarded-proto']);
  const forwarded = firstOf(headers['x-forwarded-host']);
  const isForwarded = proto && forwarded && isOrigin(proto, forwarded);
  return { own, public: isForwarded ? `${proto}://${forwarded}` : own.origin };
}

function isOrigin(scheme: string, host: string): boolean {
  const isPlain = /^https?$/i.test(scheme) && /^[\w.:[\]-]+$/.test(host);
  return isPlain && URL.canParse(`${scheme}://${host}`);
}

/** Proxies append to these headers; the first value is the one nearest to the browser. */
function firstOf(value: string | string[] | undefined): string | undefined {
  return textOf(value)?.split(',', 1)[0]?.trim();
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
