import { compactVerify } from 'jose/jws/compact/verify';
import { ALGORITHMS } from '../claims/algorithm.js';
import type { VerificationFailure } from '../claims/verification-failure.js';
import type { DecodedToken } from '../facts/decoded-token.js';
import type { VerificationKey } from '../keys/key-source.js';
import { TokenVerificationErrorReason } from '../reasons.js';

/** Checks a token's signature with `jose`. Its claims are checked elsewhere. */
export async function checkSignature(
  token: DecodedToken,
  { key, algorithm }: VerificationKey,
): Promise<VerificationFailure | undefined> {
  // A key is good for the algorithm that its owner named, and for no other (RFC 7517, 4.4).
  const algorithms = algorithm === undefined ? [...ALGORITHMS] : [algorithm];
  try {
    await compactVerify(token.text, key, { algorithms });
    return undefined;
  } catch (error) {
    return codeOf(error) === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'
      ? {
          reason: TokenVerificationErrorReason.TokenInvalidSignature,
          message: "The token's signature is not by its instance's key.",
        }
      : {
          reason: TokenVerificationErrorReason.TokenVerificationFailed,
          message: `The token's signature could not be checked (${codeOf(error) ?? 'unexpected error'}).`,
        };
  }
}

/** By its code and not its class: under jest, errors can come from another realm. */
function codeOf(error: unknown): string | undefined {
  const isObject = typeof error === 'object' && error !== null;
  return isObject && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
