import { checkAudience } from '../claims/audience.js';
import { checkSessionKind } from '../claims/token-kind.js';
import type { DecodedToken } from '../facts/decoded-token.js';
import { type VerificationContext, verifyJwt } from './verify-jwt.js';

/**
 * Verifies a session token: the one home of what a session token has to be.
 *
 * @returns As {@link verifyJwt}.
 */
export function verifySessionToken(
  token: DecodedToken,
  context: VerificationContext,
): ReturnType<typeof verifyJwt> {
  const { audience, headerTypes } = context.policy;
  const checks = {
    kind: checkSessionKind,
    headerTypes,
    audience: ({ claims }: DecodedToken) => checkAudience(claims, audience),
  };
  return verifyJwt(token, checks, context);
}
