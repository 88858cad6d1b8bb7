import { describe, expect, it } from '@jest/globals';
import { ClerkModule, clerkMiddleware, type ClerkOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { resolveOptions } from '../../../src/options/resolve-options.js';
import { startApp } from '../support/platforms.js';

const { publishableKey, jwtKey } = new LocalInstance();

describe('the option tokenCache', () => {
  const keys = { publishableKey, jwtKey };
  const resolved = (options: ClerkOptions) =>
    resolveOptions({ ...keys, ...options }, {}).tokenCacheMax;

  it.each<[string, ClerkOptions, number]>([
    ['left out', {}, 10_000],
    ['undefined', { tokenCache: undefined }, 10_000],
    ['empty', { tokenCache: {} }, 10_000],
    ['without max', { tokenCache: { max: undefined } }, 10_000],
    ['the least', { tokenCache: { max: 2 } }, 2],
    ['the most', { tokenCache: { max: 10_000_000 } }, 10_000_000],
    ['false', { tokenCache: false }, 0],
  ])('is complete: %s', (_case, options, max) => {
    expect(resolved(options)).toBe(max);
  });

  it.each<[unknown, string]>([
    [true, 'tokenCache must be { max: <number> }, or false'],
    [null, 'tokenCache must be { max: <number> }, or false'],
    [0, 'tokenCache must be { max: <number> }, or false'],
    [500, 'tokenCache must be { max: <number> }, or false'],
    ['', 'tokenCache must be { max: <number> }, or false'],
    [[], 'tokenCache must be { max: <number> }, or false'],
    [new Map(), 'tokenCache must be { max: <number> }, or false'],
    [{ max: 0 }, 'tokenCache.max must be a whole number from 2'],
    [{ max: 1 }, 'tokenCache.max must be a whole number from 2'],
    [{ max: -2 }, 'tokenCache.max must be a whole number from 2'],
    [{ max: 2.5 }, 'tokenCache.max must be a whole number from 2'],
    [{ max: '10' }, 'tokenCache.max must be a whole number from 2'],
    [{ max: NaN }, 'tokenCache.max must be a whole number from 2'],
    [{ max: Infinity }, 'tokenCache.max must be a whole number from 2'],
    [{ max: 10_000_001 }, 'tokenCache.max must be a whole number from 2 to 10000000'],
    [{ max: null }, 'tokenCache.max must be a whole number from 2'],
    [{ ttlInMs: 5 }, 'tokenCache.ttlInMs is not known; it takes max'],
    [{ '': 5 }, 'tokenCache. is not known'],
  ])('refuses %j by the member that is wrong', (value, message) => {
    const given: object = { tokenCache: value };
    expect(() => resolveOptions(Object.assign({ ...keys }, given), {})).toThrow(message);
  });

  it('keeps an application with a bad one from booting', async () => {
    const starting = startApp('express', {
      imports: [ClerkModule.forRoot({ ...keys, tokenCache: { max: 1 } })],
    });
    await expect(starting).rejects.toThrow('tokenCache.max must be a whole number');
  });

  it('is one of clerkMiddleware() too', () => {
    expect(() => clerkMiddleware({ ...keys, tokenCache: false })).not.toThrow();
    expect(() => clerkMiddleware({ ...keys, tokenCache: { max: 1 } })).toThrow('tokenCache.max');
  });
});
