import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { addressOf, ask } from './multi-domain/ask.js';
import { ASKING, instance, LIVE } from './multi-domain/live.js';
import { bootFailure, loggedDuring, withApp } from './multi-domain/with-app.js';
import { withEnvironment } from './with-environment.js';

const HANDSHAKE = '/v1/client/handshake';
const CLERK = `https://clerk.primary.example${HANDSHAKE}`;

/** A browser that has lost its session cookie, so that Clerk is asked for it. */
const headers = { Host: 'primary.example', Cookie: '__client_uat=1' };

describe.each(PLATFORMS)('the option proxyUrl on %s', (platform) => {
  it('says where browsers reach the Frontend API', async () => {
    await withApp(platform, LIVE, async (app) => {
      expect(addressOf(await ask(app, { headers }))).toBe(CLERK);
    });
    await withApp(platform, { ...LIVE, proxyUrl: 'https://proxy.example/clerk' }, async (app) => {
      const answer = await ask(app, { headers });
      expect(addressOf(answer)).toBe(`https://proxy.example/clerk${HANDSHAKE}`);
    });
  });

  it('may be a path, which is then one of the origin that the browser asked for', async () => {
    await withApp(platform, { ...LIVE, proxyUrl: '/__clerk/' }, async (app) => {
      const direct = await ask(app, { path: '/deep/page', headers });
      expect(addressOf(direct)).toBe(`http://primary.example/__clerk${HANDSHAKE}`);
      const forwarded = { ...headers, 'X-Forwarded-Proto': 'https' };
      const behindProxy = await ask(app, { headers: forwarded });
      expect(addressOf(behindProxy)).toBe(`https://primary.example/__clerk${HANDSHAKE}`);
    });
  });

  it('may be a function of the URL that the browser asked for', async () => {
    const proxyUrl = ({ host, pathname }: URL) => `https://proxy.${host}${pathname}`;
    await withApp(platform, { ...LIVE, proxyUrl }, async (app) => {
      const answer = await ask(app, { path: '/here', headers });
      expect(addressOf(answer)).toBe(`https://proxy.primary.example/here${HANDSHAKE}`);
    });
  });

  it('can be set by CLERK_PROXY_URL, which an option wins over', async () => {
    await withEnvironment({ CLERK_PROXY_URL: 'https://proxy.example' }, async () => {
      await withApp(platform, LIVE, async (app) => {
        expect(addressOf(await ask(app, { headers }))).toBe(`https://proxy.example${HANDSHAKE}`);
      });
      await withApp(platform, { ...LIVE, proxyUrl: 'https://own.example' }, async (app) => {
        expect(addressOf(await ask(app, { headers }))).toBe(`https://own.example${HANDSHAKE}`);
      });
    });
  });

  it("is none where the function names none, as in the vendor's SDK, whatever the environment says", async () => {
    await withEnvironment({ CLERK_PROXY_URL: 'https://proxy.example' }, async () => {
      await withApp(platform, { ...LIVE, proxyUrl: () => undefined }, async (app) => {
        expect(addressOf(await ask(app, { headers }))).toBe(CLERK);
      });
    });
  });

  it('is enough for a satellite, and wins over its domain', async () => {
    const proxyUrl = 'https://satellite.example/__clerk';
    for (const options of [{ proxyUrl }, { proxyUrl, domain: 'satellite.example' }]) {
      await withApp(platform, { ...ASKING, ...options }, async (app) => {
        expect(addressOf(await ask(app))).toBe(`${proxyUrl}${HANDSHAKE}`);
      });
    }
  });
});

describe.each(PLATFORMS)('a function proxyUrl on %s that goes wrong', (platform) => {
  const bearer = { ...headers, Authorization: `Bearer ${instance.mintSessionToken('ada')}` };
  const RULE = 'What the function proxyUrl returned must be an absolute URL';

  it.each<[string, () => unknown, string]>([
    ['returns a host', () => 'proxy.example', RULE],
    ['returns a URL without scheme', () => '//evil.example', RULE],
    ['returns no web URL', () => 'javascript:alert(1)', RULE],
    ['returns a number', () => 5, RULE],
    ['returns a promise', async () => 'https://proxy.example', RULE],
    [
      'throws',
      () => {
        throw new Error('Which host is this?');
      },
      'Which host is this?',
    ],
  ])('and %s is a 500 with the rule in the log, and lets nobody in', async (_case, fn, rule) => {
    // What a JavaScript user could write.
    const options: object = { ...LIVE, proxyUrl: fn };
    await withApp(platform, options, async (app) => {
      const log = await loggedDuring(async () => {
        for (const path of ['/', '/guarded']) {
          const answer = await ask(app, { path, headers: bearer });
          expect([answer.status, answer.location]).toEqual([500, undefined]);
        }
      });
      expect(log).toContain(rule);
    });
  });
});

describe('the application does not boot with a proxyUrl', () => {
  const RULE =
    'proxyUrl (environment variable CLERK_PROXY_URL) must be an absolute URL, such as ' +
    "https://example.com/sign-in, or a path that starts with one slash, or a function of the request's URL";

  it.each<[string, unknown]>([
    ['that is a host', 'proxy.example'],
    ['that names a host where a path should be', '//proxy.example'],
    ['that does so with a backslash', '/\\proxy.example'],
    ['that is no web URL', 'ftp://proxy.example'],
    ['that is true', true],
  ])('%s', async (_case, proxyUrl) => {
    expect(await bootFailure({ ...LIVE, proxyUrl })).toContain(RULE);
  });

  it('that the environment has wrong', async () => {
    const boot = () => bootFailure(LIVE);
    expect(await withEnvironment({ CLERK_PROXY_URL: 'proxy.example' }, boot)).toContain(RULE);
  });
});
