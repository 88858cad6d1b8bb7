import { describe, expect, it, jest } from '@jest/globals';
import {
  ClerkConfigurationError,
  ClerkUnavailableException,
  ClerkUnknownTenantException,
  createClerkClient,
} from 'clerk-nestjs';
import type { TenantsOptions } from 'clerk-nestjs';
import { rejection } from '../client/backend-api-server.js';
import { instance, nameOf, optionsOf } from './made-tenants.js';
import { openRegistry } from './open-registry.js';
import { requestFor } from './requests.js';

describe('the registry of tenants', () => {
  const { publishableKey, secretKey } = instance;
  /** One for all, as 10,000 take their time. */
  const clerkClient = createClerkClient({ secretKey });

  describe('a tenant', () => {
    it('is loaded at its first request, once for all that come meanwhile', async () => {
      const { ask, loaded, registry } = openRegistry();
      const found = await Promise.all([ask('acme'), ask('globex'), ask('acme'), ask('acme')]);
      expect(found.map(nameOf)).toEqual(['acme', 'globex', 'acme', 'acme']);
      expect(new Set(found).size).toBe(2);
      expect(loaded).toEqual(['acme', 'globex']);
      expect(registry.tenantOf(requestFor('/acme'))).toBe(found[0]);
    });

    it('may be told and loaded by promises', async () => {
      const { ask } = openRegistry({
        resolve: async ({ url }) => url?.slice(1),
        load: async (id) => optionsOf(id),
      });
      expect(nameOf(await ask('acme'))).toBe('acme');
    });

    it('is dropped after ten minutes without a request, or the time that is set', async () => {
      const standard = openRegistry();
      await standard.ask('acme');
      standard.clock.pass(600_000);
      await standard.ask('acme');
      expect(standard.loaded).toEqual(['acme']);
      standard.clock.pass(600_001);
      await standard.ask('acme');
      expect(standard.loaded).toEqual(['acme', 'acme']);
      const short = openRegistry({ idleTimeoutInMs: 5 });
      await short.ask('acme');
      short.clock.pass(6);
      await short.ask('acme');
      expect(short.loaded).toEqual(['acme', 'acme']);
    });

    it('is loaded again after an hour, or the time that is set, to notice what has changed', async () => {
      const standard = openRegistry({ idleTimeoutInMs: 1e9 });
      await standard.ask('acme');
      standard.clock.pass(3_600_000);
      await standard.ask('acme');
      expect(standard.loaded).toEqual(['acme']);
      standard.clock.pass(1);
      await standard.ask('acme');
      expect(standard.loaded).toEqual(['acme', 'acme']);
      let removed = false;
      const load = (id: string) => (removed ? null : optionsOf(id));
      const short = openRegistry({ maxAgeInMs: 5, load });
      await short.ask('acme');
      removed = true;
      await short.ask('acme');
      short.clock.pass(6);
      expect(await rejection(short.ask('acme'))).toMatchObject({ status: 421 });
    });

    it('makes room for others where there is a limit', async () => {
      const { ask, loaded } = openRegistry({ max: 1 });
      await ask('acme');
      await ask('globex');
      await ask('acme');
      expect(loaded).toEqual(['acme', 'globex', 'acme']);
    });

    it('is one of 10,000 without a limit', async () => {
      const { ask, loaded } = openRegistry({
        load: () => ({ publishableKey, secretKey, clerkClient }),
      });
      await Promise.all(Array.from({ length: 10_001 }, (_, index) => ask(`id${index}`)));
      loaded.length = 0;
      await ask('id1');
      await ask('id0');
      expect(loaded).toEqual(['id0']);
    });
  });

  describe('nobody’s request', () => {
    it.each<[string, unknown]>([
      ['undefined', undefined],
      ['null', null],
      ['an empty id', ''],
    ])('is answered 421 where resolve gives %s', async (_what, id) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed or not
      const { ask, loaded } = openRegistry({ resolve: () => id as string });
      expect(await rejection(ask('acme'))).toMatchObject({ status: 421 });
      expect(loaded).toEqual([]);
    });

    it.each<[unknown]>([[undefined], [null]])(
      'is one whose id load answers %p',
      async (options) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed or not
        const { ask } = openRegistry({ load: () => options as undefined });
        expect(await rejection(ask('acme'))).toBeInstanceOf(ClerkUnknownTenantException);
      },
    );

    it('is asked about anew each time', async () => {
      const known = new Set<string>();
      const { ask, loaded } = openRegistry({
        load: (id) => (known.has(id) ? optionsOf(id) : null),
      });
      await rejection(ask('late'));
      known.add('late');
      expect(nameOf(await ask('late'))).toBe('late');
      expect(loaded).toEqual(['late', 'late']);
    });

    it('takes the status or the exception that is set', async () => {
      expect(await rejection(openRegistry({ unknown: 404 }).ask('initech'))).toMatchObject({
        status: 404,
      });
      const seen: unknown[] = [];
      const unknown: TenantsOptions['unknown'] = ({ url }, id) => {
        seen.push([url, id]);
        return new RangeError('whoever');
      };
      const { ask } = openRegistry({ unknown });
      expect(await rejection(ask('initech'))).toBeInstanceOf(RangeError);
      expect(await rejection(ask(''))).toBeInstanceOf(RangeError);
      expect(seen).toEqual([
        ['/initech', 'initech'],
        ['/', undefined],
      ]);
    });

    it('is a mistake of the application where unknown returns no exception', async () => {
      for (const returned of [undefined, null, 404, 'nobody']) {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a forgotten return
        const unknown = () => returned as unknown as Error;
        const error = await rejection(openRegistry({ unknown }).ask('initech'));
        expect(error).toBeInstanceOf(ClerkConfigurationError);
      }
    });

    it('gets an exception each, though they wait for one load', async () => {
      const urls: unknown[] = [];
      const { registry, loaded } = openRegistry({
        resolve: () => 'initech',
        unknown: ({ url }) => new Error(String(urls.push(url))),
      });
      const asked = ['a', 'b'].map((url) =>
        rejection(Promise.resolve(registry.tenantOf(requestFor(`/${url}`)))),
      );
      await Promise.all(asked);
      expect([urls, loaded]).toEqual([['/a', '/b'], ['initech']]);
    });

    it.each<[unknown]>([[7], [true], [{}], [['acme']], [Symbol('acme')]])(
      'is none where the id is no string, as %p: that is a mistake of the application',
      async (id) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
        const { ask, loaded } = openRegistry({ resolve: () => id as string });
        const error = await rejection(ask('acme'));
        expect(error).toBeInstanceOf(ClerkConfigurationError);
        expect(error).toMatchObject({
          message: expect.stringContaining("A tenant's id is a string"),
        });
        expect(loaded).toEqual([]);
      },
    );
  });
});

describe('a load that fails', () => {
  it.each<[string, TenantsOptions['load']]>([
    [
      'throws',
      () => {
        throw new Error('database');
      },
    ],
    ['rejects', () => Promise.reject(new Error('database'))],
  ])('is 503, reported and tried again where it %s', async (_how, load) => {
    let isDown = true;
    const { ask, loaded, reports } = openRegistry({
      load: (id) => (isDown ? load(id) : optionsOf(id)),
    });
    const failures = await Promise.all([rejection(ask('acme')), rejection(ask('acme'))]);
    expect(failures[0]).toBeInstanceOf(ClerkUnavailableException);
    expect(failures).toMatchObject([{ status: 503 }, { status: 503 }]);
    expect(JSON.stringify(failures)).not.toContain('database');
    expect(reports).toEqual([['acme', expect.objectContaining({ message: 'database' })]]);
    isDown = false;
    expect(nameOf(await ask('acme'))).toBe('acme');
    expect(loaded).toEqual(['acme', 'acme']);
  });

  it('is one that takes more than ten seconds, and the next request asks again', async () => {
    jest.useFakeTimers();
    try {
      let isStuck = true;
      const stuck = new Promise<undefined>(() => {});
      const load = (id: string) => (isStuck ? stuck : optionsOf(id));
      const { ask, loaded, reports } = openRegistry({ load });
      const failures = Promise.all([rejection(ask('acme')), rejection(ask('acme'))]);
      await jest.advanceTimersByTimeAsync(9_999);
      expect(reports).toEqual([]);
      await jest.advanceTimersByTimeAsync(1);
      expect(await failures).toMatchObject([{ status: 503 }, { status: 503 }]);
      expect(reports).toHaveLength(1);
      isStuck = false;
      expect(nameOf(await ask('acme'))).toBe('acme');
      expect(loaded).toEqual(['acme', 'acme']);
      // What came in time leaves no timer behind.
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('names the tenant whose options can not work, and keeps nothing of them', async () => {
    const { ask, loaded, reports } = openRegistry({ load: () => ({ publishableKey: 'nonsense' }) });
    const error = await rejection(ask('acme'));
    expect(error).toBeInstanceOf(ClerkConfigurationError);
    expect(error).toMatchObject({ message: expect.stringContaining('of the tenant "acme"') });
    await rejection(ask('acme'));
    expect([loaded, reports]).toEqual([['acme', 'acme'], []]);
  });
});

describe('a tenant outside of requests', () => {
  it('is opened by its id, and is that of the requests', async () => {
    const { registry, ask, loaded } = openRegistry();
    expect(await registry.open('acme')).toBe(await ask('acme'));
    expect(loaded).toEqual(['acme']);
  });

  it('is refused by the id that nobody knows', async () => {
    const { registry } = openRegistry();
    const unknown = await rejection(registry.open('initech'));
    expect(unknown).toBeInstanceOf(ClerkConfigurationError);
    expect(unknown).toMatchObject({ message: expect.stringContaining('no tenant "initech"') });
    expect(await rejection(registry.open(undefined))).toMatchObject({
      message: expect.stringContaining('no tenant undefined'),
    });
    expect(await rejection(registry.open(optionsOf('acme')))).toMatchObject({
      message: expect.stringContaining("A tenant's id is a string"),
    });
  });

  it('is not there where it can not be loaded', async () => {
    const { registry } = openRegistry({ load: () => Promise.reject(new Error('database')) });
    expect(await rejection(registry.open('acme'))).toBeInstanceOf(ClerkUnavailableException);
  });
});
