import type { JsonObject } from '../facts/decoded-token.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { show, type VerificationFailure } from './verification-failure.js';

/**
 * Refuses a token that was made for another audience. Session tokens carry no `aud` unless the
 * instance's owner customised them, so one without passes; `aud` that says something unreadable
 * does not.
 */
export function checkAudience(
  claims: JsonObject,
  audience: readonly string[],
): VerificationFailure | undefined {
  if (audience.length === 0) return undefined;
  const named = [claims['aud']].flat().filter(Boolean);
  if (named.length === 0) return undefined;
  if (named.some((name) => typeof name === 'string' && audience.includes(name))) return undefined;
  return {
    reason: TokenVerificationErrorReason.TokenVerificationFailed,
    message: `The token's audience (aud) is ${show(claims['aud'])}; expected is one of ${show(audience)}.`,
  };
}
