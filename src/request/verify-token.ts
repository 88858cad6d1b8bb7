import type { JwtPayload } from '../engine/auth/index.js';
import { sessionClaimsOf } from '../engine/auth/session-claims-of.js';
import { checkAudience } from '../engine/claims/audience.js';
import { TOKEN_CATEGORIES } from '../engine/claims/token-categories.js';
import type { VerificationFailure } from '../engine/claims/verification-failure.js';
import { type KindChecks, verifyJwt } from '../engine/evidence/verify-jwt.js';
import { type DecodedToken, decodeToken } from '../engine/facts/decoded-token.js';
import { noTokens } from '../engine/tokens/token-cache.js';
import { AuthErrorReason, TokenVerificationErrorReason } from '../engine/reasons.js';
import { TokenVerificationError } from '../token-verification-error.js';
import type { ConnectionOptions, TokenDemands } from './authenticate-request-options.js';
import { sharedConnections } from './connections.js';
import { createPolicy } from './policy.js';

type KeyOptions = Pick<
  ConnectionOptions,
  | 'jwtKey'
  | 'secretKey'
  | 'apiUrl'
  | 'apiVersion'
  | 'skipJwksCache'
  | 'jwksCacheTtlInMs'
  | 'jwksStaleTtlInMs'
>;

type Demands = Pick<
  TokenDemands,
  'audience' | 'authorizedParties' | 'clockSkewInMs' | 'headerType'
>;

/** What {@link verifyToken} takes: one of `jwtKey` and `secretKey`, and what is asked of the token. */
export interface VerifyTokenOptions extends KeyOptions, Demands {}

/**
 * Verifies a token that the instance's key has signed, and nothing but the token: no cookie, no
 * handshake. It takes session tokens and those of JWT templates alike, so a token that was made for
 * somebody else signs in nobody here; to authenticate a request, use `authenticateRequest()`.
 *
 * Nothing is read from the environment. With `jwtKey` nothing is fetched; keys that are fetched
 * serve later calls with the same options.
 *
 * @param token The token as it came. A missing one is refused like a malformed one.
 * @returns The token's claims. Which there are is up to the token: `iss` and `sid` are not asked for.
 * @throws TokenVerificationError when the token is refused, or could not be judged for want of a
 * key: `reason` tells, and then `cause`. ClerkConfigurationError when `jwtKey` is no key. Both as
 * rejections.
 * @example
 * ```ts
 * const { sub } = await verifyToken(token, {
 *   jwtKey: process.env.CLERK_JWT_KEY,
 *   authorizedParties: ['https://example.com'],
 * });
 * ```
 */
export async function verifyToken(token: string, options: VerifyTokenOptions): Promise<JwtPayload> {
  const { keys } = sharedConnections.get(options);
  const policy = createPolicy(options);
  // Code without types passes on whatever a request has, which may be nothing.
  const given: unknown = token;
  const decoded = decodeToken(typeof given === 'string' ? given : '');
  if (decoded.kind === 'malformed') throw refused(MALFORMED);
  const moment = { now: Date.now(), skewInMs: policy.clockSkewInMs };
  const context = { keys, tokens: noTokens, policy, moment };
  const failure = await verifyJwt(decoded, ANY_TOKEN, context);
  if (failure) throw refused(failure);
  return sessionClaimsOf(decoded);
}

const MALFORMED: VerificationFailure = {
  reason: TokenVerificationErrorReason.TokenInvalid,
  message: 'The token is no JWT: it takes three parts of base64url, the first two of them JSON.',
};

const ANY_TOKEN: KindChecks = {
  kind: checkNotOfMachine,
  headerTypes: ({ headerTypes }) => headerTypes,
  audience: ({ claims }, { audience }) => checkAudience(claims, audience),
};

/** The one kind that the vendor's function refuses: a machine's token stands for no user. */
function checkNotOfMachine({ header }: DecodedToken): VerificationFailure | undefined {
  if (header['cat'] !== TOKEN_CATEGORIES.machine) return undefined;
  return {
    reason: AuthErrorReason.TokenTypeMismatch,
    message: "The token's category (cat) is that of machine-to-machine tokens.",
  };
}

function refused({ reason, message, unavailable }: VerificationFailure): TokenVerificationError {
  return new TokenVerificationError(message, {
    reason:
      reason === AuthErrorReason.TokenTypeMismatch
        ? TokenVerificationErrorReason.TokenInvalid
        : reason,
    ...(unavailable && { cause: unavailable.cause }),
  });
}
