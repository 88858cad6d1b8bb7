import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { addressOf, ask } from './multi-domain/ask.js';
import {
  ASKING,
  cookiesOfAda,
  instance,
  PRIMARY_ISSUER,
  SATELLITE_ISSUER,
} from './multi-domain/live.js';
import { bootFailure, loggedDuring, withApp } from './multi-domain/with-app.js';
import { withEnvironment } from './with-environment.js';

const CLERK_OF_SATELLITE = 'https://clerk.satellite.example/v1/client/handshake';

describe.each(PLATFORMS)('the option domain on %s', (platform) => {
  it('says whose Frontend API a production satellite asks', async () => {
    await withApp(platform, { ...ASKING, domain: 'satellite.example' }, async (app) => {
      expect(addressOf(await ask(app))).toBe(CLERK_OF_SATELLITE);
    });
  });

  it('may be a function of the URL that the browser asked for, called once a request', async () => {
    const urls: string[] = [];
    const domain = (url: URL) => {
      urls.push(url.href);
      return url.host;
    };
    await withApp(platform, { ...ASKING, domain }, async (app) => {
      const forwarded = {
        'X-Forwarded-Host': 'second.example',
        'X-Forwarded-Proto': 'https',
      };
      expect(addressOf(await ask(app))).toBe(CLERK_OF_SATELLITE);
      const answer = await ask(app, { path: '/guarded?tab=2', headers: forwarded });
      expect(addressOf(answer)).toBe('https://clerk.second.example/v1/client/handshake');
    });
    expect(urls).toEqual(['http://satellite.example/', 'https://second.example/guarded?tab=2']);
  });

  it('is called once for a request that middleware and guard both look at', async () => {
    let calls = 0;
    const domain = () => {
      calls += 1;
      return 'satellite.example';
    };
    await withApp(platform, { ...ASKING, satelliteAutoSync: false, domain }, async (app) => {
      const headers = { Authorization: `Bearer ${instance.mintSessionToken('ada')}` };
      expect((await ask(app, { path: '/guarded', headers })).status).toBe(200);
    });
    expect(calls).toBe(1);
  });

  it('can be set by CLERK_DOMAIN, which an option wins over', async () => {
    await withEnvironment({ CLERK_DOMAIN: ' satellite.example ' }, async () => {
      await withApp(platform, ASKING, async (app) => {
        expect(addressOf(await ask(app))).toBe(CLERK_OF_SATELLITE);
      });
      await withApp(platform, { ...ASKING, domain: 'other.example' }, async (app) => {
        expect(addressOf(await ask(app))).toBe('https://clerk.other.example/v1/client/handshake');
      });
    });
  });

  it('comes from CLERK_DOMAIN where the function names none', async () => {
    const domain = ({ host }: URL) => (host === 'own.example' ? host : undefined);
    await withEnvironment({ CLERK_DOMAIN: 'satellite.example' }, async () => {
      await withApp(platform, { ...ASKING, domain }, async (app) => {
        expect(addressOf(await ask(app))).toBe(CLERK_OF_SATELLITE);
        const own = await ask(app, { headers: { Host: 'own.example' } });
        expect(addressOf(own)).toBe('https://clerk.own.example/v1/client/handshake');
      });
    });
  });

  it('tells whose session cookies count: those that its own Frontend API has issued', async () => {
    const options = { ...ASKING, satelliteAutoSync: false, domain: 'satellite.example' };
    await withApp(platform, options, async (app) => {
      const userIn = async (claims: Record<string, unknown>) => {
        const { body } = await ask(app, { headers: { Cookie: cookiesOfAda(claims) } });
        return body;
      };
      const { id: userId } = instance.users.ada;
      expect(await userIn({ iss: SATELLITE_ISSUER })).toMatchObject({ userId });
      expect(await userIn({ iss: PRIMARY_ISSUER })).toMatchObject({ userId: null });
    });
  });

  it('leaves the Frontend API of a primary alone', async () => {
    const options = { ...ASKING, isSatellite: false, domain: 'satellite.example' };
    await withApp(platform, options, async (app) => {
      const answer = await ask(app, { headers: { Cookie: '__client_uat=1' } });
      expect(addressOf(answer)).toBe('https://clerk.primary.example/v1/client/handshake');
    });
  });
});

describe.each(PLATFORMS)('a function domain on %s that goes wrong', (platform) => {
  const headers = { Authorization: `Bearer ${instance.mintSessionToken('ada')}` };
  const RULE = 'What the function domain returned must be a domain without scheme or path';

  it.each<[string, () => unknown, string]>([
    ['returns a URL', () => 'https://satellite.example', RULE],
    ['returns a path after the host', () => 'evil.example/clerk', RULE],
    ['returns a number', () => 5, RULE],
    ['returns a promise', async () => 'satellite.example', RULE],
    [
      'throws',
      () => {
        throw new Error('Which host is this?');
      },
      'Which host is this?',
    ],
  ])('and %s is a 500 with the rule in the log, and lets nobody in', async (_case, fn, rule) => {
    // What a JavaScript user could write.
    const options: object = { ...ASKING, satelliteAutoSync: false, domain: fn };
    await withApp(platform, options, async (app) => {
      const log = await loggedDuring(async () => {
        for (const path of ['/', '/guarded']) {
          const answer = await ask(app, { path, headers });
          expect(answer.status).toBe(500);
          expect(answer.body).toEqual({ statusCode: 500, message: 'Internal server error' });
        }
      });
      expect(log).toContain(rule);
      expect(log).not.toContain(headers.Authorization);
    });
  });
});

describe.each(PLATFORMS)('a function domain on %s that knows nothing of a host', (platform) => {
  it('makes the request a 400: its sender has named the host', async () => {
    const options = { ...ASKING, domain: () => undefined };
    await withApp(platform, options, async (app) => {
      for (const path of ['/', '/guarded']) {
        expect((await ask(app, { path })).status).toBe(400);
      }
    });
  });
});

describe('the application does not boot with a domain', () => {
  it.each<[string, unknown]>([
    ['that is a URL', 'https://satellite.example'],
    ['with a path', 'satellite.example/clerk'],
    ['with a user name', 'a@satellite.example'],
    ['of spaces inside', 'satellite example'],
    ['that is no text', 5],
  ])('%s', async (_case, domain) => {
    expect(await bootFailure({ ...ASKING, domain })).toContain(
      'domain (environment variable CLERK_DOMAIN) must be a domain without scheme or path',
    );
  });

  it('that the environment has wrong', async () => {
    const message = await withEnvironment({ CLERK_DOMAIN: 'https://satellite.example' }, () =>
      bootFailure(ASKING),
    );
    expect(message).toContain('domain (environment variable CLERK_DOMAIN) must be a domain');
  });
});
