import type { IncomingMessage } from 'node:http';

const BEARER = 'Bearer ';
const COOKIE = '__session=';

/** The token of a request, by the least code: of the `Authorization` header, else of the cookie. */
export function tokenOf({ headers }: IncomingMessage): string | undefined {
  const { authorization, cookie } = headers;
  if (authorization?.startsWith(BEARER)) return authorization.slice(BEARER.length);
  const place = cookie?.indexOf(COOKIE) ?? -1;
  if (cookie === undefined || place < 0) return undefined;
  const end = cookie.indexOf(';', place);
  return cookie.slice(place + COOKIE.length, end < 0 ? undefined : end);
}
