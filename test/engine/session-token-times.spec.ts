import { describe, expect, test } from '@jest/globals';
import { local, NOW, NOW_IN_SECONDS, verdictOn } from './support/engine.js';

const EXPIRED = 'session-token-expired-refresh-non-eligible-no-refresh-cookie';

function minted(claims: Record<string, unknown>): string {
  return local.mint({ user: 'ada', claims });
}

describe('a token’s times', () => {
  type Row = [name: string, claims: Record<string, unknown>, skewInMs: number, verdict: string];

  test.each<Row>([
    ['an expired token is refused', { exp: NOW_IN_SECONDS - 60 }, 5_000, EXPIRED],
    [
      'a token that expired exactly one skew ago is refused',
      { exp: NOW_IN_SECONDS - 5 },
      5_000,
      EXPIRED,
    ],
    [
      'a token that expired a second less than the skew ago passes',
      { exp: NOW_IN_SECONDS - 4 },
      5_000,
      'signed-in',
    ],
    ['without skew a token that expires now is refused', { exp: NOW_IN_SECONDS }, 0, EXPIRED],
    [
      'without skew a token that expires in a second passes',
      { exp: NOW_IN_SECONDS + 1 },
      0,
      'signed-in',
    ],
    [
      'a token that is not yet valid is refused',
      { nbf: NOW_IN_SECONDS + 60 },
      5_000,
      'session-token-nbf',
    ],
    [
      'a token that is valid in exactly one skew passes',
      { nbf: NOW_IN_SECONDS + 5 },
      5_000,
      'signed-in',
    ],
    [
      'a token that is valid a second after the skew is refused',
      { nbf: NOW_IN_SECONDS + 6 },
      5_000,
      'session-token-nbf',
    ],
    [
      'without skew a token that is valid from now on passes',
      { nbf: NOW_IN_SECONDS },
      0,
      'signed-in',
    ],
    [
      'without skew a token that is valid in a second is refused',
      { nbf: NOW_IN_SECONDS + 1 },
      0,
      'session-token-nbf',
    ],
    [
      'a token from the future is refused',
      { iat: NOW_IN_SECONDS + 60 },
      5_000,
      'session-token-iat-in-the-future',
    ],
    ['a token issued in exactly one skew passes', { iat: NOW_IN_SECONDS + 5 }, 5_000, 'signed-in'],
    [
      'a token issued a second after the skew is refused',
      { iat: NOW_IN_SECONDS + 6 },
      5_000,
      'session-token-iat-in-the-future',
    ],
    ['without skew a token issued now passes', { iat: NOW_IN_SECONDS }, 0, 'signed-in'],
    [
      'without skew a token issued in a second is refused',
      { iat: NOW_IN_SECONDS + 1 },
      0,
      'session-token-iat-in-the-future',
    ],
    ['a token without nbf passes', { nbf: undefined }, 5_000, 'signed-in'],
    ['a token without iat passes', { iat: undefined }, 5_000, 'signed-in'],
    ['a token without exp is refused', { exp: undefined }, 5_000, 'token-verification-failed'],
    ['a token whose exp is null is refused', { exp: null }, 5_000, 'token-verification-failed'],
    [
      'a token whose exp is text is refused',
      { exp: '9999999999' },
      5_000,
      'token-verification-failed',
    ],
    ['a token whose nbf is text is refused', { nbf: '0' }, 5_000, 'token-verification-failed'],
    ['a token whose nbf is null is refused', { nbf: null }, 5_000, 'token-verification-failed'],
    ['a token whose iat is text is refused', { iat: '0' }, 5_000, 'token-verification-failed'],
    ['a token whose iat is null is refused', { iat: null }, 5_000, 'token-verification-failed'],
    ['a token that expired before all time is refused', { exp: -1e300 }, 5_000, EXPIRED],
    ['a token that is valid after all time is refused', { nbf: 1e300 }, 5_000, 'session-token-nbf'],
    [
      'a token issued after all time is refused',
      { iat: 1e300 },
      5_000,
      'session-token-iat-in-the-future',
    ],
  ])('%s', async (_name, claims, clockSkewInMs, expected) => {
    expect(await verdictOn(minted(claims), { policy: { clockSkewInMs } })).toBe(expected);
  });

  test('the millisecond decides: one before the boundary a token lives, at it not', async () => {
    const token = minted({ exp: NOW_IN_SECONDS });
    expect(await verdictOn(token, { now: NOW + 4_999 })).toBe('signed-in');
    expect(await verdictOn(token, { now: NOW + 5_000 })).toBe(EXPIRED);
  });

  test('the millisecond decides: one before its time a token is refused, at it not', async () => {
    const early = minted({ nbf: NOW_IN_SECONDS, iat: undefined });
    expect(await verdictOn(early, { now: NOW - 5_001 })).toBe('session-token-nbf');
    expect(await verdictOn(early, { now: NOW - 5_000 })).toBe('signed-in');
    const future = minted({ nbf: undefined, iat: NOW_IN_SECONDS });
    expect(await verdictOn(future, { now: NOW - 5_001 })).toBe('session-token-iat-in-the-future');
    expect(await verdictOn(future, { now: NOW - 5_000 })).toBe('signed-in');
  });

  test('a fraction of a second is dropped, as everywhere at Clerk', async () => {
    const token = minted({ exp: NOW_IN_SECONDS + 0.9 });
    expect(await verdictOn(token, { policy: { clockSkewInMs: 0 } })).toBe(EXPIRED);
  });

  test('an expired token is refused in a cookie too', async () => {
    const token = minted({ exp: NOW_IN_SECONDS - 60 });
    expect(await verdictOn(token, {}, 'cookie')).toBe(EXPIRED);
  });
});
