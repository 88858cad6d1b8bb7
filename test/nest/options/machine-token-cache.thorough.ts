import { describe, expect, it } from '@jest/globals';
import { clerkMiddleware, type ClerkOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { resolveOptions } from '../../../src/options/resolve-options.js';
import { resolveTestingOptions } from '../../../src/options/resolve-testing-options.js';

const { publishableKey, secretKey } = new LocalInstance();
const keys = { publishableKey, secretKey };

const resolved = (options: ClerkOptions) =>
  resolveOptions({ ...keys, ...options }, {}).machineTokenCache;

describe('the option machineTokenCache', () => {
  it.each<[string, ClerkOptions, object | false]>([
    ['left out', {}, { max: 10_000, ttlInMs: 10_000, negativeTtlInMs: 2_000 }],
    ['empty', { machineTokenCache: {} }, { max: 10_000, ttlInMs: 10_000, negativeTtlInMs: 2_000 }],
    [
      'with one member',
      { machineTokenCache: { ttlInMs: 500, max: undefined } },
      { max: 10_000, ttlInMs: 500, negativeTtlInMs: 2_000 },
    ],
    [
      'with all of them',
      { machineTokenCache: { max: 1, ttlInMs: 0, negativeTtlInMs: 3 } },
      { max: 1, ttlInMs: 0, negativeTtlInMs: 3 },
    ],
    ['false', { machineTokenCache: false }, false],
  ])('is complete: %s', (_case, options, limits) => {
    expect(resolved(options)).toEqual(limits);
  });

  it.each<[unknown, string]>([
    [true, 'machineTokenCache must be false, or an object'],
    [null, 'machineTokenCache must be false, or an object'],
    [[], 'machineTokenCache must be false, or an object'],
    [5_000, 'machineTokenCache must be false, or an object'],
    ['', 'machineTokenCache must be false, or an object'],
    [{ max: 0 }, 'machineTokenCache.max must be a whole number'],
    [{ max: 1.5 }, 'machineTokenCache.max must be a whole number'],
    [{ max: '5' }, 'machineTokenCache.max must be a whole number'],
    [{ max: Infinity }, 'machineTokenCache.max must be a whole number'],
    [{ max: null }, 'machineTokenCache.max must be a whole number'],
    [{ ttlInMs: -1 }, 'machineTokenCache.ttlInMs must be a number of milliseconds'],
    [{ ttlInMs: Infinity }, 'machineTokenCache.ttlInMs must be a number of milliseconds'],
    [{ negativeTtlInMs: '5' }, 'machineTokenCache.negativeTtlInMs must be a number'],
    [{ ttlMs: 5 }, 'machineTokenCache has an unknown member, ttlMs; it takes max, ttlInMs'],
    [{ '': 5 }, 'machineTokenCache has an unknown member'],
  ])('refuses %j by the member that is wrong', (value, message) => {
    const given: object = { machineTokenCache: value };
    expect(() => resolveOptions(Object.assign({ ...keys }, given), {})).toThrow(message);
  });

  it('is one of clerkMiddleware() too', () => {
    expect(() => clerkMiddleware({ ...keys, machineTokenCache: false })).not.toThrow();
    expect(() => clerkMiddleware({ ...keys, machineTokenCache: { max: 0 } })).toThrow(
      'machineTokenCache.max',
    );
  });

  it('is off under test unless the application asks for it, so that a revocation counts at once', () => {
    const underTest = (options: ClerkOptions) =>
      resolveTestingOptions(options, keys, {}).machineTokenCache;
    expect(underTest({})).toBe(false);
    expect(underTest({ machineTokenCache: { ttlInMs: 5 } })).toMatchObject({ ttlInMs: 5 });
  });
});
