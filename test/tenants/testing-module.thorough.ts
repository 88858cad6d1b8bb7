import { afterEach, describe, expect, it } from '@jest/globals';
import {
  ClerkClient,
  ClerkModule,
  type ClerkModuleOptions,
  type ClerkOptionsCallback,
} from 'clerk-nestjs';
import { ClerkTestingModule, LocalClerk, LocalInstance, signedInAs } from 'clerk-nestjs/testing';
import { type AppSetup, PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import { ask } from './ask.js';
import { tenantHeader } from './known-tenants.js';
import { KnownByClerk, WhoController } from './who.controller.js';

const own = new LocalInstance({ number: 30 });
const { publishableKey, secretKey, jwtKey } = own;
const live = 'pk_live_Y2xlcmsuZXhhbXBsZS5jb20k';

/** Options of a tenant: its own keys, which the tests must not need. */
function load(id: string) {
  if (id === 'live') return { publishableKey: live, secretKey };
  return id === 'acme' ? { publishableKey, secretKey, jwtKey } : undefined;
}

const FORMS: [string, ClerkModuleOptions | ClerkOptionsCallback][] = [
  ['tenants', { tenants: { resolve: tenantHeader, load } }],
  ['a function', (request) => load(tenantHeader(request) ?? '') ?? { publishableKey, jwtKey }],
];

const APPLICATIONS = PLATFORMS.flatMap((platform) =>
  FORMS.map(([form, given]) => [platform, form, given] as const),
);

describe.each(APPLICATIONS)('ClerkTestingModule on %s, with %s', (platform, form, given) => {
  let running: RunningApp;

  afterEach(() => running.app.close());

  const start = async (setup?: AppSetup) => {
    running = await startApp(
      platform,
      {
        imports: [ClerkModule.forRoot(given), ClerkTestingModule],
        controllers: [WhoController],
        providers: [KnownByClerk],
      },
      setup,
    );
  };

  const send = (
    tenant: string,
    { Authorization: authorization } = signedInAs('ada'),
    path = '/who',
  ) => ask(`${running.origin}${path}`, { headers: { 'x-tenant': tenant, authorization } });

  it('signs in at a tenant, whose client asks the embedded Clerk', async () => {
    await start();
    const { instance } = running.app.get(LocalClerk);
    const body = { issuer: `https://${instance.frontendApi}`, asked: null };
    expect(await send('acme')).toMatchObject({ status: 200, body });
    expect(await send('acme', undefined, '/who/online')).toMatchObject({ body: 'online' });
    expect(await send('acme', undefined, '/who/known')).toMatchObject({ body: 'known' });
  });

  it('keeps the rules: unknown tenants, tokens of the tenant’s own instance, live keys', async () => {
    await start();
    const foreign = { Authorization: `Bearer ${own.mintSessionToken('ada')}` };
    expect(await send('acme', foreign)).toMatchObject({ status: 401 });
    expect(await send('live')).toMatchObject({ status: 500 });
    const unknown = await send('initech');
    expect(unknown.status).toBe(form === 'tenants' ? 421 : 200);
  });

  it('lets the client be overridden, for every tenant and outside of requests', async () => {
    const getUser = async (id: string) => ({ id, externalId: 'stub' });
    const client = {
      users: { getUser },
      sessions: {
        getSession: async () => ({
          status: 'active',
          userId: running.app.get(LocalClerk).users.ada.id,
        }),
      },
    };
    await start({ override: (builder) => builder.overrideProvider(ClerkClient).useValue(client) });
    expect(await send('acme')).toMatchObject({ status: 200, body: { asked: 'stub' } });
    expect(await send('acme', undefined, '/who/known')).toMatchObject({ body: 'known' });
    expect(await send('acme', undefined, '/who/online')).toMatchObject({ body: 'online' });
    expect(running.app.get(ClerkClient)).toBe(client);
  });
});
