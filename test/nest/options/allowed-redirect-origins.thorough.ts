import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp } from '../support/platforms.js';
import { addressOf, ask, type Answer, reasonOf } from './multi-domain/ask.js';
import { LIVE } from './multi-domain/live.js';
import { bootFailure, withApp } from './multi-domain/with-app.js';

const SATELLITE = 'https://satellite.example';
const ALLOWED = { allowedRedirectOrigins: [SATELLITE] };
const DEV_BROWSER = 'dvb_of_this_browser';
const headers = { Host: 'primary.example', Cookie: `__clerk_db_jwt=${DEV_BROWSER}` };

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

/** Asks a primary, as a satellite's page does, to send the browser back to a URL. */
function askFor(app: RunningApp, url: string, more: object = {}): Promise<Answer> {
  const path = `/sign-in?__clerk_redirect_url=${encodeURIComponent(url)}`;
  return ask(app, { path, headers: { ...headers, ...more } });
}

describe.each(PLATFORMS)('a development primary on %s that is asked by a satellite', (platform) => {
  it.each([[ALLOWED], [{}]])(
    'with %j sends the browser back with the token that stands for it, synced',
    async (options) => {
      await withApp(platform, { ...clerk.options, ...options }, async (app) => {
        const answer = await askFor(app, `${SATELLITE}/page?tab=2&__clerk_synced=false`);
        expect([answer.status, addressOf(answer)]).toEqual([307, `${SATELLITE}/page`]);
        expect(Object.fromEntries(answer.location?.searchParams ?? [])).toEqual({
          tab: '2',
          __clerk_synced: 'true',
          __clerk_db_jwt: DEV_BROWSER,
        });
        expect(answer.cookies.join()).toMatch(/^__clerk_redirect_count=1;/);
      });
    },
  );

  it('answers without a token where it has none, so that the satellite asks Clerk itself', async () => {
    await withApp(platform, { ...clerk.options, ...ALLOWED }, async (app) => {
      const { location } = await askFor(app, `${SATELLITE}/page`, { Cookie: '' });
      expect(location?.href).toBe(`${SATELLITE}/page?__clerk_synced=true`);
    });
  });

  it.each(['nonsense', '/page', '//satellite.example', 'https://', 'http://a b/'])(
    'says 400, and not 500, to the address %j, which is none',
    async (url) => {
      for (const options of [ALLOWED, {}]) {
        await withApp(platform, { ...clerk.options, ...options }, async (app) => {
          const answer = await askFor(app, url);
          expect([answer.status, answer.location]).toEqual([400, undefined]);
          expect(answer.body).toMatchObject({
            message: expect.stringContaining('__clerk_redirect_url'),
          });
        });
      }
    },
  );

  it('answers pages only: nothing is redirected that a script or a form asks for', async () => {
    await withApp(platform, { ...clerk.options, ...ALLOWED }, async (app) => {
      const script = { 'Sec-Fetch-Dest': 'empty', Accept: '*/*' };
      expect((await askFor(app, `${SATELLITE}/page`, script)).location).toBeUndefined();
    });
  });

  it('in production does not answer at all: there the Frontend API does', async () => {
    await withApp(platform, LIVE, async (app) => {
      const answer = await askFor(app, `${SATELLITE}/page`);
      expect([answer.status, answer.location]).toEqual([200, undefined]);
    });
  });

  it('does not answer as a satellite, which never speaks for a session', async () => {
    const signInUrl = 'https://primary.example/sign-in';
    const options = { ...clerk.options, isSatellite: true, domain: 'other.example', signInUrl };
    await withApp(platform, options, async (app) => {
      const session = `__session=${clerk.mintSessionToken('ada')}; __client_uat=1`;
      for (const Cookie of [headers.Cookie, `${headers.Cookie}; ${session}`]) {
        const answer = await askFor(app, `${SATELLITE}/page`, { Cookie });
        expect([answer.status, answer.location]).toEqual([200, undefined]);
      }
    });
  });
});

describe.each(PLATFORMS)(
  "a stranger's page that collects the dev-browser token on %s",
  (platform) => {
    it.each([
      'https://evil.example/collect',
      'https://satellite.example.evil.example/',
      'https://satellite.example@evil.example/',
      'https://satellite.example:8443/',
      'http://satellite.example/',
      'https://sub.satellite.example/',
      'javascript:alert(1)//https://satellite.example',
      'data:text/html,https://satellite.example',
    ])('gets nothing by %s where the origins are named', async (url) => {
      for (const allowedRedirectOrigins of [[SATELLITE], []]) {
        await withApp(platform, { ...clerk.options, allowedRedirectOrigins }, async (app) => {
          const answer = await askFor(app, url);
          expect(answer.status).toBe(200);
          expect(answer.location).toBeUndefined();
          expect(answer.cookies.join()).not.toContain(DEV_BROWSER);
        });
      }
    });

    it('gets it where no origins are named, as with the vendor', async () => {
      await withApp(platform, clerk.options, async (app) => {
        const { location } = await askFor(app, 'https://evil.example/collect');
        expect(location?.origin).toBe('https://evil.example');
        expect(location?.searchParams.get('__clerk_db_jwt')).toBe(DEV_BROWSER);
      });
    });

    it('gets a browser without a token of its own sent nowhere but to Clerk', async () => {
      await withApp(platform, { ...clerk.options, ...ALLOWED }, async (app) => {
        const answer = await askFor(app, 'https://evil.example/', { Cookie: '' });
        expect(addressOf(answer)).toBe(`${clerk.origin}/v1/client/handshake`);
        expect(reasonOf(answer)).toBe('dev-browser-missing');
      });
    });
  },
);

describe('the application does not boot with allowedRedirectOrigins', () => {
  it.each<[string, unknown, string]>([
    ['that are one text', SATELLITE, "must be a list of origins, such as ['https://example.com']"],
    ['that hold a number', [5], 'must be a list of origins'],
    ['that hold an empty text', [''], 'must be a list of origins'],
    [
      'that hold a URL, which no origin would ever equal',
      [`${SATELLITE}/`],
      'holds "https://satellite.example/", which is no origin: write "https://satellite.example"',
    ],
    [
      'that hold a host, which no origin would ever equal',
      ['satellite.example'],
      'holds "satellite.example", which is no origin of a web page',
    ],
    ['that hold any', ['*'], 'holds "*": there are no wildcards'],
    [
      'that hold a pattern',
      ['https://*.example'],
      'holds "https://*.example": there are no wildcards',
    ],
    ['that hold the origin of javascript: addresses', ['null'], 'holds "null", which is no origin'],
    ['that are a function', () => [SATELLITE], 'must be a list of origins'],
  ])('%s', async (_case, allowedRedirectOrigins, rule) => {
    const message = await bootFailure({ ...clerk.options, allowedRedirectOrigins });
    expect(message).toContain(`allowedRedirectOrigins ${rule}`);
  });
});
