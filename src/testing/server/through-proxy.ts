import type { IncomingHttpHeaders } from 'node:http';
import { isLoopbackHost } from './loopback.js';
import { text } from './reply.js';
import type { Reply } from './reply.js';
import type { ServerContext } from './route.js';
import { refuseWithoutSecretKey } from './secret-key-check.js';

/**
 * What is served to a request: for one that an application's proxy passes on, with the proxy's
 * address, on which links and redirects are then built.
 *
 * A header that anybody can send decides on that address. So it counts, as at Clerk, only beside the
 * secret key, which proxies add; and as everything here only on this machine: a page that points its
 * own name at 127.0.0.1 (DNS rebinding) asks through the proxy under that name.
 *
 * @returns The refusal in place of it for one that no proxy of ours sends.
 */
export function throughProxy(
  headers: IncomingHttpHeaders,
  context: ServerContext,
): ServerContext | { readonly refusal: Reply } {
  const shown = [headers['clerk-proxy-url']].flat().join();
  if (shown === '') return context;
  const secretKey = [headers['clerk-secret-key']].flat().join();
  const refusal = refuseWithoutSecretKey(`Bearer ${secretKey}`, context.instance.secretKey);
  if (refusal) return { refusal };
  const proxyUrl = parseProxyUrl(shown);
  return proxyUrl ? { ...context, proxyUrl } : { refusal: NOT_LOCAL };
}

/** The path that links between the pages begin with: a proxy's, or none. */
export function basePathOf({ proxyUrl }: Pick<ServerContext, 'proxyUrl'>): string {
  return proxyUrl ? proxyUrl.pathname.replace(/\/+$/, '') : '';
}

/** Where to send a browser for another of the pages. */
export function pageUrl({ proxyUrl }: Pick<ServerContext, 'proxyUrl'>, path: string): string {
  // Absolute behind a proxy, which would take a path for one below its own.
  return proxyUrl ? `${proxyUrl.origin}${basePathOf({ proxyUrl })}${path}` : path;
}

function parseProxyUrl(shown: string): URL | undefined {
  if (!URL.canParse(shown)) return undefined;
  const url = new URL(shown);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  const isPlain = !url.username && !url.password && !url.search && !url.hash;
  return isWeb && isPlain && isLoopbackHost(url.host) ? url : undefined;
}

const NOT_LOCAL = text(
  403,
  'The local Clerk instance answers through proxies on localhost only (the header Clerk-Proxy-Url).\n',
);
