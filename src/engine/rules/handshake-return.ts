import { ClerkRequestError } from '../errors.js';
import type { VerificationFailure } from '../claims/verification-failure.js';
import type { Redemption } from '../evidence/redeem-handshake.js';
import type { DecodedToken } from '../facts/decoded-token.js';
import { type HeaderList, signedIn, signedOut } from '../outcome.js';
import { AuthErrorReason, TokenVerificationErrorReason } from '../reasons.js';
import type { Case, Step } from './rule.js';

/**
 * How far clocks may disagree right after a handshake of a development instance, in milliseconds:
 * a laptop that slept should not lock its developer out.
 */
const DEVELOPMENT_SKEW_IN_MS = 86_400_000;

/** What has served once the handshake is over, and must not stay in the address bar. */
const HANDSHAKE_PARAMETERS = [
  '__clerk_handshake',
  '__clerk_help',
  '__clerk_db_jwt',
  '__clerk_handshake_nonce',
];

/** A browser that comes back from a handshake: sets the cookies it brings, and believes them. */
export function handshakeReturn(request: Case): Step | undefined {
  const { facts, evidence } = request;
  const ticket = facts.handshakeTicket;
  if (!ticket) return undefined;
  const { redemption } = evidence;
  if (!redemption) return { ask: 'redeem', ticket };
  if (redemption.refused) return refusedTicket(request, redemption.refused);
  if (ticket.kind === 'token' && redemption.unavailable) return unreadTicket(request);
  const headers = responseHeaders(request, redemption);
  const { session } = redemption;
  if (!session) return signedOut(AuthErrorReason.SessionTokenMissing, { headers });
  // What came back is no session; the request is decided by what it carries besides.
  return session.kind === 'jwt' ? signedInBy(request, session, headers) : undefined;
}

function signedInBy(request: Case, token: DecodedToken, headers: HeaderList): Step | undefined {
  const { evidence, policy, instance } = request;
  const skewInMs = policy.clockSkewInMs;
  const first = evidence.verification(token, skewInMs);
  if (!first) return { ask: 'verify', token, skewInMs };
  if (!first.failure) return signedIn(token, headers);
  if (instance.instanceType !== 'development' || !isAboutTime(first.failure)) return undefined;
  const second = evidence.verification(token, DEVELOPMENT_SKEW_IN_MS);
  if (!second) return { ask: 'verify', token, skewInMs: DEVELOPMENT_SKEW_IN_MS };
  return second.failure ? undefined : signedIn(token, headers);
}

function isAboutTime({ reason }: VerificationFailure): boolean {
  return (
    reason === TokenVerificationErrorReason.TokenExpired ||
    reason === TokenVerificationErrorReason.TokenNotActiveYet ||
    reason === TokenVerificationErrorReason.TokenIatInTheFuture
  );
}

function responseHeaders({ facts, instance }: Case, { directives }: Redemption): HeaderList {
  const headers: [string, string][] = [
    // The redirect back is a cross-origin response to some browsers; `null` is its origin.
    ['Access-Control-Allow-Origin', 'null'],
    ['Access-Control-Allow-Credentials', 'true'],
    ...directives.map((directive): [string, string] => ['Set-Cookie', directive]),
  ];
  if (instance.instanceType === 'production') return headers;
  const url = new URL(facts.url);
  for (const name of HANDSHAKE_PARAMETERS) url.searchParams.delete(name);
  return [...headers, ['Location', url.href], ['Cache-Control', 'no-store']];
}

/**
 * Without keys nothing is known of a ticket. The request is decided by what it carries besides; not
 * in development, where that would send it for another ticket that can't be read either.
 */
function unreadTicket({ instance }: Case): Step | undefined {
  return instance.instanceType === 'production'
    ? undefined
    : signedOut(AuthErrorReason.SessionTokenMissing);
}

/** In development a ticket that does not verify is a mix-up of keys, and worth stopping for. */
function refusedTicket({ instance }: Case, { reason, message }: VerificationFailure): undefined {
  if (instance.instanceType === 'production') return undefined;
  throw new ClerkRequestError(
    reason === TokenVerificationErrorReason.TokenInvalidSignature ||
      reason === TokenVerificationErrorReason.JWKKidMismatch
      ? "The handshake token is not signed by this instance's key. " +
          'If you have switched Clerk keys, clear the cookies of this site and load the page again.'
      : `The handshake token is not valid. ${message}`,
  );
}
