import { describe, expect, it } from '@jest/globals';
import { ClerkClient, ClerkConfigurationError, createClerkClient } from 'clerk-nestjs';
import type { Tenant } from '../../src/tenants/tenant.js';
import { createTenantClient } from '../../src/tenants/tenant-client.js';
import { TenantContext } from '../../src/tenants/tenant-context.js';
import type { TenantSource } from '../../src/tenants/tenant-source.js';
import { onlyTenant } from '../../src/tenants/tenant-source.js';
import { rejection } from '../client/backend-api-server.js';
import { tenantOf } from './made-tenants.js';
import { requestFor } from './requests.js';

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
