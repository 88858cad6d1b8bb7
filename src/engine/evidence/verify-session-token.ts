import { checkAudience } from '../claims/audience.js';
import { checkSessionKind } from '../claims/token-kind.js';
import type { VerificationFailure } from '../claims/verification-failure.js';
import type { DecodedToken } from '../facts/decoded-token.js';
import { type VerificationContext, verifyJwt } from './verify-jwt.js';

/**
 * Verifies a session token: the one home of what a session token has to be.
 *
 * @returns Nothing when the token is good, else why it isn't.
 */
export async function verifySessionToken(
  token: DecodedToken,
  context: VerificationContext,
): Promise<VerificationFailure | undefined> {
  const { audience, headerTypes } = context.policy;
  const checks = {
    kind: checkSessionKind,
    headerTypes,
    audience: ({ claims }: DecodedToken) => checkAudience(claims, audience),
  };
  return verifyJwt(token, checks, context);
}
