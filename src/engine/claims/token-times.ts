import type { JsonObject } from '../facts/decoded-token.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { show, type VerificationFailure } from './verification-failure.js';

/** When a token's times are compared, and how far they may be off, both in milliseconds. */
export interface Moment {
  readonly now: number;
  readonly skewInMs: number;
}

/** Refuses a token whose time is up. It must say when that is; the boundary itself is expired. */
export function checkExpiration(
  claims: JsonObject,
  { now, skewInMs }: Moment,
): VerificationFailure | undefined {
  const exp = claims['exp'];
  if (typeof exp !== 'number') return notATime('expiry (exp)', exp);
  if (inMs(exp) > now - skewInMs) return undefined;
  return {
    reason: TokenVerificationErrorReason.TokenExpired,
    message: `The token expired at ${date(exp)}; it is ${date(now / 1000)}.`,
  };
}

/** Refuses a token before the time from which it may be used. It need not name one. */
export function checkNotBefore(
  claims: JsonObject,
  { now, skewInMs }: Moment,
): VerificationFailure | undefined {
  const nbf = claims['nbf'];
  if (nbf === undefined) return undefined;
  if (typeof nbf !== 'number') return notATime('not-before time (nbf)', nbf);
  if (inMs(nbf) <= now + skewInMs) return undefined;
  return {
    reason: TokenVerificationErrorReason.TokenNotActiveYet,
    message: `The token is not to be used before ${date(nbf)}; it is ${date(now / 1000)}.`,
  };
}

/** Refuses a token from the future: one clock is wrong, and the token's age can't be told. */
export function checkIssuedAt(
  claims: JsonObject,
  { now, skewInMs }: Moment,
): VerificationFailure | undefined {
  const iat = claims['iat'];
  if (iat === undefined) return undefined;
  if (typeof iat !== 'number') return notATime('issue time (iat)', iat);
  if (inMs(iat) <= now + skewInMs) return undefined;
  return {
    reason: TokenVerificationErrorReason.TokenIatInTheFuture,
    message: `The token was issued in the future, at ${date(iat)}; it is ${date(now / 1000)}.`,
  };
}

/** Claims count whole seconds since 1970; a fraction is dropped. */
function inMs(seconds: number): number {
  return Math.trunc(seconds) * 1000;
}

function notATime(claim: string, value: unknown): VerificationFailure {
  return {
    reason: TokenVerificationErrorReason.TokenVerificationFailed,
    message: `The token's ${claim} is ${show(value)} where a number is expected.`,
  };
}

function date(seconds: number): string {
  const moment = new Date(seconds * 1000);
  return Number.isNaN(moment.getTime()) ? `second ${seconds}` : moment.toISOString();
}
