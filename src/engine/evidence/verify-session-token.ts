import { checkAudience } from '../claims/audience.js';
import { checkSessionKind } from '../claims/token-kind.js';
import type { DecodedToken } from '../facts/decoded-token.js';
import { type KindChecks, type VerificationContext, verifyJwt } from './verify-jwt.js';

const SESSION_TOKEN: KindChecks = {
  kind: checkSessionKind,
  headerTypes: ({ headerTypes }) => headerTypes,
  audience: ({ claims }, { audience }) => checkAudience(claims, audience),
};

/**
 * Verifies a session token: the one home of what a session token has to be.
 *
 * @returns As {@link verifyJwt}.
 */
export function verifySessionToken(
  token: DecodedToken,
  context: VerificationContext,
): ReturnType<typeof verifyJwt> {
  return verifyJwt(token, SESSION_TOKEN, context);
}
