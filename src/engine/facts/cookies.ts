import type { Instance } from '../instance.js';
import { readClerkCookies } from './cookie-header.js';
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
  /** Any of Clerk's cookies by its name, without regard to suffixes. */
  readonly plain: ReadValue;
}

/** Reads Clerk's cookies. Of a name that comes twice the first counts; the rest is ignored. */
export function readCookies(
  header: string | undefined,
  instance: Instance,
  now: number,
): CookieFacts {
  if (!header) return NO_COOKIES;
  const cookies = readClerkCookies(header);
  const plain = (name: string) => cookies.get(name) || undefined;
  const names = instance.suffixedCookies;

  const plainText = plain('__session');
  const suffixedText = plain(names.session);
  const plainSession = decode(plainText, instance);
  // Most browsers send the same token under both names.
  const isSame = suffixedText === plainText;
  const suffixedSession = isSame ? plainSession : decode(suffixedText, instance);
  const suffixed = usesSuffixedCookies({
    instance,
    now,
    plain: { session: plainSession, clientUat: plain('__client_uat') },
    suffixed: { session: suffixedSession, clientUat: plain(names.clientUat) },
  });

  return {
    suffixed,
    session: suffixed ? suffixedSession : plainSession,
    clientUat: readTime(plain(suffixed ? names.clientUat : '__client_uat')),
    devBrowser: plain(suffixed ? names.devBrowser : '__clerk_db_jwt'),
    refreshToken: plain(names.refreshToken),
    redirectCount: Number(plain('__clerk_redirect_count')) || 0,
    plain,
  };
}

const NO_COOKIES: CookieFacts = {
  suffixed: false,
  session: undefined,
  clientUat: 0,
  devBrowser: undefined,
  refreshToken: undefined,
  redirectCount: 0,
  plain: () => undefined,
};

function readTime(text: string | undefined): number {
  return text === undefined ? 0 : Number.parseInt(text, 10) || 0;
}

function decode(text: string | undefined, { tokens }: Instance): Token | undefined {
  return text === undefined ? undefined : tokens.decode(text);
}
