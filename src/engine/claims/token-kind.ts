import type { DecodedToken } from '../facts/decoded-token.js';
import { machineJwtType } from '../facts/machine-token.js';
import { AuthErrorReason, TokenVerificationErrorReason } from '../reasons.js';
import { TOKEN_CATEGORIES } from './token-categories.js';
import type { VerificationFailure } from './verification-failure.js';

/**
 * Refuses a token that was made for something other than a session: one from a JWT template, a
 * machine's, an OAuth client's. All are signed by the instance's key, so the signature alone would
 * let, say, a token that was made for a third party be used as a session here.
 *
 * A token without a category passes: those minted before categories came have none.
 */
export function checkSessionKind(token: DecodedToken): VerificationFailure | undefined {
  const category = token.header['cat'];
  const isSessions =
    category === undefined ||
    category === TOKEN_CATEGORIES.session ||
    category === TOKEN_CATEGORIES.exempt;
  return isSessions && machineJwtType(token) === undefined
    ? undefined
    : { reason: AuthErrorReason.TokenTypeMismatch, message: '' };
}

/** Refuses a JWT that names a machine as its subject and was made for something else. */
export function checkMachineKind({ header }: DecodedToken): VerificationFailure | undefined {
  const category = header['cat'];
  return category === undefined || category === TOKEN_CATEGORIES.machine
    ? undefined
    : wrongCategory('a machine-to-machine token');
}

/**
 * Refuses a JWT that calls itself an OAuth access token and was made for something else: a session,
 * a JWT template, a machine.
 */
export function checkOauthKind({ header }: DecodedToken): VerificationFailure | undefined {
  const category = header['cat'];
  const { session, template, machine } = TOKEN_CATEGORIES;
  return category === session || category === template || category === machine
    ? wrongCategory('an OAuth access token')
    : undefined;
}

function wrongCategory(expected: string): VerificationFailure {
  return {
    reason: TokenVerificationErrorReason.TokenInvalid,
    message: `The token's category (cat) is not that of ${expected}.`,
  };
}
