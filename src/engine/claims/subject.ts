import type { JsonObject } from '../facts/decoded-token.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { show, type VerificationFailure } from './verification-failure.js';

/** Refuses a token that names nobody: without a subject there is no user to sign in. */
export function checkSubject(claims: JsonObject): VerificationFailure | undefined {
  const subject = claims['sub'];
  if (typeof subject === 'string') return undefined;
  return {
    reason: TokenVerificationErrorReason.TokenVerificationFailed,
    message: `The token's subject (sub) is ${show(subject)} where a string is expected.`,
  };
}
