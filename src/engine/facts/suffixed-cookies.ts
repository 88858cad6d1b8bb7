import type { Instance } from '../instance.js';
import type { Token } from './decoded-token.js';

/** The two cookies of one naming that tell whether its session is the current one. */
export interface CookiePair {
  readonly session: Token | undefined;
  readonly clientUat: string | undefined;
}

/** What the choice between the two namings depends on. */
export interface CookieChoice {
  readonly instance: Instance;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly plain: CookiePair;
  readonly suffixed: CookiePair;
}

/**
 * Whether the cookies with the instance's suffix count, or the plain ones. A browser can hold
 * both: of an older SDK, of another instance on the same host, or of a signed-out state. The order
 * of the questions is every Clerk SDK's; two SDKs on one host must come to the same answer.
 */
export function usesSuffixedCookies({ instance, now, plain, suffixed }: CookieChoice): boolean {
  if (plain.session && !issuerOf(plain.session)) return false;
  // The plain cookie is another instance's: ours can only be the suffixed one.
  if (plain.session && !isIssuedBy(plain.session, instance)) return true;
  if (!suffixed.clientUat && !suffixed.session) return false;

  const bothSignedIn = suffixed.clientUat !== '0' && plain.clientUat !== '0';
  if (bothSignedIn && issuedAt(plain.session) > issuedAt(suffixed.session)) return false;
  if (suffixed.clientUat === '0' && plain.clientUat !== '0') return false;

  const plainSignedOut = suffixed.clientUat !== '0' && plain.clientUat === '0';
  const isDevelopment = instance.instanceType === 'development';
  if (isDevelopment && plainSignedOut && isExpired(suffixed.session, now)) return false;
  // A suffixed session whose client is unknown cannot be told from a stale one.
  return !(suffixed.session && !suffixed.clientUat);
}

function claim(token: Token | undefined, name: string): unknown {
  return token?.kind === 'jwt' ? token.claims[name] : undefined;
}

function issuerOf(token: Token): unknown {
  return claim(token, 'iss');
}

function isIssuedBy(token: Token, instance: Instance): boolean {
  const issuer = issuerOf(token);
  return typeof issuer === 'string' && issuer.replace(/https?:\/\//gi, '') === instance.frontendApi;
}

function issuedAt(token: Token | undefined): number {
  const iat = claim(token, 'iat');
  return typeof iat === 'number' ? iat : 0;
}

/** Whatever the claim is, it is compared as the other SDKs do: null, for one, is before any time. */
function isExpired(token: Token | undefined, now: number): boolean {
  const exp = claim(token, 'exp');
  return exp !== undefined && Number(exp) <= Math.floor(now / 1000);
}
