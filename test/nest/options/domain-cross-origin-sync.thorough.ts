import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { addressOf, ask, reasonOf } from './multi-domain/ask.js';
import { cookiesOfAda, instance, LIVE, SATELLITE_ISSUER } from './multi-domain/live.js';
import { withApp } from './multi-domain/with-app.js';

const CLERK = 'https://clerk.primary.example/v1/client/handshake';
const ADA = { userId: instance.users.ada.id };

/** Ada's browser, which comes to the primary from a page of somewhere else. */
const comingFrom = (referer: string, more: object = {}) => ({
  path: '/page',
  headers: { Host: 'primary.example', Cookie: cookiesOfAda(), Referer: referer, ...more },
});

describe.each(PLATFORMS)('a primary on %s that is entered from another domain', (platform) => {
  it('asks Clerk, as the session may have changed on a satellite', async () => {
    await withApp(platform, LIVE, async (app) => {
      const answer = await ask(app, comingFrom('https://satellite.example/page'));
      expect([answer.status, addressOf(answer)]).toEqual([307, CLERK]);
      expect(reasonOf(answer)).toBe('primary-domain-cross-origin-sync');
    });
  });

  it('asks once: on the way back the referrer is still the same, and the page is shown', async () => {
    await withApp(platform, LIVE, async (app) => {
      const first = await ask(app, comingFrom('https://satellite.example/'));
      const [counter = ''] = first.cookies.map((cookie) => cookie.split(';', 1)[0]);
      const Cookie = `${cookiesOfAda()}; ${counter}`;
      const again = await ask(app, comingFrom('https://satellite.example/', { Cookie }));
      expect(again).toMatchObject({ status: 200, body: ADA, location: undefined });
    });
  });

  it.each<[string, string, object]>([
    ['its own pages', 'http://primary.example/other', {}],
    [
      'its own pages, behind a proxy that ends TLS',
      'https://primary.example/other',
      { Host: '10.0.0.1', 'X-Forwarded-Host': 'primary.example', 'X-Forwarded-Proto': 'https' },
    ],
    ['the Frontend API', 'https://clerk.primary.example/v1/client', {}],
    ['the account portal', 'https://accounts.primary.example/sign-in', {}],
    ['nowhere', '', {}],
    ['a text that is no address', 'nonsense', {}],
  ])('does not ask about who comes from %s', async (_case, referer, more) => {
    await withApp(platform, LIVE, async (app) => {
      const answer = await ask(app, comingFrom(referer, more));
      expect(answer).toMatchObject({ status: 200, body: ADA, location: undefined });
    });
  });

  it.each([
    'https://accounts.primary.example.evil.example/',
    'https://evil.example/?https://accounts.primary.example',
    'http://accounts.primary.example/',
    'https://sub.primary.example/',
  ])('asks about who comes from %s, which only looks like one of them', async (referer) => {
    await withApp(platform, LIVE, async (app) => {
      expect(addressOf(await ask(app, comingFrom(referer)))).toBe(CLERK);
    });
  });

  it.each<[string, string, object]>([
    ['a form', 'POST', {}],
    ['a frame', 'GET', { 'Sec-Fetch-Dest': 'iframe' }],
    ['a script', 'GET', { 'Sec-Fetch-Dest': 'empty' }],
    ['a browser that says nothing of its purpose', 'GET', { 'Sec-Fetch-Dest': '' }],
  ])('does not ask on behalf of %s', async (_case, method, more) => {
    await withApp(platform, LIVE, async (app) => {
      const question = comingFrom('https://satellite.example/', more);
      const answer = await ask(app, { ...question, method });
      expect(answer).toMatchObject({ body: ADA, location: undefined });
    });
  });

  it('does not ask as a satellite', async () => {
    await withApp(platform, { ...LIVE, isSatellite: true, domain: 'satellite.example' }, (app) => {
      const Cookie = cookiesOfAda({ iss: SATELLITE_ISSUER });
      const question = comingFrom('https://primary.example/', { Cookie });
      return expect(ask(app, question)).resolves.toMatchObject({ status: 200, body: ADA });
    });
  });

  it('does not ask about a visitor who is not signed in', async () => {
    await withApp(platform, LIVE, async (app) => {
      const answer = await ask(app, comingFrom('https://satellite.example/', { Cookie: '' }));
      expect(answer).toMatchObject({ status: 200, body: { userId: null } });
    });
  });

  it('trusts the pages of the proxy in front of the Frontend API, and no portal beside it', async () => {
    await withApp(platform, { ...LIVE, proxyUrl: 'https://proxy.example/clerk' }, async (app) => {
      const trusted = await ask(app, comingFrom('https://proxy.example/page'));
      expect(trusted).toMatchObject({ status: 200, body: ADA });
      const portal = await ask(app, comingFrom('https://accounts.primary.example/sign-in'));
      expect(addressOf(portal)).toBe(`https://proxy.example/clerk/v1/client/handshake`);
    });
  });
});

describe.each(PLATFORMS)('a development primary on %s', (platform) => {
  let clerk: LocalClerk;
  beforeAll(async () => {
    clerk = await LocalClerk.start();
  });
  afterAll(() => clerk.stop());

  it.each<[string, number]>([
    ['https://x.accounts.dev/sign-in', 200],
    ['https://accounts.x.lcl.dev/sign-in', 200],
    ['https://satellite.example/', 307],
    ['https://accounts.dev.evil.example/', 307],
  ])(
    'entered from %s answers %d: account portals of development are trusted',
    async (from, status) => {
      await withApp(platform, clerk.options, async (app) => {
        const token = clerk.mintSessionToken('ada');
        const Cookie = `__session=${token}; __client_uat=1; __clerk_db_jwt=dvb_1`;
        expect((await ask(app, comingFrom(from, { Cookie }))).status).toBe(status);
      });
    },
  );
});
