import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkClient, ClerkConfigurationError, ClerkModule, createClerkClient } from 'clerk-nestjs';
import type { ClerkOptions } from 'clerk-nestjs';
import { PLATFORMS, startApp } from '../nest/support/platforms.js';
import type { RunningApp } from '../nest/support/platforms.js';
import { MeController, requestOf, startTenants, stopTenants, tenantHeader } from './tenant-apps.js';
import type { TwoTenants } from './tenant-apps.js';
import { ComputedTenants } from '../../src/tenants/computed-tenants.js';
import { NodeRequestSource } from '../../src/nest/http/node-request.js';
import type { Tenant } from '../../src/tenants/tenant.js';
import { rejection } from '../client/backend-api-server.js';
import {
  instance,
  MovedClock,
  nameOf,
  optionsOf,
  resolve as resolveOptions,
} from './made-tenants.js';
import { requestFor } from './requests.js';

describe('tenants', () => {
  let tenants: TwoTenants;

  beforeAll(async () => {
    tenants = await startTenants();
  });

  afterAll(() => stopTenants(tenants));

  describe.each(PLATFORMS)('tenants by an allowlist on %s', (platform) => {
    let running: RunningApp;

    beforeAll(async () => {
      const { acme, globex } = tenants;
      const known = new Map([
        ['acme', acme.options],
        ['globex', globex.options],
      ]);
      const load = (id: string) => known.get(id);
      running = await startApp(platform, {
        imports: [ClerkModule.forRoot({ tenants: { resolve: tenantHeader, load } })],
        controllers: [MeController],
      });
    });

    afterAll(() => running.app.close());

    it('signs a tenant’s user in, by that tenant’s keys', async () => {
      const token = tenants.acme.mintSessionToken('ada');
      const answer = await fetch(`${running.origin}/me`, { headers: requestOf('acme', token) });
      expect(await answer.json()).toMatchObject({ userId: tenants.acme.users.ada.id, name: 'Ada' });
    });

    it('refuses the token of another tenant', async () => {
      const token = tenants.acme.mintSessionToken('ada');
      const answer = await fetch(`${running.origin}/me`, { headers: requestOf('globex', token) });
      expect(answer.status).toBe(401);
    });

    it('injects the client of the request’s tenant, also after a body was read', async () => {
      const token = tenants.globex.mintSessionToken('grace');
      const answer = await fetch(`${running.origin}/me`, {
        method: 'POST',
        headers: { ...requestOf('globex', token), 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'x'.repeat(100_000) }),
      });
      expect(await answer.json()).toMatchObject({ name: 'Grace' });
    });

    it('answers 421 for nobody and for an unknown tenant', async () => {
      const answers = [
        await fetch(`${running.origin}/me`),
        await fetch(`${running.origin}/me`, { headers: requestOf('initech') }),
        await fetch(`${running.origin}/nowhere`, { headers: requestOf('__proto__') }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([421, 421, 421]);
    });

    it('has a client for work outside of requests', async () => {
      const clerk = running.app.get(ClerkClient);
      const { id } = tenants.globex.users.ada;
      await expect(clerk.users.getUser(id)).rejects.toThrow(/clerk\.for\(tenant\)/);
      expect(await clerk.for('globex').users.getUser(id)).toMatchObject({ firstName: 'Ada' });
      await expect(clerk.for('initech').users.getUser(id)).rejects.toThrow(/no tenant "initech"/);
    });
  });
});

describe('tenants whose options are computed', () => {
  const { publishableKey, secretKey, jwtKey } = instance;

  /** Tenants by what a function returns for a path. */
  function open(compute: (path: string) => unknown = (path) => optionsOf(path.slice(1))) {
    const clock = new MovedClock();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed code or not
    const callback = (request: { url?: string }) => compute(request.url ?? '') as ClerkOptions;
    const tenants = new ComputedTenants(callback, resolveOptions, clock.read);
    const ask = async (path: string) => tenants.tenantOf(requestFor(path));
    return { tenants, clock, ask };
  }

  const keysOf = (tenant: Tenant) => tenant.instanceOf(new NodeRequestSource(requestFor('/'))).keys;

  describe('options computed for each request', () => {
    it('are one tenant where they say the same, at once', () => {
      const { tenants } = open();
      const first = tenants.tenantOf(requestFor('/acme'));
      expect(first).not.toBeInstanceOf(Promise);
      expect(tenants.tenantOf(requestFor('/acme'))).toBe(first);
      expect(tenants.tenantOf(requestFor('/globex'))).not.toBe(first);
    });

    it('may be promised, and are the same tenant then', async () => {
      const { tenants, ask } = open(async () => optionsOf('acme'));
      const first = await ask('/');
      expect(nameOf(first)).toBe('acme');
      expect(await ask('/')).toBe(first);
      expect(await tenants.open(optionsOf('acme'))).toBe(first);
    });

    it('may be promised by whatever has a then', async () => {
      const thenable = {
        // oxlint-disable-next-line unicorn/no-thenable -- query builders are such
        then: (onValue: (options: unknown) => void) => onValue(optionsOf('acme')),
      };
      expect(nameOf(await open(() => thenable).ask('/'))).toBe('acme');
    });

    it('share fetched keys where they name the same, whatever stands beside', async () => {
      const { ask } = open((path) => ({ publishableKey, secretKey, signInUrl: path }));
      const [one, other] = [await ask('/one'), await ask('/other')];
      expect(one).not.toBe(other);
      expect(keysOf(one)).toBe(keysOf(other));
    });

    it('share no keys with others, and with no other application', async () => {
      const { ask } = open((path) => ({ publishableKey, secretKey: `sk_test_${path.slice(1)}` }));
      expect(keysOf(await ask('/one'))).not.toBe(keysOf(await ask('/other')));
      const again = open((path) => ({ publishableKey, secretKey: `sk_test_${path.slice(1)}` }));
      expect(keysOf(await again.ask('/one'))).not.toBe(keysOf(await ask('/one')));
    });

    it('are remembered for ten minutes after they were last returned', async () => {
      const { ask, clock } = open();
      const first = await ask('/acme');
      clock.pass(600_000);
      expect(await ask('/acme')).toBe(first);
      clock.pass(600_001);
      expect(await ask('/acme')).not.toBe(first);
    });

    it('are remembered for as long as they are returned', async () => {
      const { ask, clock } = open();
      const first = await ask('/acme');
      for (let hours = 0; hours < 10; hours++) {
        clock.pass(600_000);
        expect(await ask('/acme')).toBe(first);
      }
    });

    it('may give a client, which then makes the calls', async () => {
      const clerkClient = createClerkClient({ secretKey });
      const { ask } = open(() => ({ publishableKey, jwtKey, clerkClient }));
      expect((await ask('/')).client).toBe(clerkClient);
    });

    it('are remembered for the latest 1,000', async () => {
      const { ask } = open();
      const first = await ask('/id0');
      const second = await ask('/id1');
      for (let index = 2; index <= 1_000; index++) await ask(`/id${index}`);
      expect(await ask('/id1')).toBe(second);
      expect(await ask('/id0')).not.toBe(first);
    });
  });

  describe('a function of the request', () => {
    it('may throw, or reject, with what answers the request', async () => {
      const failure = new RangeError('nobody');
      const throws = open(() => {
        throw failure;
      });
      expect(await rejection(throws.ask('/'))).toBe(failure);
      expect(await rejection(open(() => Promise.reject(failure)).ask('/'))).toBe(failure);
    });

    it('breaks the requests of those alone whose options are broken, each time', async () => {
      const broken = { publishableKey: 'nonsense' };
      const { ask } = open((path) => (path === '/broken' ? broken : optionsOf('acme')));
      for (const error of [await rejection(ask('/broken')), await rejection(ask('/broken'))]) {
        expect(error).toBeInstanceOf(ClerkConfigurationError);
        expect(error).toMatchObject({ message: expect.stringContaining('for this request') });
        expect(nameOf(await ask('/acme'))).toBe('acme');
      }
    });

    it('may return an object whose members are getters of its class', async () => {
      let secret = 'sk_test_acme';
      class Options {
        get publishableKey() {
          return publishableKey;
        }
        get secretKey() {
          return secret;
        }
      }
      const options = new Options();
      const { ask } = open(() => options);
      expect((await ask('/')).options.connection.secretKey).toBe('sk_test_acme');
      secret = 'sk_test_globex';
      expect((await ask('/')).options.connection.secretKey).toBe('sk_test_globex');
    });

    it('may change a list later: whoever was served by it before keeps what it said', async () => {
      const authorizedParties = ['https://acme.example'];
      const { ask } = open(() => ({ publishableKey, secretKey, authorizedParties }));
      const before = await ask('/');
      authorizedParties.push('https://globex.example');
      const after = await ask('/');
      expect(before.options.policy.authorizedParties).toEqual(['https://acme.example']);
      expect(after.options.policy.authorizedParties).toHaveLength(2);
    });

    it('serves whose options stand in the object now, where it fills one of a class again', async () => {
      class Options {
        publishableKey = publishableKey;
        secretKey = 'sk_test_none';
      }
      const options = new Options();
      const { ask } = open((path) =>
        Object.assign(options, { secretKey: `sk_test_${path.slice(1)}` }),
      );
      const acme = await ask('/acme');
      expect(acme.options.connection.secretKey).toBe('sk_test_acme');
      expect((await ask('/globex')).options.connection.secretKey).toBe('sk_test_globex');
    });
  });

  describe('a tenant outside of requests', () => {
    it('is opened by its options', async () => {
      const { tenants, ask } = open();
      expect(await tenants.open(optionsOf('acme'))).toBe(await ask('/acme'));
    });

    it.each<[unknown]>([['acme'], [undefined], [5], [() => optionsOf('acme')]])(
      'is not opened by %p',
      (given) => {
        const { tenants } = open();
        expect(() => tenants.open(given)).toThrow(ClerkConfigurationError);
        expect(() => tenants.open(given)).toThrow('clerk.for() takes the options of a tenant here');
      },
    );
  });
});
