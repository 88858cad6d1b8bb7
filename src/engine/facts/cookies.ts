import { parse } from 'cookie';
import type { Instance } from '../instance.js';
import type { Token } from './decoded-token.js';
import type { ReadValue } from './handshake-ticket.js';
import { usesSuffixedCookies } from './suffixed-cookies.js';

/** What the cookies of one request say, read by the rules that every Clerk SDK shares. */
export interface CookieFacts {
  /** Whether the cookies that carry the instance's suffix are the ones that count. */
  readonly suffixed: boolean;
  /** The session token. */
  readonly session: Token | undefined;
  /** When the browser's client last changed, in seconds since 1970; 0: never, or signed out. */
  readonly clientUat: number;
  /** The token that stands for this browser on a development instance. */
  readonly devBrowser: string | undefined;
  /** What an expired session token can be exchanged by. */
  readonly refreshToken: string | undefined;
  /** How many handshakes have just followed one another. */
  readonly redirectCount: number;
  /** Any cookie by its name, without regard to suffixes. */
  readonly plain: ReadValue;
}

/** Reads Clerk's cookies. Of a name that comes twice the first counts; the rest is ignored. */
export function readCookies(
  header: string | undefined,
  instance: Instance,
  now: number,
): CookieFacts {
  const jar = parse(header ?? '');
  const plain = (name: string) => jar[name] || undefined;
  const suffixedName = (name: string) => plain(`${name}_${instance.cookieSuffix}`);

  const plainText = plain('__session');
  const suffixedText = suffixedName('__session');
  const plainSession = decode(plainText, instance);
  // Most browsers send the same token under both names.
  const isSame = suffixedText === plainText;
  const suffixedSession = isSame ? plainSession : decode(suffixedText, instance);
  const suffixed = usesSuffixedCookies({
    instance,
    now,
    plain: { session: plainSession, clientUat: plain('__client_uat') },
    suffixed: { session: suffixedSession, clientUat: suffixedName('__client_uat') },
  });
  const chosen = suffixed ? suffixedName : plain;

  return {
    suffixed,
    session: suffixed ? suffixedSession : plainSession,
    clientUat: Number.parseInt(chosen('__client_uat') ?? '', 10) || 0,
    devBrowser: chosen('__clerk_db_jwt'),
    refreshToken: suffixedName('__refresh'),
    redirectCount: Number(plain('__clerk_redirect_count')) || 0,
    plain,
  };
}

function decode(text: string | undefined, { tokens }: Instance): Token | undefined {
  return text === undefined ? undefined : tokens.decode(text);
}
