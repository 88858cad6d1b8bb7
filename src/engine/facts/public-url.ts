import { ClerkRequestError } from '../errors.js';
import type { RequestSource } from './request-source.js';

/** Stands in for the host while a path is parsed; `.invalid` never resolves (RFC 2606). */
const PLACEHOLDER_HOST = 'clerk-nestjs.invalid';

/** Targets that surely parse: one slash, then anything but what starts a host. */
const PLAIN_PATH = /^\/(?![/\\\s])/;

/**
 * Refuses a target that no URL can hold (such as `//`) before anything is made of it.
 *
 * @throws ClerkRequestError, which is answered 400.
 */
export function assertReadableTarget(target: string): void {
  if (!PLAIN_PATH.test(target)) parseTarget(target, 'http');
}

/**
 * The URL under which the client reached us: scheme and host from the forwarding headers where a
 * proxy set them, else from the connection and the `Host` header.
 *
 * The target can only choose path and query. (Resolving it against the origin instead would let
 * `/.//evil.example` pick the host of the addresses we send people back to.)
 *
 * @throws ClerkRequestError when the target is no URL.
 */
export function readPublicUrl(source: RequestSource): URL {
  const connectionScheme = source.encrypted ? 'https' : 'http';
  const target = parseTarget(source.target, connectionScheme);
  const host = firstOf(source.header('x-forwarded-host')) ?? source.header('host');
  const scheme = firstOf(source.header('x-forwarded-proto')) ?? connectionScheme;
  const url = parseOrigin(scheme, host ?? '') ?? ownOrigin(source, connectionScheme);
  url.pathname = target.pathname;
  url.search = target.search;
  return url;
}

function parseTarget(target: string, scheme: string): URL {
  try {
    return new URL(target, placeholder(scheme));
  } catch (cause) {
    throw new ClerkRequestError('The request target is not a valid URL.', { cause });
  }
}

function ownOrigin({ origin }: RequestSource, scheme: string): URL {
  return origin === undefined ? placeholder(scheme) : new URL(origin);
}

/** Made anew each time: a URL can be changed. */
function placeholder(scheme: string): URL {
  return new URL(`${scheme}://${PLACEHOLDER_HOST}`);
}

function parseOrigin(scheme: string, host: string): URL | undefined {
  // Any other has no origin to come back to, and `https://evil.example/` would choose the host.
  if (!/^https?$/i.test(scheme)) return undefined;
  const text = `${scheme}://${host}`;
  return URL.canParse(text) ? new URL(new URL(text).origin) : undefined;
}

/** Proxies append to these headers; the first value is the one nearest to the client. */
function firstOf(value: string | undefined): string | undefined {
  // An empty header says nothing, and must not hide what the next source says.
  return value?.split(',', 1)[0]?.trim() || undefined;
}
