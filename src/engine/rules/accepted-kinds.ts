import { signedOut } from '../outcome.js';
import { AuthErrorReason, NO_TOKEN_IN_HEADER } from '../reasons.js';
import { isTokenTypeAccepted, TokenType } from '../token-type.js';
import type { Case, Step } from './rule.js';
import { soleMachineType } from './sole-machine-type.js';

/**
 * With several kinds to choose from, what came must be one of them. A request without any token in
 * its header can only be a session's, by cookie.
 */
export function unacceptedKind({ facts, policy }: Case): Step | undefined {
  const { acceptsToken } = policy;
  if (typeof acceptsToken === 'string') return undefined;
  const type = facts.machineToken?.tokenType ?? TokenType.SessionToken;
  return isTokenTypeAccepted(type, acceptsToken)
    ? undefined
    : signedOut(AuthErrorReason.TokenTypeMismatch, { tokenType: null });
}

/** Where only one kind of program's token will do, cookies mean nothing. */
export function noMachineToken({ facts, policy }: Case): Step | undefined {
  const tokenType = soleMachineType(policy);
  return tokenType && !facts.bearer ? signedOut(NO_TOKEN_IN_HEADER, { tokenType }) : undefined;
}

/** Where only one kind of program's token will do, whatever else came is of the wrong kind. */
export function noSession({ policy }: Case): Step | undefined {
  const tokenType = soleMachineType(policy);
  return tokenType && signedOut(AuthErrorReason.TokenTypeMismatch, { tokenType });
}
