import type { DecodedToken } from '../facts/decoded-token.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { show, type VerificationFailure } from './verification-failure.js';

/** Refuses a `typ` other than `JWT`. None at all passes: the header is optional (RFC 7519, 5.1). */
export function checkHeaderType({ header }: DecodedToken): VerificationFailure | undefined {
  const type = header['typ'];
  if (type === undefined || type === 'JWT') return undefined;
  return {
    reason: TokenVerificationErrorReason.TokenInvalid,
    message: `The token's type (typ) is ${show(type)} where "JWT" is expected.`,
  };
}
