import { describe, expect, it } from '@jest/globals';
import {
  ClerkConfigurationError,
  ClerkUnknownTenantException,
  createClerkClient,
  type TenantsOptions,
} from 'clerk-nestjs';
import { rejection } from '../client/backend-api-server.js';
import { instance, nameOf, optionsOf } from './made-tenants.js';
import { openRegistry } from './open-registry.js';
import { requestFor } from './requests.js';

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

  it.each<[unknown]>([[undefined], [null]])('is one whose id load answers %p', async (options) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed or not
    const { ask } = openRegistry({ load: () => options as undefined });
    expect(await rejection(ask('acme'))).toBeInstanceOf(ClerkUnknownTenantException);
  });

  it('is asked about anew each time', async () => {
    const known = new Set<string>();
    const { ask, loaded } = openRegistry({ load: (id) => (known.has(id) ? optionsOf(id) : null) });
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
