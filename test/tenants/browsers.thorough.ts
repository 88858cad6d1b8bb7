import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'clerk-nestjs';
import { PAGE } from '../nest/support/callers.js';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import { byHeader, requestOf } from './known-tenants.js';
import { SHARED_KID, type TenantServer, tenantServersForTests } from './tenant-server.js';
import { KnownByClerk, WhoController } from './who.controller.js';

const tenants = tenantServersForTests('acme', 'globex');

/** The cookies of a browser that is signed in at a tenant, with its suffix or without. */
function cookiesOf(
  { instance }: TenantServer,
  token: string,
  suffix = `_${instance.cookieSuffix}`,
) {
  const cookies = { session: token, client_uat: '1', clerk_db_jwt: 'dvb_1' };
  return Object.entries(cookies).map(([name, value]) => `__${name}${suffix}=${value}`);
}

describe.each(PLATFORMS)('a browser with several tenants on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot({ tenants: byHeader(tenants) })],
      controllers: [WhoController],
      providers: [KnownByClerk],
    });
  });

  afterAll(() => running.app.close());

  const visit = (tenant: string, path: string, cookies: readonly string[], headers = {}) =>
    fetch(`${running.origin}${path}`, {
      headers: { ...requestOf(tenant), cookie: cookies.join('; '), ...headers },
      redirect: 'manual',
    });

  it('is signed in at each by its own cookies, whoever wrote the plain ones last', async () => {
    const { acme, globex } = tenants;
    const own = [acme, globex].flatMap((tenant) => cookiesOf(tenant, tenant.token()));
    for (const last of [acme, globex]) {
      const cookies = [...own, ...cookiesOf(last, last.token(), '')];
      for (const { name } of [acme, globex]) {
        const answer = await visit(name, '/who', cookies);
        expect([answer.status, await answer.json()]).toMatchObject([200, { asked: name }]);
      }
    }
  });

  it('is not signed in by another tenant’s cookies, plain or with a suffix', async () => {
    const { acme, globex } = tenants;
    const token = globex.token();
    const attempts = [
      cookiesOf(globex, token),
      cookiesOf(globex, token, ''),
      cookiesOf(acme, token),
      [...cookiesOf(acme, token), ...cookiesOf(globex, token, '')],
    ];
    for (const cookies of attempts) {
      expect((await visit('acme', '/who', cookies)).status).toBe(401);
      const page = await visit('acme', '/who', cookies, PAGE);
      expect([302, 307]).toContain(page.status);
      expect(new URL(page.headers.get('location') ?? '').host).toContain('local-clerk-20');
    }
    expect(globex.asked()).toEqual([]);
  });

  it.each<['acme' | 'globex']>([['acme'], ['globex']])(
    'is sent for a handshake to the Frontend API of %s',
    async (name) => {
      const { instance } = tenants[name];
      for (const path of ['/who/open', '/who']) {
        const answer = await visit(name, path, [], PAGE);
        const location = new URL(answer.headers.get('location') ?? '');
        expect([answer.status, location.host]).toEqual([307, instance.frontendApi]);
        expect(location.pathname).toBe('/v1/client/handshake');
      }
    },
  );

  it('brings home no session by the handshake of another tenant', async () => {
    const { acme, globex } = tenants;
    const handshake = (of: TenantServer) => {
      const directives = cookiesOf(of, of.token()).map((cookie) => `${cookie}; Path=/`);
      // By a token of our own making, as the key id is to be the one that both tenants have.
      const claims = { handshake: directives };
      const signed = of.instance.mint({ user: 'ada', claims, header: { kid: SHARED_KID } });
      return `/who/open?__clerk_handshake=${signed}`;
    };
    const own = await visit('acme', handshake(acme), [], PAGE);
    expect(own.headers.getSetCookie().join()).toContain('__session');
    const foreign = await visit('acme', handshake(globex), [], PAGE);
    expect(foreign.headers.getSetCookie().join()).not.toContain('__session');
    expect(foreign.status).toBe(400);
  });
});
