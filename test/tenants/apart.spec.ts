import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkClient, ClerkConfigurationError, ClerkModule, createClerkClient } from 'clerk-nestjs';
import type { ClerkOptions, ClerkSettings } from 'clerk-nestjs';
import type { Tenant } from '../../src/tenants/tenant.js';
import { createTenantClient } from '../../src/tenants/tenant-client.js';
import { TenantContext } from '../../src/tenants/tenant-context.js';
import { onlyTenant } from '../../src/tenants/tenant-source.js';
import type { TenantSource } from '../../src/tenants/tenant-source.js';
import { rejection } from '../client/backend-api-server.js';
import { tenantOf } from './made-tenants.js';
import { requestFor } from './requests.js';
import { withEnvironment } from '../nest/options/with-environment.js';
import { PLATFORMS, startApp } from '../nest/support/platforms.js';
import type { RunningApp } from '../nest/support/platforms.js';
import { ask } from './ask.js';
import { requestOf, tenantHeader } from './known-tenants.js';
import { tenantServersForTests } from './tenant-server.js';
import { KnownByClerk, WhoController } from './who.controller.js';

describe('the clients of tenants', () => {
  const acme = tenantOf('acme');
  const globex = tenantOf('globex');
  const OUTSIDE = /outside of a request.*clerk\.for\(tenant\)/;

  /** A tenant whose client is none of ours, and answers with a name. */
  function named(tenant: Tenant, firstName: string): Tenant {
    const users = {
      firstName,
      async getUser(id: string) {
        return { id, firstName: this.firstName };
      },
      async *each() {
        yield* [this.firstName, 'and all'];
      },
    };
    const authenticateRequest = async () => ({ firstName });
    const members: unknown = { users, sessions: {}, authenticateRequest };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what is called
    const client = members as Tenant['client'];
    return { ...tenant, client };
  }

  const acmeNamed = named(acme, 'Acme');
  const globexNamed = named(globex, 'Globex');

  /** What a call comes to; of a loop, its first step. */
  async function firstOf(answer: unknown): Promise<unknown> {
    const isLoop = Symbol.asyncIterator in Object(answer);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is one
    return isLoop ? (answer as AsyncGenerator).next() : answer;
  }

  const source: TenantSource = {
    tenantOf: () => acme,
    open: async (tenant) => {
      if (tenant === 'globex') return globex;
      throw new ClerkConfigurationError('There is no such tenant.');
    },
    loaded: () => [acme, globex],
  };

  /** Every member of a client, by name. */
  const MEMBERS = Object.keys(createClerkClient({}));

  describe('the client of an application with several tenants', () => {
    const context = new TenantContext(true);
    const client = createTenantClient(context, source);

    it('is one of the class that it is injected by, also by for()', () => {
      expect(client).toBeInstanceOf(ClerkClient);
      expect(client.for('globex')).toBeInstanceOf(ClerkClient);
    });

    it('is not taken for a promise, nor for a provider with hooks', async () => {
      expect(await Promise.resolve(client)).toBe(client);
      expect('onModuleInit' in client).toBe(false);
    });

    it.each(MEMBERS)('has the same methods in its member %s, in requests and by for()', (name) => {
      const known: unknown = Reflect.get(globex.client, name);
      for (const ours of [client, client.for('globex')]) {
        const member: unknown = Reflect.get(ours, name);
        expect(typeof member).toBe(typeof known);
        expect(Object.keys(Object(member))).toEqual(Object.keys(Object(known)));
      }
    });

    it.each(MEMBERS.filter((name) => name !== 'with'))(
      'is nobody’s outside of requests: its member %s rejects',
      async (name) => {
        const member: unknown = Reflect.get(client, name);
        const methods: unknown[] =
          typeof member === 'function' ? [member] : Object.values(Object(member));
        for (const method of methods) {
          const answer = typeof method === 'function' && Reflect.apply(method, member, []);
          const error = await rejection(firstOf(answer));
          expect(error).toBeInstanceOf(ClerkConfigurationError);
          expect(error).toMatchObject({ message: expect.stringMatching(OUTSIDE) });
        }
      },
    );

    it('asks for the tenant at each call, also where an API was taken before', async () => {
      const { users } = client;
      const names = [acmeNamed, globexNamed, acmeNamed].map((tenant) =>
        context.run(tenant, async () => (await users.getUser('user_1')).firstName),
      );
      expect(await Promise.all(names)).toEqual(['Acme', 'Globex', 'Acme']);
      expect(await rejection(users.getUser('user_1'))).toMatchObject({
        message: expect.stringMatching(OUTSIDE),
      });
    });

    it('forwards functions, and loops as they go on', async () => {
      const request = new Request('http://localhost');
      const [state, names] = await context.run(globexNamed, async () => {
        const found: unknown[] = [];
        for await (const user of client.users.each()) found.push(user);
        return [await client.authenticateRequest(request), found];
      });
      expect([state, names]).toEqual([{ firstName: 'Globex' }, ['Globex', 'and all']]);
    });

    it('hands on the options of with()', async () => {
      const signal = AbortSignal.abort(new Error('stopped'));
      const own = { ...acme, client: createClerkClient({ secretKey: 'sk_test_1' }) };
      const stopped = createTenantClient(context, onlyTenant(own)).for('any').with({ signal });
      const call = stopped.users.getUser('user_1');
      expect(await rejection(call)).toMatchObject({ failure: 'aborted' });
    });

    it('rejects where for() can open no tenant, at the call and not before', async () => {
      const call = client.for('initech').users.getUser('user_1');
      expect(await rejection(call)).toMatchObject({ message: 'There is no such tenant.' });
    });

    it('calls methods on what they belong to, and says which are missing', async () => {
      const only = createTenantClient(context, onlyTenant(acmeNamed)).for('any');
      expect(await only.users.getUser('user_1')).toMatchObject({ firstName: 'Acme' });
      expect(await rejection(only.sessions.getSession('sess_1'))).toMatchObject({
        message: expect.stringContaining('has no getSession'),
      });
      expect(await rejection(only.with({}).users.getUser('user_1'))).toMatchObject({
        message: expect.stringContaining('has no with()'),
      });
    });
  });

  describe('the tenant of a request', () => {
    it('is known to whatever is called on its behalf, however late, and to nobody else', async () => {
      const context = new TenantContext(true);
      const later = () =>
        new Promise((resolve) => {
          setTimeout(() => resolve(context.current()), 1);
        });
      const [one, other] = [context.run(acme, later), context.run(globex, later)];
      expect(() => context.current()).toThrow(OUTSIDE);
      expect(await Promise.all([one, other])).toEqual([acme, globex]);
      expect(context.run(acme, () => context.run(globex, () => context.current()))).toBe(globex);
    });

    it('is resumed for the request that it was kept for', () => {
      const context = new TenantContext(true);
      const [kept, unknown] = [requestFor('/'), requestFor('/')];
      context.keep(kept, acme);
      expect(context.resume(kept, () => context.current())).toBe(acme);
      expect(() => context.resume(unknown, () => context.current())).toThrow(OUTSIDE);
      expect(context.resume(unknown, () => 'called')).toBe('called');
    });

    it('is nobody’s where there is one set of options: nothing is kept, nothing is followed', () => {
      const context = new TenantContext(false);
      const request = requestFor('/');
      context.keep(request, acme);
      expect(context.isActive).toBe(false);
      expect(context.resume(request, () => 'called')).toBe('called');
      expect(context.run(acme, () => 'called')).toBe('called');
      expect(() => context.run(acme, () => context.current())).toThrow(ClerkConfigurationError);
    });
  });
});

describe('attacks by tokens', () => {
  const tenants = tenantServersForTests('acme', 'globex', 'initech');

  /** Each tenant twice: with keys that are fetched, and with its PEM key. The last has none at all. */
  function optionsOf(id: string): ClerkOptions | undefined {
    const { acme, globex } = tenants;
    const { apiUrl } = globex.options;
    const known = new Map<string, ClerkOptions>([
      ['acme', acme.options],
      ['globex', globex.options],
      ['acme-pem', { ...acme.options, jwtKey: acme.instance.jwtKey }],
      [
        'globex-pem',
        { publishableKey: globex.options.publishableKey, jwtKey: globex.instance.jwtKey },
      ],
      ['globex-keyless', { publishableKey: globex.options.publishableKey, apiUrl }],
    ]);
    return known.get(id);
  }

  const FORMS: [string, ClerkSettings][] = [
    ['tenants', { tenants: { resolve: tenantHeader, load: optionsOf } }],
    ['a function', (request) => optionsOf(tenantHeader(request) ?? '') ?? {}],
  ];

  const APPLICATIONS = PLATFORMS.flatMap((platform) =>
    FORMS.map(([form, given]) => [platform, form, given] as const),
  );

  describe.each(APPLICATIONS)(
    'tokens of several tenants on %s, by %s',
    (platform, _form, given) => {
      let running: RunningApp;
      /** Everything that the environment can name is of a third instance. */
      const inEnvironment = <Result>(run: () => Promise<Result>) => {
        const { instance, options } = tenants.initech;
        return withEnvironment(
          {
            CLERK_PUBLISHABLE_KEY: options.publishableKey,
            CLERK_SECRET_KEY: options.secretKey,
            CLERK_JWT_KEY: instance.jwtKey,
            CLERK_MACHINE_SECRET_KEY: instance.machineSecretKey,
          },
          run,
        );
      };

      beforeAll(async () => {
        running = await inEnvironment(() =>
          startApp(platform, {
            imports: [ClerkModule.forRootAsync({ useFactory: () => given })],
            controllers: [WhoController],
            providers: [KnownByClerk],
          }),
        );
      });

      afterAll(() => running.app.close());

      const send = (tenant: string, token: string, path = '/who/template') =>
        inEnvironment(() => ask(`${running.origin}${path}`, { headers: requestOf(tenant, token) }));

      it.each<['acme' | 'globex', string]>([
        ['acme', 'acme'],
        ['globex', 'globex'],
        ['acme', 'acme-pem'],
      ])('of %s pass at %s, and lead to its Backend API', async (owner, tenant) => {
        const answer = await send(tenant, tenants[owner].token());
        expect(answer).toMatchObject({ status: 200, body: { jwt: `crm-of-${owner}` } });
        expect(tenants.initech.asked()).toEqual([]);
      });

      it.each<['acme' | 'globex' | 'initech', string]>([
        ['acme', 'globex'],
        ['globex', 'acme'],
        ['acme', 'globex-pem'],
        ['globex', 'acme-pem'],
        ['initech', 'acme'],
        ['initech', 'globex'],
        ['initech', 'acme-pem'],
        ['initech', 'globex-pem'],
      ])(
        'of %s do not pass at %s, though they name a key id that is known there',
        async (owner, tenant) => {
          const token = tenants[owner].token();
          for (const path of ['/who', '/who/template', '/who/online', '/who/known']) {
            expect(await send(tenant, token, path)).toMatchObject({
              status: 401,
              body: { reason: 'token-invalid-signature' },
            });
          }
          expect(tenants.initech.asked()).toEqual([]);
        },
      );

      it('do not pass in another tenant’s name either: the key counts, not what a token says', async () => {
        const { acme, globex } = tenants;
        const claims = { iss: `https://${acme.instance.frontendApi}` };
        const forged = globex.instance.mint({ user: 'ada', claims, header: { kid: 'ins_shared' } });
        expect(await send('acme', forged)).toMatchObject({ status: 401 });
        expect(await send('acme-pem', forged)).toMatchObject({ status: 401 });
      });

      it('of nobody pass where a tenant has no key: those of the environment are not its own', async () => {
        const { globex, initech } = tenants;
        for (const token of [globex.token(), initech.token()]) {
          expect(await send('globex-keyless', token)).toMatchObject({ status: 500 });
        }
        expect([globex.asked(), initech.asked()]).toEqual([[], []]);
      });
    },
  );
});
