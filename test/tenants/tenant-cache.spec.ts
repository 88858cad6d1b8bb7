import { describe, expect, it } from '@jest/globals';
import type { Tenant } from '../../src/tenants/tenant.js';
import { TenantCache } from '../../src/tenants/tenant-cache.js';
import { MovedClock, tenantOf } from './made-tenants.js';
import { KeySources } from '../../src/tenants/key-sources.js';
import { createClerkClient } from 'clerk-nestjs';
import { fingerprintOf } from '../../src/tenants/fingerprint.js';

describe('the cache of tenants', () => {
  const acme = tenantOf('acme');
  const globex = tenantOf('globex');

  /** A cache with a clock to move, and a list of what was made. */
  function openCache({ max = 10, idleTimeoutInMs = 1_000, maxAgeInMs = Infinity } = {}) {
    const clock = new MovedClock();
    const cache = new TenantCache({ max, idleTimeoutInMs, maxAgeInMs }, clock.read);
    const made: string[] = [];
    const get = (name: string, tenant: Tenant | Promise<Tenant> = acme) =>
      cache.get(name, () => {
        made.push(name);
        return tenant;
      });
    return { cache, clock, made, get };
  }

  /** A promise that is settled by hand. */
  function pending() {
    let resolve!: (tenant: Tenant) => void;
    let reject!: (reason: unknown) => void;
    const promise = new Promise<Tenant>((onTenant, onFailure) => {
      [resolve, reject] = [onTenant, onFailure];
    });
    return { promise, resolve, reject };
  }

  describe('the tenants that are kept', () => {
    it('are made once, and given at once afterwards', () => {
      const { get, made, cache } = openCache();
      expect(get('acme')).toBe(acme);
      expect(get('acme', globex)).toBe(acme);
      expect(get('globex', globex)).toBe(globex);
      expect([made, cache.size]).toEqual([['acme', 'globex'], 2]);
    });

    it('are made once for all who ask while they are, and are there without a promise then', async () => {
      const { get, made } = openCache();
      const { promise, resolve } = pending();
      const asked = [promise, globex, globex].map(async (tenant) => get('acme', tenant));
      resolve(acme);
      expect(await Promise.all(asked)).toEqual([acme, acme, acme]);
      expect(get('acme', globex)).toBe(acme);
      expect(made).toEqual(['acme']);
    });

    it('are made again after a failure, of which everybody waiting hears', async () => {
      const { get, made, cache } = openCache();
      const { promise, reject } = pending();
      const asked = [promise, acme].map(async (tenant) => get('acme', tenant));
      reject(new Error('down'));
      const settled = await Promise.allSettled(asked);
      expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(cache.size).toBe(0);
      expect(get('acme')).toBe(acme);
      expect(made).toEqual(['acme', 'acme']);
    });

    it('are none where making throws', () => {
      const { cache, get } = openCache();
      const make = () => {
        throw new Error('broken');
      };
      expect(() => cache.get('acme', make)).toThrow('broken');
      expect(cache.size).toBe(0);
      expect(get('acme')).toBe(acme);
    });

    it('may take longer to make than they are kept without requests', async () => {
      const { get, clock, made } = openCache();
      const { promise, resolve } = pending();
      const first = get('acme', promise);
      clock.pass(1_001);
      const second = get('acme', globex);
      resolve(acme);
      expect(await Promise.all([first, second])).toEqual([acme, acme]);
      clock.pass(1_000);
      expect(get('acme', globex)).toBe(acme);
      expect(made).toEqual(['acme']);
    });
  });

  describe('a tenant without requests', () => {
    it('is kept for exactly the time-out, counted from its last request', () => {
      const { get, clock, made } = openCache();
      void get('acme');
      clock.pass(1_000);
      void get('acme');
      clock.pass(1_000);
      void get('acme');
      expect(made).toEqual(['acme']);
      clock.pass(1_001);
      expect(get('acme', globex)).toBe(globex);
      expect(made).toEqual(['acme', 'acme']);
    });

    it('is dropped by the requests of others', () => {
      const { get, clock, cache } = openCache();
      void get('one');
      void get('two');
      clock.pass(600);
      void get('one');
      void get('three');
      clock.pass(600);
      void get('three');
      expect(cache.size).toBe(2);
      clock.pass(500);
      void get('four');
      expect(cache.size).toBe(2);
    });
  });

  describe('a tenant of a certain age', () => {
    it('is made anew, however often it is used', () => {
      const { get, clock, made } = openCache({ maxAgeInMs: 1_500 });
      void get('acme');
      clock.pass(800);
      void get('acme');
      clock.pass(700);
      expect(get('acme', globex)).toBe(acme);
      clock.pass(1);
      expect(get('acme', globex)).toBe(globex);
      clock.pass(1_000);
      expect(get('acme')).toBe(globex);
      expect(made).toEqual(['acme', 'acme']);
    });

    it('is nobody’s any more while another is made, and when that fails', async () => {
      const { get, clock, made } = openCache({ maxAgeInMs: 500 });
      void get('acme');
      clock.pass(501);
      const { promise, reject } = pending();
      const asked = [promise, acme].map(async (tenant) => get('acme', tenant));
      reject(new Error('removed'));
      const settled = await Promise.allSettled(asked);
      expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(get('acme', globex)).toBe(globex);
      expect(made).toEqual(['acme', 'acme', 'acme']);
    });
  });

  describe('at most so many tenants', () => {
    it('are kept, and the one that was used least recently makes room', () => {
      const { get, made, cache } = openCache({ max: 2 });
      for (const name of ['one', 'two', 'one', 'three']) void get(name);
      expect(cache.size).toBe(2);
      made.length = 0;
      for (const name of ['one', 'three', 'two']) void get(name);
      expect(made).toEqual(['two']);
    });

    it('may be one, beside those that are being made', async () => {
      const { get, cache, made } = openCache({ max: 1 });
      const { promise, resolve } = pending();
      const first = get('one', promise);
      void get('two', globex);
      resolve(acme);
      expect(await first).toBe(acme);
      expect(cache.size).toBe(1);
      expect(get('one', globex)).toBe(acme);
      expect(made).toEqual(['one', 'two']);
    });
  });
});

describe('the sources of keys of tenants', () => {
  const of = (sources: KeySources, name: string) => sources.get({ secretKey: `sk_test_${name}` });

  it('are the same for the same options, and never for others', () => {
    const sources = new KeySources(10);
    expect(of(sources, 'acme')).toBe(of(sources, 'acme'));
    expect(of(sources, 'acme')).not.toBe(of(sources, 'globex'));
    expect(sources.get({ secretKey: 'sk_test_acme', jwksStaleTtlInMs: 1 })).not.toBe(
      of(sources, 'acme'),
    );
  });

  it('make room for each other: the one that was asked for least recently goes', () => {
    const sources = new KeySources(2);
    const [acme, globex] = [of(sources, 'acme'), of(sources, 'globex')];
    expect(of(sources, 'acme')).toBe(acme);
    of(sources, 'initech');
    expect(of(sources, 'acme')).toBe(acme);
    expect(of(sources, 'globex')).not.toBe(globex);
  });
});

describe('the fingerprint of a tenant', () => {
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
      [
        'with members that are not given',
        { secretKey: 's', jwtKey: undefined },
        { secretKey: 's' },
      ],
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
      [
        'by objects that hide what they hold',
        { clerkClient: new Map() },
        { clerkClient: new Map() },
      ],
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
});
