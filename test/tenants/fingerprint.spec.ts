import { describe, expect, it } from '@jest/globals';
import { createClerkClient } from 'clerk-nestjs';
import { fingerprintOf } from '../../src/tenants/fingerprint.js';

const domain = () => 'one.example';
const client = createClerkClient({ secretKey: 'sk_test_one' });

describe('options that say the same have the same fingerprint', () => {
  it.each<[string, unknown, unknown]>([
    [
      'in any order',
      { secretKey: 's', publishableKey: 'p' },
      { publishableKey: 'p', secretKey: 's' },
    ],
    [
      'below too',
      { organizationSyncOptions: { a: ['1'], b: ['2'] } },
      { organizationSyncOptions: { b: ['2'], a: ['1'] } },
    ],
    ['with members that are not given', { secretKey: 's', jwtKey: undefined }, { secretKey: 's' }],
    ['with the same function', { domain }, { domain }],
    ['with the same client', { clerkClient: client }, { clerkClient: client }],
    [
      'without a prototype',
      Object.assign(Object.create(null), { secretKey: 's' }),
      { secretKey: 's' },
    ],
    ['with the same number', { clockSkewInMs: 5 }, { clockSkewInMs: 5 }],
  ])('%s', (_how, one, other) => {
    expect(fingerprintOf(one)).toBe(fingerprintOf(other));
  });
});

describe('options that differ have another fingerprint', () => {
  it.each<[string, unknown, unknown]>([
    ['by a key', { secretKey: 'one' }, { secretKey: 'other' }],
    ['by the name of a member', { secretKey: 's' }, { jwtKey: 's' }],
    ['by one member more', { secretKey: 's' }, { secretKey: 's', jwtKey: 'j' }],
    ['by the order of a list', { acceptsToken: ['a', 'b'] }, { acceptsToken: ['b', 'a'] }],
    ['by a list in place of its text', { audience: ['a'] }, { audience: 'a' }],
    ['by a list in place of an object', { audience: ['a'] }, { audience: { 0: 'a' } }],
    ['by functions that read the same', { domain: () => 'a' }, { domain: () => 'a' }],
    [
      'by clients with the same key',
      { clerkClient: client },
      { clerkClient: createClerkClient({ secretKey: 'sk_test_one' }) },
    ],
    ['by objects that hide what they hold', { clerkClient: new Map() }, { clerkClient: new Map() }],
    ['by a number in place of its text', { clockSkewInMs: 1 }, { clockSkewInMs: '1' }],
    ['by numbers that JSON does not know', { clockSkewInMs: Infinity }, { clockSkewInMs: NaN }],
    ['by a number and none', { clockSkewInMs: NaN }, { clockSkewInMs: null }],
    ['by a big number', { clockSkewInMs: 1n }, { clockSkewInMs: 2n }],
    ['by null', { domain: null }, {}],
    ['by text that is written like a fingerprint', { domain }, { domain: fingerprintOf(domain) }],
    [
      'by an object that is written like a number',
      { clockSkewInMs: 1 },
      { clockSkewInMs: { '=': '1' } },
    ],
    ['by text that goes on like another member', { a: 'x","b":"y' }, { a: 'x', b: 'y' }],
    ['by lists that end elsewhere', { a: [['x'], 'y'] }, { a: ['x', ['y']] }],
  ])('%s', (_how, one, other) => {
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
  });

  it('holds for whatever is returned in the place of options', () => {
    const odd = [undefined, null, '', 'text', 0, true, [], {}, domain].map(fingerprintOf);
    expect(new Set(odd).size).toBe(odd.length);
  });
});
