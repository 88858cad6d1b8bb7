import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { addressOf, ask, reasonOf } from './multi-domain/ask.js';
import { ASKING, cookiesOfAda, instance, LIVE, SATELLITE_ISSUER } from './multi-domain/live.js';
import { withApp } from './multi-domain/with-app.js';

const domain = 'satellite.example';
const SATELLITE = { ...LIVE, isSatellite: true, domain };
const CLERK_OF_SATELLITE = 'https://clerk.satellite.example/v1/client/handshake';
const NEEDS_SYNC = 'satellite-needs-syncing';

describe.each(PLATFORMS)('the option satelliteAutoSync on %s', (platform) => {
  it('is off by default: the first visit costs no redirect, and the guard leads to sign in', async () => {
    for (const options of [SATELLITE, { ...SATELLITE, satelliteAutoSync: false }]) {
      await withApp(platform, options, async (app) => {
        expect(await ask(app)).toMatchObject({ status: 200, body: { userId: null }, cookies: [] });
        const guarded = await ask(app, { path: '/guarded' });
        expect([guarded.status, addressOf(guarded)]).toEqual([
          302,
          'https://accounts.primary.example/sign-in',
        ]);
      });
    }
  });

  it('on, the satellite asks about every visitor it does not know', async () => {
    await withApp(platform, { ...SATELLITE, satelliteAutoSync: true }, async (app) => {
      const answer = await ask(app);
      expect([answer.status, addressOf(answer)]).toEqual([307, CLERK_OF_SATELLITE]);
    });
  });
});

describe.each(PLATFORMS)('a satellite in production on %s', (platform) => {
  it('asks its own Frontend API, with its address and why', async () => {
    await withApp(platform, { ...ASKING, domain }, async (app) => {
      const answer = await ask(app, { path: '/page?tab=2' });
      expect(reasonOf(answer)).toBe(NEEDS_SYNC);
      expect(answer.location?.searchParams.get('redirect_url')).toBe(
        'http://satellite.example/page?tab=2',
      );
      expect(answer.cookies).toEqual([
        '__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2',
      ]);
    });
  });

  it('asks without autoSync too once somebody has signed in on the primary: __clerk_synced=false', async () => {
    await withApp(platform, SATELLITE, async (app) => {
      const answer = await ask(app, { path: '/?__clerk_synced=false' });
      expect([addressOf(answer), reasonOf(answer)]).toEqual([CLERK_OF_SATELLITE, NEEDS_SYNC]);
    });
  });

  it('asks after a sign-in on the primary even with cookies, which may be of somebody else', async () => {
    await withApp(platform, SATELLITE, async (app) => {
      const headers = { Cookie: cookiesOfAda({ iss: SATELLITE_ISSUER }) };
      const answer = await ask(app, { path: '/?__clerk_synced=false', headers });
      expect([addressOf(answer), reasonOf(answer)]).toEqual([CLERK_OF_SATELLITE, NEEDS_SYNC]);
      const later = await ask(app, { headers });
      expect(later).toMatchObject({ status: 200, body: { userId: instance.users.ada.id } });
    });
  });

  it('does not ask again what has been answered: __clerk_synced=true', async () => {
    await withApp(platform, { ...ASKING, domain }, async (app) => {
      const path = '/?__clerk_synced=true';
      expect(await ask(app, { path })).toMatchObject({ status: 200, body: { userId: null } });
      const known = await ask(app, {
        path,
        headers: { Cookie: cookiesOfAda({ iss: SATELLITE_ISSUER }) },
      });
      expect(known).toMatchObject({ status: 200, body: { userId: instance.users.ada.id } });
    });
  });

  it.each<[string, string, Record<string, string>]>([
    ['a form', 'POST', { 'Sec-Fetch-Dest': 'document' }],
    ['a fetch of a script', 'GET', { 'Sec-Fetch-Dest': 'empty', Accept: '*/*' }],
    ['a frame', 'GET', { 'Sec-Fetch-Dest': 'iframe' }],
    ['an image', 'GET', { 'Sec-Fetch-Dest': 'image' }],
    ['a HEAD request', 'HEAD', { 'Sec-Fetch-Dest': 'document' }],
    ['a browser that says nothing of its purpose', 'GET', { 'Sec-Fetch-Dest': '' }],
  ])(
    'never sends %s away, nor signs it out, whatever __clerk_synced says',
    async (_case, method, headers) => {
      await withApp(platform, { ...ASKING, domain }, async (app) => {
        for (const path of ['/', '/?__clerk_synced=false', '/?__clerk_synced=true']) {
          const answer = await ask(app, { path, method, headers });
          expect([answer.status, answer.location]).toEqual([200, undefined]);
          const ofAda = { ...headers, Cookie: cookiesOfAda({ iss: SATELLITE_ISSUER }) };
          const known = await ask(app, { path, method, headers: ofAda });
          const { id: userId } = instance.users.ada;
          expect(known.body).toEqual(method === 'HEAD' ? '' : expect.objectContaining({ userId }));
        }
      });
    },
  );

  it('sends nobody round in circles: after three redirects within seconds the page is shown', async () => {
    await withApp(platform, { ...ASKING, domain }, async (app) => {
      const headers = { Cookie: '__clerk_redirect_count=3' };
      expect(await ask(app, { headers })).toMatchObject({ status: 200, body: { userId: null } });
    });
  });

  it('leads to the primary for signing in, and asks on the way back', async () => {
    const signInUrl = 'https://primary.example/sign-in?theme=dark';
    await withApp(platform, { ...SATELLITE, signInUrl }, async (app) => {
      const { status, location } = await ask(app, { path: '/guarded?tab=2' });
      expect([status, location?.origin]).toEqual([302, 'https://primary.example']);
      expect(Object.fromEntries(location?.searchParams ?? [])).toEqual({
        theme: 'dark',
        redirect_url: 'http://satellite.example/guarded?tab=2&__clerk_synced=false',
      });
    });
  });
});

describe.each(PLATFORMS)('the page of a stranger on %s', (platform) => {
  it('that asks a satellite from the origin of the sign-in page is a 400 and no sign-in', async () => {
    const signInUrl = 'https://primary.example/sign-in';
    await withApp(platform, { ...SATELLITE, signInUrl }, async (app) => {
      const headers = {
        Cookie: cookiesOfAda({ iss: SATELLITE_ISSUER }),
        Origin: 'https://primary.example',
      };
      expect((await ask(app, { path: '/guarded', headers })).status).toBe(400);
      const other = { ...headers, Origin: 'https://satellite.example' };
      expect((await ask(app, { path: '/guarded', headers: other })).status).toBe(200);
    });
  });
});
