import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { LocalClerk } from 'clerk-nestjs/testing';
import { Browser } from './browser.js';
import {
  APP,
  askHandshake,
  devBrowserOf,
  handshake,
  locationOf,
  REDIRECT_URL,
  signedInBrowser,
  submit,
  withRedirectUrl,
} from './frontend-api.js';
import { rawRequest } from './raw-request.js';
import type { RawResponse } from './raw-request.js';

describe('the pages to sign in', () => {
  let clerk: LocalClerk;
  beforeAll(async () => {
    clerk = await LocalClerk.start();
  });
  afterAll(() => clerk.stop());

  function get(path: string, headers: Record<string, string> = {}) {
    return rawRequest(clerk.port, { path, headers });
  }

  describe('GET /sign-in', () => {
    it('lists the users to pick from, and where one gets by that', async () => {
      const { status, headers, body } = await get(withRedirectUrl('/sign-in'));
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers).not.toHaveProperty('set-cookie');
      for (const name of ['ada', 'grace', 'alan']) {
        expect(body).toContain(`<button name="user" value="${name}">`);
        expect(body).toContain(`${name}@example.com`);
      }
      for (const said of ['embedded Clerk', 'Ada Lovelace', 'Acme Inc', 'org:admin', APP]) {
        expect(body).toContain(said);
      }
      expect(body).toContain(`name="redirect_url" value="${REDIRECT_URL}"`);
    });

    it('loads nothing and runs nothing', async () => {
      const { headers, body } = await get('/sign-in');
      expect(body).not.toMatch(/<script|<img|<iframe| src=| on\w+=|url\(/i);
      expect(headers['content-security-policy']).toMatch(/default-src 'none';.*style-src 'sha256-/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
    });

    it('says who is signed in in this browser already', async () => {
      const devBrowser = await signedInBrowser(clerk, 'grace');
      const headers = { Cookie: `local_db_jwt=${devBrowser}` };
      const { body } = await get(withRedirectUrl('/sign-in'), headers);
      expect(body).toContain('signed in as Grace Hopper');
      expect(body).toContain(`href="${withRedirectUrl('/sign-out')}"`);
      expect((await get('/sign-in', headers)).body).toContain('href="/sign-out"');
      expect((await get('/sign-in')).body).not.toContain('signed in as');
    });

    it('leaves the way back out when there is none', async () => {
      const { status, body } = await get('/sign-in');
      expect(status).toBe(200);
      expect(body).not.toContain('name="redirect_url"');
    });
  });

  describe('POST /sign-in', () => {
    it('signs curl in, which has no cookies, and sends it back with its new token', async () => {
      const response = await submit(clerk, '/sign-in', { user: 'ada', redirect_url: REDIRECT_URL });
      const devBrowser = devBrowserOf(response);
      expect(response.status).toBe(303);
      expect(devBrowser).toMatch(/^dvb_\w{27}$/);
      expect(locationOf(response).href).toBe(`${REDIRECT_URL}&__clerk_db_jwt=${devBrowser}`);
      expect(response.headers['set-cookie']).toHaveLength(1);
      const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser });
      expect(decodeJwt(cookies['__session']?.value ?? '').sub).toBe(clerk.users.ada.id);
    });

    it('keeps a browser and replaces its session', async () => {
      const before = await signedInBrowser(clerk, 'ada');
      const ended = await sidOf(before);
      const headers = { Cookie: `local_db_jwt=${before}` };
      const response = await submit(
        clerk,
        '/sign-in',
        { user: 'grace', redirect_url: REDIRECT_URL },
        headers,
      );
      const cookies = await handshake(clerk, { __clerk_db_jwt: before });
      expect(devBrowserOf(response)).toBe(before);
      expect(decodeJwt(cookies['__session']?.value ?? '').sub).toBe(clerk.users.grace.id);
      expect(clerk.instance.store.findSession(ended)).toMatchObject({ status: 'ended' });
    });

    it('takes an id for the user, and replaces a token in the URL', async () => {
      const url = `${APP}/?__clerk_db_jwt=dvb_old`;
      const form = { user: clerk.users.alan.id, redirect_url: url };
      const response = await submit(clerk, '/sign-in', form);
      expect(locationOf(response).searchParams.getAll('__clerk_db_jwt')).toEqual([
        devBrowserOf(response),
      ]);
    });

    it('says so where there is no way back', async () => {
      const response = await submit(clerk, '/sign-in', { user: 'alan' });
      expect(response.status).toBe(200);
      expect(response.body).toContain('Signed in as Alan Turing');
      expect(devBrowserOf(response)).toMatch(/^dvb_/);
    });

    it.each<Record<string, string>>([{ user: 'eve' }, { user: '' }, { user: '__proto__' }, {}])(
      'answers %j with the users there are',
      async (form) => {
        const response = await submit(clerk, '/sign-in', { ...form, redirect_url: REDIRECT_URL });
        expect(response.status).toBe(400);
        expect(response.headers).not.toHaveProperty('location');
        expect(response.body).toContain('value="ada"');
        expect(response.body).toContain(`name="redirect_url" value="${REDIRECT_URL}"`);
      },
    );
  });

  describe('GET /sign-up', () => {
    it.each(['', '?redirect_url=http%3A%2F%2Flocalhost%3A3000%2F&a=b'])(
      'leads to /sign-in with the same query: %p',
      async (query) => {
        const response = await get(`/sign-up${query}`);
        expect(response.status).toBe(307);
        expect(response.headers.location).toBe(`/sign-in${query}`);
      },
    );
  });

  describe('the origin of LocalClerk', () => {
    it('gets one cookie of its own and never one that an app on the same host would read', async () => {
      const browser = new Browser();
      await browser.open(`${clerk.origin}/sign-in`);
      await browser.submit(`${clerk.origin}/sign-in`, { user: 'ada' });
      await browser.open(`${clerk.origin}/sign-out`);
      expect(Object.keys(browser.cookies('localhost'))).toEqual(['local_db_jwt']);
    });
  });

  async function sidOf(devBrowser: string): Promise<string> {
    const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser });
    return String(decodeJwt(cookies['__session']?.value ?? '').sid);
  }
});

describe('attacks on the pages', () => {
  let clerk: LocalClerk;
  beforeAll(async () => {
    clerk = await LocalClerk.start();
  });
  afterAll(() => clerk.stop());

  const OPEN_REDIRECTS: [attack: string, url: string][] = [
    ['another site', 'https://evil.example/'],
    ['a script', 'javascript:alert(1)//localhost'],
    ['a script behind a tab', 'java\tscript:alert(1)'],
    ['a document in the URL', 'data:text/html,<script>alert(1)</script>'],
    ['another scheme', 'ftp://localhost/'],
    ['a custom scheme', 'myapp://localhost/'],
    ['a file', 'file://localhost/etc/passwd'],
    ['a blob', 'blob:http://localhost/1'],
    ['a path', '/articles'],
    ['a scheme-relative URL', '//evil.example/'],
    ['backslashes for slashes', 'http:\\\\evil.example'],
    ['the host in the user name', 'http://localhost@evil.example/'],
    ['the host in the password', 'http://a:localhost@evil.example/'],
    ['credentials', 'http://evil.example@localhost/'],
    ['a backslash before the at sign', 'http://evil.example\\@localhost/'],
    ['the host as a subdomain', 'http://localhost.evil.example/'],
    ['a subdomain of the host', 'http://evil.localhost/'],
    ['a name that resolves here', 'http://127.0.0.1.nip.io/'],
    ['a neighbour', 'http://192.168.0.1/'],
    ['any address', 'http://0.0.0.0/'],
    ['a mapped address', 'http://[::ffff:192.168.0.1]/'],
    ['a trailing dot', 'http://localhost./'],
    ['a full-width letter in another name', 'http://ｅvil.example/'],
    ['no URL at all', 'http://'],
    ['a line break', 'http://evil.example\r\nSet-Cookie: a=b'],
  ];

  describe('an open redirect to', () => {
    it.each(OPEN_REDIRECTS)('%s is refused everywhere', async (_, url) => {
      const query = new URLSearchParams({ redirect_url: url }).toString();
      const answers = [
        await askHandshake(clerk, { redirect_url: url, format: 'nonce' }),
        await rawRequest(clerk.port, { path: `/sign-in?${query}` }),
        await submit(clerk, '/sign-in', { user: 'ada', redirect_url: url }),
        await submit(clerk, `/sign-in?${query}`, { user: 'ada' }),
        await rawRequest(clerk.port, { path: `/sign-out?${query}` }),
        await submit(clerk, '/sign-out', { redirect_url: url }),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(400);
        expect(answer.headers).not.toHaveProperty('location');
        expect(answer.headers).not.toHaveProperty('set-cookie');
        expect(answer.body).not.toContain('evil');
        expect(answer.body).toMatch(/must be an absolute http or https URL on localhost/);
      }
    });

    it.each([
      ['http://LOCALHOST:3000/', 'http://localhost:3000'],
      ['http://127.1/', 'http://127.0.0.1'],
      ['https://localhost/', 'https://localhost'],
      ['http://[::1]:3000/', 'http://[::1]:3000'],
      ['http://localhost\\@evil.example/', 'http://localhost'],
    ])('%s is none, as the URL sent is the one that was read', async (url, origin) => {
      const signedIn = await submit(clerk, '/sign-in', { user: 'ada', redirect_url: url });
      expect(locationOf(signedIn).origin).toBe(origin);
      expect(signedIn.headers.location).not.toContain('\\');
    });
  });

  describe('a form of another site (cross-site request forgery)', () => {
    it.each([
      'https://evil.example',
      'http://localhost',
      'http://localhost:1',
      'null',
      '',
      'http://localhost.evil.example',
    ])('is refused for the origin %p', async (origin) => {
      for (const path of ['/sign-in', '/sign-out']) {
        const form = { user: 'ada', redirect_url: APP };
        const response = await submit(clerk, path, form, { Origin: origin });
        expect(response.status).toBe(403);
        expect(response.headers).not.toHaveProperty('set-cookie');
        expect(response.headers).not.toHaveProperty('location');
      }
    });

    it('is one of this very machine’s other ports too', async () => {
      const response = await submit(clerk, '/sign-in', { user: 'ada' }, { Origin: APP });
      expect(response.status).toBe(403);
    });

    it.each(['localhost', '127.0.0.1', '[::1]'])('is none from LocalClerk as %s', async (host) => {
      const headers = { Origin: `http://${host}:${clerk.port}` };
      const response = await submit(clerk, '/sign-in', { user: 'ada', redirect_url: APP }, headers);
      expect(response.status).toBe(303);
    });
  });

  describe('markup in what is sent', () => {
    const markup = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

    function expectHarmless({ body }: RawResponse): void {
      expect(body).not.toMatch(/<script|<img|"'>/);
    }

    it('stays text as a user', async () => {
      const response = await submit(clerk, '/sign-in', { user: markup, redirect_url: APP });
      expect(response.status).toBe(400);
      expect(response.body).toContain('&lt;script&gt;');
      expectHarmless(response);
    });

    it('stays text in a redirect_url', async () => {
      const redirect_url = `${APP}/'"?a='><script>alert(1)</script>#'"><script>`;
      const query = new URLSearchParams({ redirect_url }).toString();
      const response = await rawRequest(clerk.port, { path: `/sign-in?${query}` });
      expect(response.status).toBe(200);
      expectHarmless(response);
      expect(/name="redirect_url" value="([^"]*)"/.exec(response.body)?.[1]).toContain('&#39;');
    });

    it('stays text in one that is refused', async () => {
      const query = new URLSearchParams({ redirect_url: markup }).toString();
      expectHarmless(await rawRequest(clerk.port, { path: `/sign-in?${query}` }));
    });

    it('does not split a header', async () => {
      const redirect_url = `${APP}/\r\nSet-Cookie: evil=1?a=\r\nX-Evil: 1`;
      const response = await submit(clerk, '/sign-in', { user: 'ada', redirect_url });
      expect(response.status).toBe(303);
      expect(response.headers).not.toHaveProperty('x-evil');
      expect(response.headers['set-cookie']).toHaveLength(1);
    });
  });
});
