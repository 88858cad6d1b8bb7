import { verifyToken as vendorVerifyToken } from '@clerk/backend';
import { TokenVerificationError } from '../../src/token-verification-error.js';
import { verifyToken, type VerifyTokenOptions } from '../../src/request/verify-token.js';

process.env['CLERK_TELEMETRY_DISABLED'] = '1';

/** The claims of a token that verifies, or the reason for which it is refused. */
export type Verdict = { readonly claims: object } | { readonly reason: unknown };

/** What our function says to a token. Only its own error counts as a refusal. */
export async function ours(token: string, options: VerifyTokenOptions): Promise<Verdict> {
  try {
    return { claims: await verifyToken(token, options) };
  } catch (error) {
    if (error instanceof TokenVerificationError) return { reason: error.reason };
    throw error;
  }
}

/** What the vendor's says. */
export async function theirs(token: string, options: VerifyTokenOptions): Promise<Verdict> {
  try {
    return { claims: await vendorVerifyToken(token, options) };
  } catch (error) {
    const hasReason = typeof error === 'object' && error !== null && 'reason' in error;
    if (hasReason) return { reason: error.reason };
    throw error;
  }
}

/** What kept our function from accepting a token. */
export async function refusalOf(
  token: string,
  options: VerifyTokenOptions,
): Promise<TokenVerificationError> {
  try {
    await verifyToken(token, options);
  } catch (error) {
    if (error instanceof TokenVerificationError) return error;
    throw error;
  }
  throw new Error('the token was accepted');
}
