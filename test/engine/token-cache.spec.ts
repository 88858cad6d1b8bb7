import { describe, expect, it } from '@jest/globals';
import { type DecodedToken, decodeToken } from '../../src/engine/facts/decoded-token.js';
import { isKnownToBeSignedBy } from '../../src/engine/tokens/known-token.js';
import { noTokens, TokenCache } from '../../src/engine/tokens/token-cache.js';
import { CountedKey } from './support/counted-key.js';
import { local, NOW } from './support/engine.js';
import { encodePart } from './support/token-forge.js';

const MINUTE = 60_000;
const key = new CountedKey(local.jwtKey);

/** A token by its number. That its signature is none does not matter here. */
function textNo(number: number): string {
  const signature = Buffer.from(`signature ${number}`.padStart(256)).toString('base64url');
  return `${encodePart({ alg: 'RS256' })}.${encodePart({ sub: `user_${number}` })}.${signature}`;
}

function read(text: string): DecodedToken {
  const token = decodeToken(text);
  if (token.kind === 'malformed') throw new Error('the fixture is no token');
  return token;
}

/** A cache to which the tokens of these numbers were added. */
function cacheOf(max: number, numbers: readonly number[] = [], now = NOW): TokenCache {
  const cache = new TokenCache(max);
  for (const number of numbers) add(cache, number, now);
  return cache;
}

function add(cache: TokenCache, number: number, now = NOW): void {
  cache.add(read(textNo(number)), key, now);
}

/** Asks for a token as a request does. */
function knows(cache: TokenCache, number: number): boolean {
  return isKnownToBeSignedBy(cache.decode(textNo(number)), key);
}

describe('a cache of verified tokens', () => {
  it('finds what was added decoded, each time the same', () => {
    const cache = cacheOf(4, [1]);
    expect(cache.decode(textNo(1))).toBe(cache.decode(textNo(1)));
    expect(cache.decode(textNo(1))).toEqual(read(textNo(1)));
    expect(knows(cache, 1)).toBe(true);
  });

  it('decodes what it does not know, and does not know it then', () => {
    const cache = cacheOf(4, [1]);
    expect(cache.decode(textNo(2))).toEqual(read(textNo(2)));
    expect([knows(cache, 2), cache.size]).toEqual([false, 1]);
  });

  it.each([
    ['nothing', ''],
    ['a dot', '.'],
    ['dots', '...'],
    ['two parts', 'a.b'],
    ['an opaque token', 'ak_opaque'],
    ['a part too many', `${textNo(1)}.`],
    ['a part in front', `.${textNo(1)}`],
    ['padding', `${textNo(1)}=`],
    ['a blank behind', `${textNo(1)} `],
  ])('finds no token by %s', (_case, text) => {
    const cache = cacheOf(4, [1]);
    expect(cache.decode(text)).toEqual({ kind: 'malformed', text });
  });

  it('takes another token with the same content for another one', () => {
    const cache = cacheOf(4, [1]);
    expect(knows(cache, 1)).toBe(true);
    expect(isKnownToBeSignedBy(read(textNo(1)), key)).toBe(false);
    const { header, claims, kind } = read(textNo(2));
    expect(isKnownToBeSignedBy({ kind, header, claims, text: textNo(1) }, key)).toBe(false);
  });

  it('knows a token by the very key that has signed it, and by no equal one', () => {
    const cache = cacheOf(4, [1]);
    const token = cache.decode(textNo(1));
    const isKnownBy = (other: CountedKey) => isKnownToBeSignedBy(token, other);
    expect([isKnownBy(key), isKnownBy(new CountedKey(local.jwtKey))]).toEqual([true, false]);
  });

  it.each([false, true])('finds only the very same text, in the older half: %s', (isOlder) => {
    const cache = cacheOf(4, [1]);
    if (isOlder) add(cache, 2, NOW + MINUTE);
    // All but the end is another's.
    const other = textNo(1).replace(encodePart({ sub: 'user_1' }), encodePart({ sub: 'user_9' }));
    expect(other.slice(-32)).toBe(textNo(1).slice(-32));
    expect(cache.decode(other)).toEqual(read(other));
    expect(cache.decode(other)).not.toBe(cache.decode(other));
    expect(knows(cache, 1)).toBe(true);
  });

  it('keeps a text of its own', () => {
    const cache = cacheOf(4, [1]);
    expect(cache.decode(textNo(1)).text).toBe(textNo(1));
  });

  it('remembers nothing where max is 0', () => {
    const cache = cacheOf(0, [1, 2]);
    add(noTokens, 1);
    expect([cache.size, knows(cache, 1), noTokens.size, knows(noTokens, 1)]).toEqual([
      0,
      false,
      0,
      false,
    ]);
  });
});

describe('a cache of verified tokens never holds more than max', () => {
  it.each([2, 4, 10, 100])('of %i, whatever comes', (max) => {
    const cache = new TokenCache(max);
    let most = 0;
    for (let step = 0; step < 20 * max; step += 1) {
      // New ones, and old ones that move on, in turn.
      if (!knows(cache, (step * 7) % (2 * max))) add(cache, (step * 7) % (2 * max), NOW + step);
      knows(cache, step % max);
      most = Math.max(most, cache.size);
    }
    expect(most).toBeLessThanOrEqual(max);
    expect(most).toBeGreaterThan(max / 2);
  });

  it('also where only old ones move on', () => {
    const cache = cacheOf(4, [1, 2, 3, 4]);
    const sizes = [1, 2, 1, 2, 3, 4].map((number) => [knows(cache, number), cache.size]);
    expect(sizes.every(([, size]) => Number(size) <= 4)).toBe(true);
    expect(sizes[0]).toEqual([true, 3]);
  });

  it('nor counts one that moves on twice', () => {
    const cache = cacheOf(4, [1, 2, 3]);
    expect([knows(cache, 1), cache.size]).toEqual([true, 3]);
  });

  it('also where one token is added again and again', () => {
    const cache = cacheOf(4, [1, 1, 1, 1, 1, 1, 1]);
    expect(cache.size).toBeLessThanOrEqual(4);
    expect(knows(cache, 1)).toBe(true);
  });
});

describe('a cache of verified tokens forgets', () => {
  it('what is not asked for through two generations', () => {
    const cache = cacheOf(100, [1]);
    add(cache, 2, NOW + MINUTE);
    expect(cache.size).toBe(2);
    add(cache, 3, NOW + 2 * MINUTE);
    expect(cache.size).toBe(2);
    expect([knows(cache, 1), knows(cache, 2), knows(cache, 3)]).toEqual([false, true, true]);
  });

  it('nothing within one', () => {
    const cache = cacheOf(100, [1]);
    for (let number = 2; number < 20; number += 1) add(cache, number, NOW + MINUTE - 1);
    expect([knows(cache, 1), cache.size]).toEqual([true, 19]);
  });

  it('nothing that is asked for in each generation', () => {
    const cache = cacheOf(100, [1]);
    for (let number = 2; number < 20; number += 1) {
      add(cache, number, NOW + number * MINUTE);
      expect(knows(cache, 1)).toBe(true);
    }
    expect(cache.size).toBeLessThan(5);
  });

  it('nothing that is asked for while others push', () => {
    const cache = cacheOf(10, [1]);
    for (let number = 2; number < 100; number += 1) {
      add(cache, number);
      expect(knows(cache, 1)).toBe(true);
    }
  });

  it('also when the clock was set back, by however much', () => {
    const cache = cacheOf(100, [1]);
    add(cache, 2, NOW - 60 * MINUTE);
    add(cache, 3, NOW - 59 * MINUTE);
    expect([knows(cache, 1), knows(cache, 2), knows(cache, 3)]).toEqual([false, true, true]);
  });

  it('not all at once when the clock jumps for a moment', () => {
    const cache = cacheOf(100, [1]);
    add(cache, 2, NOW + 10_000 * MINUTE);
    expect([knows(cache, 1), knows(cache, 2)]).toEqual([true, true]);
  });
});
