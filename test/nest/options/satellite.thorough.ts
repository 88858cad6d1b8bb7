import { describe, expect, it } from '@jest/globals';
import { ClerkMiddleware } from '../../../src/nest/http/clerk-middleware.js';
import { ClerkModule } from 'clerk-nestjs';
import { PLATFORMS, startApp } from '../support/platforms.js';
import { addressOf, ask, reasonOf } from './multi-domain/ask.js';
import { instance, LIVE } from './multi-domain/live.js';
import { PagesController } from './multi-domain/pages.controller.js';
import { loggedDuring, withApp } from './multi-domain/with-app.js';
import { withEnvironment } from './with-environment.js';

const OPTIONS = { ...LIVE, domain: 'satellite.example', satelliteAutoSync: true };
const CLERK_OF_SATELLITE = 'https://clerk.satellite.example/v1/client/handshake';
const SIGNED_OUT = { userId: null, orgId: null, orgSlug: null };

describe.each(PLATFORMS)('the option isSatellite on %s', (platform) => {
  it('makes an application ask about a visitor that it does not know', async () => {
    await withApp(platform, { ...OPTIONS, isSatellite: true }, async (app) => {
      const answer = await ask(app);
      expect(answer.status).toBe(307);
      expect(addressOf(answer)).toBe(CLERK_OF_SATELLITE);
      expect(reasonOf(answer)).toBe('satellite-needs-syncing');
    });
  });

  it.each([{ isSatellite: false }, {}])('leaves a primary alone that says %j', async (options) => {
    await withApp(platform, { ...OPTIONS, ...options }, async (app) => {
      expect(await ask(app)).toMatchObject({ status: 200, body: SIGNED_OUT });
    });
  });

  it('may be a function of the URL: one application is both, by its host', async () => {
    const isSatellite = ({ hostname }: URL) => hostname === 'satellite.example';
    await withApp(platform, { ...OPTIONS, isSatellite }, async (app) => {
      expect(addressOf(await ask(app))).toBe(CLERK_OF_SATELLITE);
      const primary = await ask(app, { headers: { Host: 'primary.example' } });
      expect(primary).toMatchObject({ status: 200, body: SIGNED_OUT });
    });
  });

  it.each(['true', 'TRUE', '1', ' true '])('can be set by CLERK_IS_SATELLITE=%j', async (text) => {
    await withEnvironment({ CLERK_IS_SATELLITE: text }, () =>
      withApp(platform, OPTIONS, async (app) => {
        expect(addressOf(await ask(app))).toBe(CLERK_OF_SATELLITE);
      }),
    );
  });

  it.each(['false', 'False', '0', ''])('is false by CLERK_IS_SATELLITE=%j', async (text) => {
    await withEnvironment({ CLERK_IS_SATELLITE: text }, () =>
      withApp(platform, OPTIONS, async (app) => {
        expect((await ask(app)).status).toBe(200);
      }),
    );
  });

  it('wins over its variable, false as well as true, and a function that says nothing', async () => {
    await withEnvironment({ CLERK_IS_SATELLITE: 'true' }, async () => {
      for (const isSatellite of [false, () => false, () => undefined]) {
        await withApp(platform, { ...OPTIONS, isSatellite }, async (app) => {
          expect((await ask(app)).status).toBe(200);
        });
      }
    });
  });
});

describe.each(PLATFORMS)('a function isSatellite on %s that goes wrong', (platform) => {
  const headers = { Authorization: `Bearer ${instance.mintSessionToken('ada')}` };
  const RULE = 'What the function isSatellite returned must be true or false';
  const bad: [string, () => unknown, string][] = [
    ['returns a text', () => 'false', RULE],
    ['returns a number', () => 1, RULE],
    ['returns a promise', async () => false, RULE],
    [
      'throws',
      () => {
        throw new Error('Which host is this?');
      },
      'Which host is this?',
    ],
  ];

  it.each(bad)('and %s is a 500 with the rule in the log', async (_case, isSatellite, rule) => {
    // What a JavaScript user could write.
    const options: object = { ...OPTIONS, isSatellite };
    await withApp(platform, options, async (app) => {
      const log = await loggedDuring(async () => {
        expect((await ask(app, { path: '/guarded', headers })).status).toBe(500);
        expect((await ask(app)).status).toBe(500);
      });
      expect(log).toContain(rule);
    });
  });

  it.each(bad)('and %s lets nobody past the guard alone either', async (_case, isSatellite) => {
    const options: object = { ...OPTIONS, isSatellite };
    const metadata = {
      imports: [ClerkModule.forRoot(options)],
      controllers: [PagesController],
    };
    const running = await startApp(platform, metadata, {
      override: (builder) =>
        builder.overrideProvider(ClerkMiddleware).useValue({
          handle: (_request: unknown, _response: unknown, next: () => void) => next(),
        }),
    });
    expect((await ask(running, { path: '/guarded', headers })).status).toBe(500);
    await running.app.close();
  });

  it('and says satellite where nothing else was said is a 500 that names what is missing', async () => {
    const options = { ...LIVE, isSatellite: ({ host }: URL) => host === 'satellite.example' };
    await withApp(platform, options, async (app) => {
      const log = await loggedDuring(async () => {
        expect((await ask(app, { path: '/guarded', headers })).status).toBe(500);
      });
      expect(log).toMatch(/needs domain \(.*CLERK_DOMAIN\) or proxyUrl \(.*CLERK_PROXY_URL\)/);
      const primary = { ...headers, Host: 'primary.example' };
      expect((await ask(app, { path: '/guarded', headers: primary })).status).toBe(200);
    });
  });

  it('and says satellite where signInUrl is a page of its own is a 500, whatever comes', async () => {
    const { publishableKey, secretKey, jwtKey } = instance;
    const isSatellite = ({ host }: URL) => host === 'satellite.example';
    const options = { publishableKey, secretKey, jwtKey, isSatellite, domain: 'satellite.example' };
    await withApp(platform, { ...options, signInUrl: '/sign-in' }, async (app) => {
      const log = await loggedDuring(async () => {
        expect((await ask(app)).status).toBe(500);
        expect((await ask(app, { path: '/guarded', headers })).status).toBe(500);
      });
      expect(log).toMatch(/signInUrl \(.*CLERK_SIGN_IN_URL\) .*must be the absolute URL/);
      const primary = { ...headers, Host: 'primary.example' };
      expect((await ask(app, { path: '/guarded', headers: primary })).status).toBe(200);
    });
  });
});
