import { checkAlgorithm } from '../claims/algorithm.js';
import { checkHeaderType } from '../claims/header-type.js';
import { checkSessionKind } from '../claims/token-kind.js';
import type { VerificationFailure } from '../claims/verification-failure.js';
import type { Token } from '../facts/decoded-token.js';
import type { HandshakeTicket } from '../facts/handshake-ticket.js';
import type { Instance } from '../instance.js';
import type { Unavailable } from '../outcome.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { readSetCookies, type SetCookies } from './set-cookies.js';
import { checkSignature } from './signature.js';

/** What came of redeeming a handshake's ticket. */
export interface Redemption extends SetCookies {
  /** Why the ticket, a token, is refused. */
  readonly refused?: VerificationFailure;
  /** A sentence for the log about a ticket that brought nothing. */
  readonly problem?: string;
  /** Set when Clerk could not be asked. */
  readonly unavailable?: Unavailable;
}

const NOTHING: SetCookies = { directives: [], session: undefined };

/** Turns a handshake's ticket into the cookies it stands for. */
export async function redeemHandshake(
  ticket: HandshakeTicket,
  { keys, backend }: Pick<Instance, 'keys' | 'backend'>,
): Promise<Redemption> {
  if (ticket.kind === 'nonce') {
    const answer = await backend.redeemNonce(ticket.nonce);
    if (answer.ok) return readSetCookies(answer.directives);
    return { ...NOTHING, problem: answer.message, unavailable: answer.unavailable };
  }
  const refused = await verifyHandshakeToken(ticket.token, keys);
  if (refused?.unavailable) return { ...NOTHING, unavailable: refused.unavailable };
  if (refused || ticket.token.kind === 'malformed') return { ...NOTHING, refused };
  return readSetCookies(ticket.token.claims['handshake']);
}

/**
 * Verifies the token that carries a handshake's cookies. It has no times and names no parties: it
 * is good for what the session token inside is good for, and that is verified by itself.
 */
async function verifyHandshakeToken(
  token: Token,
  keys: Instance['keys'],
): Promise<VerificationFailure | undefined> {
  if (token.kind === 'malformed') {
    const reason = TokenVerificationErrorReason.TokenInvalid;
    return { reason, message: 'It is not a JWT of three base64url parts.' };
  }
  const lookup = await keys.find(token.header['kid']);
  if (!lookup.found) return lookup.failure;
  return (
    checkHeaderType(token) ??
    checkAlgorithm(token) ??
    checkSessionKind(token) ??
    checkSignature(token, lookup.key)
  );
}
