import { describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { ClerkConfigurationError } from 'clerk-nestjs';
import type { ClerkSettings, TenantsOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { readSettings } from '../../src/tenants/settings.js';
import { rejection } from '../client/backend-api-server.js';
import { instance } from './made-tenants.js';
import { requestFor } from './requests.js';
import { readTenantsOptions } from '../../src/tenants/read-tenants-options.js';

describe('settings', () => {
  const { publishableKey } = instance;
  const jwtKey = instance.jwtKey.trim();
  const KEYS = { publishableKey, jwtKey };
  const other = new LocalInstance({ number: 2 });

  /** An environment that names everything about somebody else's instance. */
  const ENVIRONMENT = {
    CLERK_PUBLISHABLE_KEY: other.publishableKey,
    CLERK_SECRET_KEY: other.secretKey,
    CLERK_MACHINE_SECRET_KEY: other.machineSecretKey,
    CLERK_JWT_KEY: other.jwtKey.trim(),
    CLERK_API_URL: 'https://api.example',
    CLERK_SIGN_IN_URL: '/environment/sign-in',
  };

  /** What a request would be authenticated by. */
  async function resolved(given: unknown, testing?: ClerkSettings) {
    const context = {
      environment: ENVIRONMENT,
      report: () => {},
      testing: typeof testing === 'object' ? testing : undefined,
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed code or not
    const settings = readSettings(given as ClerkSettings, context);
    if (settings.kind === 'fixed') return settings.options;
    return (await settings.tenants.tenantOf(requestFor('/'))).options;
  }

  /** The option `tenants`, with one that is loaded for everybody. */
  const tenantsOf = (options: unknown) => ({ resolve: () => 'acme', load: () => options });

  /** The ways in which options come for one request only. */
  const FORMS = [
    ['a function', (options: object) => () => options],
    ['a function with a promise', (options: object) => async () => options],
    ['tenants', (options: object) => ({ tenants: tenantsOf(options) })],
  ] as const;

  describe.each(FORMS)('keys by %s', (_form, settings) => {
    it.each<[string, object]>([
      ['a PEM key', { publishableKey, jwtKey }],
      ['a secret key', { publishableKey, secretKey: 'sk_test_acme' }],
      ['a PEM key and a secret key', { publishableKey, jwtKey, secretKey: 'sk_test_acme' }],
    ])('come as a set: with %s none is of the environment', async (_what, keys) => {
      const { publishableKey: parsed, connection } = await resolved(settings(keys));
      expect(parsed?.value).toBe(publishableKey);
      const { secretKey, machineSecretKey, jwtKey: pem } = connection;
      const given = { publishableKey, secretKey, machineSecretKey, jwtKey: pem };
      expect(JSON.parse(JSON.stringify(given))).toEqual(keys);
    });

    it.each<[string, object]>([
      ['no publishable key', { secretKey: 'sk_test_acme' }],
      ['no key to verify by', { publishableKey }],
      ['a blank secret key', { publishableKey, secretKey: '' }],
      ['a machine’s secret key alone', { machineSecretKey: 'ak_acme' }],
      ['a blank PEM key alone', { jwtKey: ' ' }],
    ])('are too few with %s: the environment does not help out', async (_what, keys) => {
      expect(await rejection(resolved(settings(keys)))).toBeInstanceOf(ClerkConfigurationError);
    });

    it('leave the rest to the environment', async () => {
      const { connection, pages } = await resolved(settings(KEYS));
      expect([connection.apiUrl, pages.signInUrl]).toEqual([
        'https://api.example',
        '/environment/sign-in',
      ]);
    });

    it('are those of the embedded Clerk in a test', async () => {
      const testing = { publishableKey: other.publishableKey, secretKey: other.secretKey };
      const { publishableKey: parsed, connection } = await resolved(settings(KEYS), testing);
      expect(parsed?.value).toBe(other.publishableKey);
      expect([connection.secretKey, connection.jwtKey]).toEqual([other.secretKey, undefined]);
    });

    it('of a production instance stop a test', async () => {
      const live = { publishableKey: 'pk_live_Y2xlcmsuZXhhbXBsZS5jb20k', jwtKey };
      const testing = { publishableKey: other.publishableKey, secretKey: other.secretKey };
      expect(await rejection(resolved(settings(live), testing))).toMatchObject({
        message: expect.stringContaining('production instance'),
      });
    });
  });

  describe('a function that names no key', () => {
    it('has the environment’s', async () => {
      const { publishableKey: parsed, connection } = await resolved(() => ({ signInUrl: '/here' }));
      expect(parsed?.value).toBe(other.publishableKey);
      expect(connection).toMatchObject({ secretKey: other.secretKey, jwtKey: other.jwtKey.trim() });
    });
  });

  describe('a function that returns no options', () => {
    it.each<[unknown]>([[undefined], [null], ['acme'], [7], [() => KEYS], [Object.prototype]])(
      'such as %p, is a mistake',
      async (returned) => {
        for (const compute of [() => returned, async () => returned]) {
          expect(await rejection(resolved(compute))).toMatchObject({
            message: 'There are no options for this request: return an object.',
          });
        }
      },
    );

    it('is a mistake of load too, but for null and undefined', async () => {
      for (const returned of ['acme', 7, () => KEYS]) {
        expect(await rejection(resolved({ tenants: tenantsOf(returned) }))).toMatchObject({
          message: 'There are no options of the tenant "acme": return an object.',
        });
      }
    });
  });

  describe('tenants', () => {
    it('share the options beside them, and each has the last word', async () => {
      const loaded = { ...KEYS, signInUrl: '/acme' };
      const shared = { clockSkewInMs: 1, signInUrl: '/shared', signUpUrl: '/shared-up' };
      const { policy, pages } = await resolved({ ...shared, tenants: tenantsOf(loaded) });
      expect(policy.clockSkewInMs).toBe(1);
      expect(pages).toMatchObject({ signInUrl: '/acme', signUpUrl: '/shared-up' });
    });

    it('keep a shared rule where what is loaded says nothing of it', async () => {
      const loaded = { ...KEYS, authorizedParties: undefined };
      const authorizedParties = ['https://app.example'];
      const { policy } = await resolved({ authorizedParties, tenants: tenantsOf(loaded) });
      expect(policy.authorizedParties).toEqual(authorizedParties);
    });

    it('are dropped as time goes by', async () => {
      const loaded: string[] = [];
      const load = (id: string) => {
        loaded.push(id);
        return KEYS;
      };
      const given = { tenants: { resolve: () => 'acme', load, idleTimeoutInMs: 0 } };
      const settings = readSettings(given, { environment: {}, report: () => {} });
      if (settings.kind !== 'per-request') throw new Error('There are tenants.');
      await settings.tenants.tenantOf(requestFor('/'));
      await setTimeout(5);
      await settings.tenants.tenantOf(requestFor('/'));
      expect(loaded).toEqual(['acme', 'acme']);
    });

    it('have no tenants of their own', async () => {
      const loaded = { ...KEYS, tenants: tenantsOf(KEYS) };
      expect(await rejection(resolved({ tenants: tenantsOf(loaded) }))).toMatchObject({
        message: expect.stringContaining('A tenant has none of its own.'),
      });
    });

    it.each<[string]>([
      ['publishableKey'],
      ['secretKey'],
      ['machineSecretKey'],
      ['jwtKey'],
      ['clerkClient'],
    ])('stand beside no %s', async (name) => {
      const given = { [name]: 'of everybody', tenants: tenantsOf(KEYS) };
      expect(await rejection(resolved(given))).toMatchObject({
        message: expect.stringContaining(`${name} can not stand beside tenants`),
      });
      const { publishableKey: parsed } = await resolved({ ...given, [name]: undefined });
      expect(parsed?.value).toBe(publishableKey);
    });

    it.each<[unknown]>([[null], [false], ['acme']])('are not %p', async (tenants) => {
      expect(await rejection(resolved({ tenants }))).toMatchObject({
        message: expect.stringContaining('tenants must be an object'),
      });
    });
  });

  describe('one set of options', () => {
    it('is fixed, with the environment', async () => {
      const { connection, publishableKey: parsed } = await resolved({ tenants: undefined });
      expect([parsed?.value, connection.jwtKey]).toEqual([
        other.publishableKey,
        other.jwtKey.trim(),
      ]);
    });

    it.each<[unknown]>([[null], [undefined], ['acme']])('is not %p', async (given) => {
      expect(await rejection(resolved(given))).toBeInstanceOf(ClerkConfigurationError);
    });
  });
});

describe('the option tenants', () => {
  const resolve = () => 'acme';

  const load = () => null;

  /** What untyped code may give. */
  const read = (given: unknown) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
    return readTenantsOptions(given as TenantsOptions);
  };

  it.each<[object]>([
    [{}],
    [{ unknown: undefined, idleTimeoutInMs: undefined, max: undefined }],
    [{ unknown: 400, idleTimeoutInMs: 0, max: 1 }],
    [{ unknown: 499, idleTimeoutInMs: 1.5, max: 100_000 }],
    [{ unknown: () => new Error('unknown') }],
  ])('takes resolve, load and %j', (members) => {
    const tenants = { resolve, load, ...members };
    expect(read(tenants)).toBe(tenants);
  });

  it.each<[unknown]>([[null], ['acme'], [resolve], [5]])('is no %p', (given) => {
    expect(() => read(given)).toThrow(ClerkConfigurationError);
    expect(() => read(given)).toThrow('tenants must be an object with resolve and load.');
  });

  it.each<[string, object, string]>([
    ['no resolve', { load }, 'tenants.resolve must be a function.'],
    ['no load', { resolve }, 'tenants.load must be a function.'],
    ['a table as load', { resolve, load: {} }, 'tenants.load must be a function.'],
    ['null as load', { resolve, load: null }, 'tenants.load must be a function.'],
    [
      'a status of success',
      { resolve, load, unknown: 200 },
      'tenants.unknown must be a status from 400 to 499, or a function that makes the exception.',
    ],
    ['a redirect', { resolve, load, unknown: 399 }, 'tenants.unknown must'],
    ['a server’s fault', { resolve, load, unknown: 500 }, 'tenants.unknown must'],
    ['a broken status', { resolve, load, unknown: 404.5 }, 'tenants.unknown must'],
    ['a status as text', { resolve, load, unknown: '404' }, 'tenants.unknown must'],
    ['no status', { resolve, load, unknown: null }, 'tenants.unknown must'],
    [
      'a time below nothing',
      { resolve, load, idleTimeoutInMs: -1 },
      'tenants.idleTimeoutInMs must be a number of milliseconds',
    ],
    [
      'an endless time',
      { resolve, load, idleTimeoutInMs: Infinity },
      'tenants.idleTimeoutInMs must',
    ],
    ['an age below nothing', { resolve, load, maxAgeInMs: -1 }, 'tenants.maxAgeInMs must'],
    ['room for nobody', { resolve, load, max: 0 }, 'tenants.max must be a whole number above 0.'],
    ['room for a half', { resolve, load, max: 1.5 }, 'tenants.max must'],
    ['room as text', { resolve, load, max: '10' }, 'tenants.max must'],
    [
      'a misspelt member',
      { resolve, load, unknwon: 404 },
      'tenants has no member unknwon; it takes resolve, load, unknown, ',
    ],
    [
      'a member that objects have',
      { resolve, load, constructor: 1 },
      'tenants has no member constructor;',
    ],
  ])('refuses %s', (_what, given, message) => {
    expect(() => read(given)).toThrow(ClerkConfigurationError);
    expect(() => read(given)).toThrow(message);
  });

  it('names everything that is wrong, a line each', () => {
    const text = 'tenants has no member of;';
    expect(() => read({ of: 1, max: 0 })).toThrow(text);
    const lines =
      /^tenants has no member of;.*\ntenants\.resolve .*\ntenants\.load .*\ntenants\.max .*$/;
    expect(() => read({ of: 1, max: 0 })).toThrow(lines);
  });
});
