import {
  MachineTokenVerificationError,
  type M2MToken,
  type VerifyM2MJwt,
} from '../client/index.js';
import { type DecodedToken, decodeToken } from '../engine/facts/decoded-token.js';
import { machineJwtType } from '../engine/facts/machine-token.js';
import { machineJwtChecks, readMachineClaims } from '../engine/evidence/machine-jwt.js';
import { verifyJwt } from '../engine/evidence/verify-jwt.js';
import type { KeySource } from '../engine/keys/key-source.js';
import { noTokens } from '../engine/tokens/token-cache.js';
import { TokenType } from '../engine/token-type.js';
import { createPolicy } from './policy.js';

/** As the vendor's client: a token's audience and the clocks' difference can't be told to `m2m.verify`. */
const policy = createPolicy({});

const checks = machineJwtChecks(TokenType.M2MToken);

/**
 * Makes what verifies machines' JWTs for a client, with the very checks that authentication makes.
 *
 * @param keysOf Where the instance's keys come from; asked when there is a token to verify.
 * @param clock Milliseconds since 1970.
 */
export function verifyM2MJwtBy(keysOf: () => KeySource, clock: () => number): VerifyM2MJwt {
  return (text) => {
    // Whoever calls from JavaScript may hand over anything; the API then says what is wrong with it.
    const token = typeof text === 'string' ? decodeToken(text) : undefined;
    if (token?.kind !== 'jwt' || machineJwtType(token) !== TokenType.M2MToken) return undefined;
    return verified(token, keysOf, clock);
  };
}

async function verified(
  token: DecodedToken,
  keysOf: () => KeySource,
  clock: () => number,
): Promise<M2MToken> {
  const wrongKind = checks.kind(token);
  if (wrongKind) throw new MachineTokenVerificationError('token-invalid', wrongKind.message);
  const moment = { now: clock(), skewInMs: policy.clockSkewInMs };
  const context = { keys: keysOf(), tokens: noTokens, policy, moment };
  const failure = await verifyJwt(token, checks, context);
  if (!failure) return toM2MToken(token);
  const { message, unavailable } = failure;
  const options = unavailable && { cause: unavailable.cause };
  throw new MachineTokenVerificationError('token-verification-failed', message, options);
}

function toM2MToken(token: DecodedToken): M2MToken {
  const { id, subject, scopes, ...identity } = readMachineClaims(TokenType.M2MToken, token);
  const issuedAt = inMs(token.claims['iat']);
  return {
    id,
    subject,
    scopes,
    claims: 'claims' in identity ? identity.claims : null,
    // Nothing but its time ends a JWT, and an expired one has been refused.
    revoked: false,
    revocationReason: null,
    expired: false,
    expiration: inMs(token.claims['exp']),
    createdAt: issuedAt,
    updatedAt: issuedAt,
    token: undefined,
  };
}

/** A claim counts seconds. One without `iat`, which Clerk's have, gives `NaN`, as in the vendor's client. */
function inMs(seconds: unknown): number {
  return Number(seconds) * 1000;
}
