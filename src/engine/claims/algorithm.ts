import type { DecodedToken } from '../facts/decoded-token.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { show, type VerificationFailure } from './verification-failure.js';

/** The signature algorithms that Clerk's keys are for. */
export const ALGORITHMS: readonly string[] = ['RS256', 'RS384', 'RS512'];

/**
 * Refuses a token that names its own rules: unsigned (`none`), or "signed" by a symmetric
 * algorithm, for which anyone who knows our public key could compute the signature.
 */
export function checkAlgorithm({ header }: DecodedToken): VerificationFailure | undefined {
  const algorithm = header['alg'];
  if (typeof algorithm === 'string' && ALGORITHMS.includes(algorithm)) return undefined;
  return {
    reason: TokenVerificationErrorReason.TokenInvalidAlgorithm,
    message: `The token's algorithm (alg) is ${show(algorithm)}; supported are ${ALGORITHMS.join(', ')}.`,
  };
}
