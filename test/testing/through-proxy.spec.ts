import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { decodeJwt } from 'jose';
import { Browser } from './browser.js';
import { type Forwarder, type HeaderChanges, startForwarder } from './forwarder.js';
import { rawRequest } from './raw-request.js';

let clerk: LocalClerk;
let app: Forwarder;
beforeAll(async () => {
  clerk = await LocalClerk.start();
  app = await startForwarder(clerk.origin, clerk.secretKey);
});
afterAll(async () => {
  await app.close();
  await clerk.stop();
});

describe('through an application’s proxy', () => {
  it('somebody signs in, is handed over and signs out, on one origin', async () => {
    const browser = new Browser();
    const visited: string[] = [];
    const open = async (path: string, form?: Record<string, string>) => {
      const url = `${app.origin}${path}`;
      const page = await (form ? browser.submit(url, form) : browser.open(url));
      visited.push(...browser.trail);
      return page;
    };
    const back = `${app.origin}/dashboard`;
    const query = new URLSearchParams({ redirect_url: back }).toString();
    const page = await open(`/__clerk/sign-in?${query}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('action="/__clerk/sign-in"');

    const signedIn = await open('/__clerk/sign-in', { user: 'ada', redirect_url: back });
    expect(signedIn.url.pathname).toBe('/dashboard');
    expect(signedIn.url.searchParams.get('__clerk_db_jwt')).toMatch(/^dvb_/);
    expect(signedIn.text).toContain('local_db_jwt=dvb_');

    const again = await open(`/__clerk/sign-in?${query}`);
    expect(again.text).toContain('signed in as Ada Lovelace');
    expect(again.text).toContain(`href="/__clerk/sign-out?${query}"`);

    const handed = await open(`/__clerk/v1/client/handshake?${query}`);
    const payload = decodeJwt(handed.url.searchParams.get('__clerk_handshake') ?? '');
    expect(JSON.stringify(payload['handshake'])).toMatch(/__session=ey/);

    await open(`/__clerk/sign-out?${query}`);
    expect((await open('/__clerk/sign-in')).text).not.toContain('signed in as');
    expect(visited.filter((url) => new URL(url).origin !== app.origin)).toEqual([]);
  });

  it('the pages link to each other below the path of the proxy', async () => {
    const browser = new Browser();
    const signedIn = await browser.submit(`${app.origin}/__clerk/sign-in`, { user: 'alan' });
    const links = [...signedIn.text.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path);
    expect(links).toEqual(['/__clerk/sign-in', '/__clerk/sign-out']);
    const signedOut = await browser.open(`${app.origin}/__clerk/sign-out`);
    expect(signedOut.text).toContain('href="/__clerk/sign-in"');
  });

  it('sign-up leads to sign-in on the same origin', async () => {
    const browser = new Browser();
    const page = await browser.open(`${app.origin}/__clerk/sign-up?a=b`);
    expect(page.url.href).toBe(`${app.origin}/__clerk/sign-in?a=b`);
    expect(page.status).toBe(200);
  });

  it('a browser gets its token', async () => {
    const response = await fetch(`${app.origin}/__clerk/v1/dev_browser`, { method: 'POST' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ token: expect.stringMatching(/^dvb_/) });
  });

  it('nothing else is served: no tokens of users and no Backend API', async () => {
    for (const path of ['/local/tokens/ada', '/local/users', '/', '/v1/users', '/v1/jwks']) {
      const headers = { Authorization: `Bearer ${clerk.secretKey}` };
      const response = await fetch(`${app.origin}/__clerk${path}`, { headers });
      expect([path, response.status]).toEqual([path, 404]);
    }
  });
});

describe('a form of another site (cross-site request forgery) through the proxy', () => {
  it.each([
    'https://evil.example',
    'null',
    'http://localhost',
    'http://127.0.0.1:1',
    // The proxy's own host by another name is another application, for all one knows.
    'its other name',
    'LocalClerk itself',
  ])('is refused for the origin %p', async (name) => {
    const other = app.origin.replace('localhost', '127.0.0.1');
    const known = new Map([
      ['its other name', other],
      ['LocalClerk itself', clerk.origin],
    ]);
    const Origin = known.get(name) ?? name;
    for (const path of ['sign-in', 'sign-out']) {
      const response = await fetch(`${app.origin}/__clerk/${path}`, {
        method: 'POST',
        headers: { Origin },
        body: new URLSearchParams({ user: 'ada' }),
      });
      expect(response.status).toBe(403);
      expect(response.headers.has('set-cookie')).toBe(false);
    }
  });

  it('is none from the proxy’s own origin, nor from a program that has none', async () => {
    const own: Record<string, string>[] = [{ Origin: app.origin }, {}];
    for (const headers of own) {
      const body = new URLSearchParams({ user: 'ada' });
      const init = { method: 'POST', headers, body };
      expect((await fetch(`${app.origin}/__clerk/sign-in`, init)).status).toBe(200);
    }
  });
});

describe('an open redirect through the proxy', () => {
  it('is refused', async () => {
    const query = new URLSearchParams({ redirect_url: 'https://evil.example/' }).toString();
    for (const path of ['sign-in', 'sign-out', 'v1/client/handshake']) {
      const response = await fetch(`${app.origin}/__clerk/${path}?${query}`, {
        redirect: 'manual',
      });
      expect([path, response.status]).toEqual([path, 400]);
    }
  });
});

describe('a proxy’s address that is not to be believed', () => {
  const apps: Forwarder[] = [];
  afterEach(async () => {
    for (const one of apps.splice(0)) await one.close();
  });

  async function ask(changes: HeaderChanges): Promise<Response> {
    const forwarder = await startForwarder(clerk.origin, clerk.secretKey, changes);
    apps.push(forwarder);
    return fetch(`${forwarder.origin}/__clerk/sign-in`);
  }

  it.each(['', 'sk_test_other'])('comes with the secret key %p: 401', async (secretKey) => {
    const response = await ask(() => ({ 'clerk-secret-key': secretKey }));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ code: 'clerk_key_invalid' }] });
  });

  it('is claimed by whoever asks LocalClerk itself: 401', async () => {
    const headers = { 'Clerk-Proxy-Url': 'http://localhost:3000/__clerk' };
    expect((await rawRequest(clerk.port, { path: '/sign-in', headers })).status).toBe(401);
  });

  it.each([
    ['a name that was pointed here (DNS rebinding)', 'http://evil.example:3000/__clerk'],
    ['a subdomain of localhost', 'http://evil.localhost/__clerk'],
    ['another scheme', 'javascript:alert(1)'],
    ['credentials', 'http://evil.example@localhost/__clerk'],
    ['a query', 'http://localhost/__clerk?a'],
    ['a path alone', '/__clerk'],
  ])('is %s: 403', async (_, proxyUrl) => {
    expect((await ask(() => ({ 'clerk-proxy-url': proxyUrl }))).status).toBe(403);
  });

  it('does not get markup into a page', async () => {
    const response = await ask((url) => ({ 'clerk-proxy-url': `${url}/"><script>` }));
    expect(await response.text()).not.toContain('<script');
  });
});

describe('proxiedEnv()', () => {
  it('leads the proxy here, and browsers below its path', () => {
    const { CLERK_PROXY_URL, CLERK_SIGN_IN_URL, CLERK_SIGN_UP_URL, ...rest } = clerk.env;
    expect([CLERK_SIGN_IN_URL, CLERK_SIGN_UP_URL]).toEqual([
      `${clerk.origin}/sign-in`,
      `${clerk.origin}/sign-up`,
    ]);
    expect(clerk.proxiedEnv()).toEqual({
      ...rest,
      CLERK_FAPI_URL: CLERK_PROXY_URL,
      CLERK_SIGN_IN_URL: '/__clerk/sign-in',
      CLERK_SIGN_UP_URL: '/__clerk/sign-up',
    });
    expect(clerk.proxiedEnv('/auth/clerk').CLERK_SIGN_IN_URL).toBe('/auth/clerk/sign-in');
  });
});
