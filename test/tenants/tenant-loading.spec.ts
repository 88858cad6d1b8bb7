import { describe, expect, it, jest } from '@jest/globals';
import {
  ClerkConfigurationError,
  ClerkUnavailableException,
  type TenantsOptions,
} from 'clerk-nestjs';
import { rejection } from '../client/backend-api-server.js';
import { nameOf, optionsOf } from './made-tenants.js';
import { openRegistry } from './open-registry.js';

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
