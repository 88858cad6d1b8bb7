/** What a request target is to a proxy. */
export type ProxyTarget =
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly why: string }
  | {
      readonly kind: 'forward';
      /** Path and query below the proxy's path; begins with one slash. */
      readonly target: string;
    };

const OTHER: ProxyTarget = { kind: 'other' };

/** `.invalid` never resolves (RFC 2606). */
const PLACEHOLDER = 'http://clerk-nestjs.invalid';

/** What no address of the Frontend API has, and some server or other reads as something else. */
const ESCAPES: readonly (readonly [RegExp, string])[] = [
  [/\\|%5c/i, 'a backslash'],
  [/%2f/i, 'an encoded slash'],
  [/\/\//, 'an empty segment'],
  [/\/(?:\.|%2e){1,2}(?:[/;]|$)/i, 'a dot segment'],
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  [/[\x00-\x20\x7f]|%[01][\da-f]|%7f/i, 'a control character'],
  // Behind a host it would make that a user name. Further on it is usual: /npm/@clerk/clerk-js@6/….
  [/^\/[^/]*(?:@|%40)/i, 'an @ in its first segment'],
];

/**
 * Reads a request target.
 *
 * It is under the proxy's path where it begins with that, byte for byte, and goes on with a slash, a
 * query or nothing: `/__clerkevil` does not. Whatever a URL parser alone finds to be under it, such
 * as `//evil.example/__clerk/v1` and `/x/../__clerk/v1`, is refused, and so is what leads out of it.
 *
 * @param target As it stands in the request line.
 * @param path The proxy's path, without a slash at the end.
 */
export function readProxyTarget(target: string, path: string): ProxyTarget {
  const [written = ''] = target.split(/[?#]/, 1);
  if (!isUnder(written, path)) {
    return URL.canParse(target, PLACEHOLDER) && isUnder(new URL(target, PLACEHOLDER).pathname, path)
      ? refused('is no plain path')
      : OTHER;
  }
  const below = written.slice(path.length);
  const escape = ESCAPES.find(([pattern]) => pattern.test(below));
  if (escape) return refused(`has ${escape[1]}`);
  // Nothing is left in it that a parser could take for a host or resolve: it encodes what needs it.
  const { pathname, search } = new URL(PLACEHOLDER + (below || '/') + queryOf(target));
  return { kind: 'forward', target: pathname + search };
}

function isUnder(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}

function queryOf(target: string): string {
  const [beforeFragment = ''] = target.split('#', 1);
  const start = beforeFragment.indexOf('?');
  return start === -1 ? '' : beforeFragment.slice(start);
}

function refused(why: string): ProxyTarget {
  return { kind: 'refused', why };
}
