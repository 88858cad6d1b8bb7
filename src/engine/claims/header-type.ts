import type { DecodedToken } from '../facts/decoded-token.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { show, type VerificationFailure } from './verification-failure.js';

/**
 * Refuses a token of another `typ` than is expected. With none named, `JWT` is, and no `typ` at all
 * passes too: the header is optional (RFC 7519, section 5.1).
 */
export function checkHeaderType(
  { header }: DecodedToken,
  expected?: readonly string[],
): VerificationFailure | undefined {
  const type = header['typ'];
  if (type === undefined && !expected) return undefined;
  const allowed = expected ?? ['JWT'];
  if (typeof type === 'string' && allowed.includes(type)) return undefined;
  return {
    reason: TokenVerificationErrorReason.TokenInvalid,
    message: `The token's type (typ) is ${show(type)} where ${show(allowed)} is expected.`,
  };
}
