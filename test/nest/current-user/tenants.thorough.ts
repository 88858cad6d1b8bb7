import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClerkModule, type ClerkOptions, type ClerkModuleOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import {
  type BackendApiServer,
  json,
  startBackendApiServer,
} from '../../client/backend-api-server.js';
import { tenantHeader } from '../../tenants/known-tenants.js';
import { askedOf } from '../options/recorded-clerk.js';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { ask, UsersController, userOf } from './user-apps.js';

/** An instance of Clerk whose users are named after it. */
interface Tenant {
  readonly name: string;
  readonly instance: LocalInstance;
  readonly api: BackendApiServer;
}

async function startTenant(name: string, number: number): Promise<Tenant> {
  return { name, instance: new LocalInstance({ number }), api: await startBackendApiServer() };
}

function optionsOf({ instance, api }: Tenant): ClerkOptions {
  const { publishableKey, secretKey, jwtKey } = instance;
  return { publishableKey, secretKey, jwtKey, apiUrl: api.url };
}

describe.each(PLATFORMS)('tenants on %s', (platform) => {
  let acme: Tenant;
  let globex: Tenant;
  let running: RunningApp | undefined;

  beforeAll(async () => {
    [acme, globex] = [await startTenant('acme', 21), await startTenant('globex', 22)];
  });
  beforeEach(() => {
    for (const { api, name } of [acme, globex]) {
      api.requests.length = 0;
      // Late, so that requests of both tenants wait at the same time.
      api.answer = (response, { url }) => {
        const user = { ...userOf(url.split('/').at(-1) ?? ''), first_name: `Ada of ${name}` };
        void setTimeout(50).then(() => json(response, 200, user));
      };
    }
  });
  afterEach(() => running?.app.close());
  afterAll(async () => {
    await Promise.all([acme.api.close(), globex.api.close()]);
  });

  const start = async (options: ClerkModuleOptions | Parameters<typeof ClerkModule.forRoot>[0]) => {
    const imports = [ClerkModule.forRoot(options)];
    running = await startApp(platform, { imports, controllers: [UsersController] });
    const { origin } = running;
    return ({ name, instance }: Tenant, path = '/mine') =>
      ask(`${origin}${path}`, {
        'x-tenant': name,
        authorization: `Bearer ${instance.mintSessionToken('ada')}`,
      });
  };
  const byId = (own: Readonly<Record<string, ClerkOptions>> = {}) => ({
    userCacheTtlInMs: 60_000,
    tenants: {
      resolve: tenantHeader,
      load: (id: string) => {
        const tenant = [acme, globex].find(({ name }) => name === id);
        return tenant && { ...optionsOf(tenant), ...own[id] };
      },
    },
  });
  const calls = () => [acme, globex].map(({ api }) => askedOf(api.requests).length);
  const names = (answers: { body: unknown }[]) => answers.map(({ body }) => Object(body).name);

  it('with the same user id never share a user', async () => {
    expect(acme.instance.users.ada.id).toBe(globex.instance.users.ada.id);
    const call = await start(byId());
    const answers = [await call(acme), await call(globex), await call(acme), await call(globex)];
    const [ofAcme, ofGlobex] = ['Ada of acme', 'Ada of globex'];
    expect(names(answers)).toEqual([ofAcme, ofGlobex, ofAcme, ofGlobex]);
    expect(calls()).toEqual([1, 1]);
  });

  it('don’t share a load either, when both ask at the same time', async () => {
    const call = await start(byId());
    const asking = [acme, globex, acme, globex, acme, globex];
    const answers = await Promise.all(asking.map((tenant) => call(tenant)));
    expect(names(answers)).toEqual(asking.map(({ name }) => `Ada of ${name}`));
    expect(calls()).toEqual([1, 1]);
  });

  it('have a cache time of their own, which wins over that of all', async () => {
    const call = await start(byId({ globex: { userCacheTtlInMs: 0 } }));
    for (const tenant of [acme, globex, acme, globex]) await call(tenant);
    expect(calls()).toEqual([1, 2]);
  });

  it('are not harmed by one another’s outage', async () => {
    const call = await start(byId());
    acme.api.answer = (response) => void response.destroy();
    const answers = await Promise.all([call(acme), call(globex)]);
    expect(answers.map(({ status }) => status)).toEqual([503, 200]);
  });

  it('by options of a function don’t share users either', async () => {
    const call = await start((request) => {
      const tenant = tenantHeader(request) === 'acme' ? acme : globex;
      return { ...optionsOf(tenant), userCacheTtlInMs: 60_000 };
    });
    const answers = [await call(acme), await call(globex), await call(acme)];
    expect(names(answers)).toEqual(['Ada of acme', 'Ada of globex', 'Ada of acme']);
    expect(calls()).toEqual([1, 1]);
  });

  it('a token of one tenant brings no user of another', async () => {
    const call = await start(byId());
    await call(globex);
    const stolen = { name: 'globex', instance: acme.instance, api: globex.api };
    expect((await call(stolen)).status).toBe(401);
    expect((await call(stolen, '/open')).body).toEqual({ user: null });
  });

  it('that were dropped take their users with them', async () => {
    const options = byId();
    const call = await start({ ...options, tenants: { ...options.tenants, max: 1 } });
    for (const tenant of [acme, globex, acme]) await call(tenant);
    expect(calls()).toEqual([2, 1]);
  });
});
