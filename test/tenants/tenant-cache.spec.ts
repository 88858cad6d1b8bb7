import { describe, expect, it } from '@jest/globals';
import type { Tenant } from '../../src/tenants/tenant.js';
import { TenantCache } from '../../src/tenants/tenant-cache.js';
import { MovedClock, tenantOf } from './made-tenants.js';

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
