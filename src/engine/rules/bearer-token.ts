import { signedOut } from '../outcome.js';
import { AuthErrorReason } from '../reasons.js';
import type { Case, Step } from './rule.js';
import { sessionToken } from './session-token.js';
import { soleMachineType } from './sole-machine-type.js';

/** A token in the `Authorization` header decides alone; the cookies are not looked at. */
export function bearerToken(request: Case): Step | undefined {
  const { bearer } = request.facts;
  if (!bearer) return undefined;
  const tokenType = soleMachineType(request.policy);
  if (tokenType) return signedOut(AuthErrorReason.TokenTypeMismatch, { tokenType });
  return sessionToken(request, bearer);
}
