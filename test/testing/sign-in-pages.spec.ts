import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { LocalClerk } from 'clerk-nestjs/testing';
import { Browser } from './browser.js';
import {
  APP,
  devBrowserOf,
  handshake,
  locationOf,
  REDIRECT_URL,
  signedInBrowser,
  submit,
  withRedirectUrl,
} from './frontend-api.js';
import { rawRequest } from './raw-request.js';

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
