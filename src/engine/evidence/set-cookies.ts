import { decodeToken, type Token } from '../facts/decoded-token.js';

/** In place of the value of a cookie that was sent without any: it is no session, and not the lack of one. */
const NO_VALUE = '-';

/** Cookies that Clerk wants set on the application's host. */
export interface SetCookies {
  /** `Set-Cookie` values. */
  readonly directives: readonly string[];
  /** The session token among them. */
  readonly session: Token | undefined;
}

/**
 * Reads a list of `Set-Cookie` values. Session cookies are told by the prefix of their name, as
 * there can be one with the instance's suffix; the last one counts, and an empty one is none.
 */
export function readSetCookies(list: unknown): SetCookies {
  const directives = Array.isArray(list) ? list.filter(isDirective) : [];
  const values = directives.map(nameAndValue).filter(([name]) => name?.startsWith('__session'));
  const last = values.at(-1);
  const [, text = NO_VALUE] = last ?? [];
  return { directives, session: last && text ? decodeToken(text) : undefined };
}

/** What is not visible ASCII can't be sent in a header. */
function isDirective(item: unknown): item is string {
  return typeof item === 'string' && /^[\x20-\x7e]+$/.test(item);
}

function nameAndValue(directive: string): readonly (string | undefined)[] {
  return directive.split(';', 1)[0]?.split('=', 2) ?? [];
}
