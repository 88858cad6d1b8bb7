import { type MachineSignedIn, signedOut } from '../outcome.js';
import { AuthErrorReason } from '../reasons.js';
import { isTokenTypeAccepted, TokenType } from '../token-type.js';
import type { Case, Step } from './rule.js';
import { soleMachineType } from './sole-machine-type.js';

/** A program's token. Only one of a kind that is taken is verified, as that can cost a call. */
export function machineToken({ facts, policy, evidence }: Case): Step | undefined {
  const token = facts.machineToken;
  if (!token) return undefined;
  // Where only sessions count, an opaque token is simply no session token.
  const isForSessions = policy.acceptsToken === TokenType.SessionToken;
  if (isForSessions && token.format !== 'jwt') return undefined;
  if (!isTokenTypeAccepted(token.tokenType, policy.acceptsToken)) {
    const tokenType = soleMachineType(policy) ?? TokenType.SessionToken;
    return signedOut(AuthErrorReason.TokenTypeMismatch, { tokenType });
  }
  const { machine } = evidence;
  if (!machine) return { ask: 'machine', token };
  const { tokenType, text } = token;
  if (!machine.valid) {
    const { reason, message, unavailable } = machine;
    return signedOut(reason, { tokenType, message, unavailable });
  }
  const { identity, isRemembered } = machine;
  const outcome: MachineSignedIn = {
    status: 'signed-in',
    tokenType,
    token: text,
    identity,
    isRemembered,
    headers: [],
  };
  return outcome;
}
