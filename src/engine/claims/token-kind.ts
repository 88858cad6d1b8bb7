import type { DecodedToken } from '../facts/decoded-token.js';
import { AuthErrorReason } from '../reasons.js';
import type { VerificationFailure } from './verification-failure.js';

/** The `cat` of session tokens, and of handshake tokens too. */
const SESSION_CATEGORY = 'cl_B7d4PD111AAA';

/** The `cat` that marks a token as exempt from the categories. */
const EXEMPT_CATEGORY = 'cl_I7d4PD111III';

/** The `typ` values of OAuth access tokens (RFC 9068, section 2.1). */
const OAUTH_TYPES = new Set<unknown>(['at+jwt', 'application/at+jwt']);

/** What the subject of a machine-to-machine token starts with. */
const MACHINE_SUBJECT_PREFIX = 'mch_';

/**
 * Refuses a token that was made for something other than a session: one from a JWT template, a
 * machine's, an OAuth client's. All are signed by the instance's key, so the signature alone would
 * let, say, a token that was made for a third party be used as a session here.
 *
 * A token without a category passes: those minted before categories came have none.
 */
export function checkTokenKind(token: DecodedToken): VerificationFailure | undefined {
  return isSessionToken(token)
    ? undefined
    : { reason: AuthErrorReason.TokenTypeMismatch, message: '' };
}

function isSessionToken({ header, claims }: DecodedToken): boolean {
  const category = header['cat'];
  if (category !== undefined && category !== SESSION_CATEGORY && category !== EXEMPT_CATEGORY) {
    return false;
  }
  const subject = claims['sub'];
  const isMachine = typeof subject === 'string' && subject.startsWith(MACHINE_SUBJECT_PREFIX);
  return !isMachine && !OAUTH_TYPES.has(header['typ']);
}
