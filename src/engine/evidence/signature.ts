import { verify } from 'node:crypto';
import type { VerificationFailure } from '../claims/verification-failure.js';
import type { DecodedToken } from '../facts/decoded-token.js';
import type { VerificationKey } from '../keys/key-source.js';
import { TokenVerificationErrorReason } from '../reasons.js';

/** The digest of each signature algorithm that Clerk's keys are for (RFC 7518, section 3.3). */
const DIGESTS: ReadonlyMap<unknown, string> = new Map([
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
]);

/** RFC 7518, section 3.3. */
const MIN_MODULUS_IN_BITS = 2048;

/**
 * Checks a token's signature. Its claims are checked elsewhere.
 *
 * At once, and by Node's own `verify`: with an RSA public key that is a third of what handing the
 * work to another thread and waiting for it takes of a busy server. The tests compare it with `jose`.
 */
export function checkSignature(
  { header, text }: DecodedToken,
  { key, algorithm }: VerificationKey,
): VerificationFailure | undefined {
  // A key is good for the algorithm that its owner named, and for no other (RFC 7517, 4.4).
  const digest = algorithm === undefined || algorithm === header['alg'] ? header['alg'] : undefined;
  const hash = DIGESTS.get(digest);
  if (hash === undefined) return uncheckable('its algorithm (alg) is not the one its key is for');
  // What a token says is critical must be understood (RFC 7515, 4.1.11), and nothing is.
  if ('crit' in header) return uncheckable('its header names critical extensions (crit)');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < MIN_MODULUS_IN_BITS) {
    return uncheckable(`its key is not an RSA key of at least ${MIN_MODULUS_IN_BITS} bits`);
  }
  const end = text.lastIndexOf('.');
  const signed = Buffer.from(text.slice(0, end), 'latin1');
  const signature = Buffer.from(text.slice(end + 1), 'base64url');
  try {
    return verify(hash, signed, key, signature) ? undefined : FORGED;
  } catch {
    // OpenSSL's words help nobody; what it can't work with verifies nothing.
    return uncheckable('its key can not be used');
  }
}

const FORGED: VerificationFailure = {
  reason: TokenVerificationErrorReason.TokenInvalidSignature,
  message: "The token's signature is not by its instance's key.",
};

function uncheckable(why: string): VerificationFailure {
  return {
    reason: TokenVerificationErrorReason.TokenVerificationFailed,
    message: `The token's signature could not be checked: ${why}.`,
  };
}
