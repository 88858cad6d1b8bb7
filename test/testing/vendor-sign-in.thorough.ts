import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { LocalClerk } from 'clerk-nestjs/testing';
import { AppServers } from './app-servers.js';
import { Browser, jsonOf, pathsOf } from './browser.js';
import { backendApp, expressApp } from './vendor-apps.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

let clerk: LocalClerk;
const apps = new AppServers();
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(async () => {
  apps.stop();
  await clerk.stop();
});

describe.each(['127.0.0.1', 'localhost'])(
  'a browser at an app of the vendor’s backend on %s',
  (host) => {
    const browser = new Browser();
    let dashboard: string;
    beforeAll(async () => {
      dashboard = `${await apps.start(backendApp(clerk), host)}/dashboard?tab=a+b`;
    });
    // The vendor takes a fourth handshake within two seconds for a loop. People are slower.
    beforeEach(() => browser.waitOutRedirectCounter(host));

    it('is signed out after a handshake, and without one the next time', async () => {
      const first = await browser.open(dashboard);
      expect(jsonOf(first)).toEqual({
        status: 'signed-out',
        reason: 'session-token-and-uat-missing',
        userId: null,
      });
      expect(first.url.href).toBe(dashboard);
      expect(pathsOf(browser)).toEqual([
        '/dashboard',
        '/v1/client/handshake',
        '/dashboard',
        '/dashboard',
      ]);
      expect(browser.trail[1]).toContain('__clerk_hs_reason=dev-browser-missing');
      await browser.open(dashboard);
      expect(pathsOf(browser)).toEqual(['/dashboard']);
    });

    it('is signed in after a sign-in, and stays so without a handshake', async () => {
      await browser.open(`${clerk.origin}/sign-in?redirect_url=${encodeURIComponent(dashboard)}`);
      const form = { user: 'ada', redirect_url: dashboard };
      const page = await browser.submit(`${clerk.origin}/sign-in`, form);
      expect(jsonOf(page)).toEqual({
        status: 'signed-in',
        reason: null,
        userId: clerk.users.ada.id,
      });
      expect(page.url.href).toBe(dashboard);
      expect(browser.trail[2]).toContain('__clerk_hs_reason=dev-browser-sync');
      await browser.open(dashboard);
      expect(pathsOf(browser)).toEqual(['/dashboard']);
    });

    it('is signed in again when its token has expired, with a new one of the same session', async () => {
      const { sid } = decodeJwt(browser.cookies(host)['__session'] ?? '');
      const session = clerk.instance.store.findSession(String(sid));
      if (!session) throw new Error('no session');
      const expired = clerk.instance.mintFor(session, { expiresInSeconds: -60 });
      for (const name of Object.keys(browser.cookies(host))) {
        if (name.startsWith('__session')) browser.setCookie(host, name, expired);
      }
      const page = await browser.open(dashboard);
      expect(jsonOf(page)).toMatchObject({ status: 'signed-in', userId: clerk.users.ada.id });
      expect(browser.trail[1]).toContain('__clerk_hs_reason=session-token-expired');
      expect(decodeJwt(browser.cookies(host)['__session'] ?? '').sid).toBe(sid);
    });

    it('is another user after signing in as one', async () => {
      const form = { user: 'grace', redirect_url: dashboard };
      const page = await browser.submit(`${clerk.origin}/sign-in`, form);
      expect(jsonOf(page)).toMatchObject({ status: 'signed-in', userId: clerk.users.grace.id });
    });

    it('is signed out after a sign-out, and holds no session', async () => {
      const query = new URLSearchParams({ redirect_url: dashboard }).toString();
      const page = await browser.open(`${clerk.origin}/sign-out?${query}`);
      expect(jsonOf(page)).toMatchObject({ status: 'signed-out', userId: null });
      expect(page.url.href).toBe(dashboard);
      expect(Object.keys(browser.cookies(host)).join()).not.toContain('__session');
    });
  },
);

describe('two browsers', () => {
  it('can be signed in as the same user, and one signs out alone', async () => {
    const home = `${await apps.start(backendApp(clerk), '127.0.0.1')}/`;
    const [first, second] = [new Browser(), new Browser()];
    for (const browser of [first, second]) {
      await browser.submit(`${clerk.origin}/sign-in`, { user: 'ada', redirect_url: home });
    }
    const query = new URLSearchParams({ redirect_url: home }).toString();
    const left = await first.open(`${clerk.origin}/sign-out?${query}`);
    expect(jsonOf(left)).toMatchObject({ userId: null });
    expect(jsonOf(await second.open(home))).toMatchObject({ userId: clerk.users.ada.id });
  });
});

describe('a restart of LocalClerk', () => {
  it('signs nobody in with what the browser still holds, and goes in no circles', async () => {
    const before = await LocalClerk.start();
    const { port } = before;
    const home = `${await apps.start(backendApp(before), '127.0.0.1')}/`;
    const browser = new Browser();
    await browser.submit(`${before.origin}/sign-in`, { user: 'ada', redirect_url: home });
    await before.stop();
    const after = await LocalClerk.start({ port });
    const app = `${await apps.start(backendApp(after), '127.0.0.1')}/`;
    expect(jsonOf(await browser.open(app))).toMatchObject({ userId: null });
    const form = { user: 'ada', redirect_url: app };
    const page = await browser.submit(`${after.origin}/sign-in`, form);
    await after.stop();
    expect(jsonOf(page)).toMatchObject({ userId: after.users.ada.id });
  });
});

describe('a browser at an app of the vendor’s for Express', () => {
  it('signs in and out', async () => {
    const home = `${await apps.start(expressApp(clerk), '127.0.0.1')}/articles`;
    const browser = new Browser();
    expect(jsonOf(await browser.open(home))).toMatchObject({ userId: null });
    const form = { user: 'alan', redirect_url: home };
    const signedIn = await browser.submit(`${clerk.origin}/sign-in`, form);
    expect(jsonOf(signedIn)).toMatchObject({ userId: clerk.users.alan.id });
    expect(signedIn.url.href).toBe(home);
    const query = new URLSearchParams({ redirect_url: home }).toString();
    const signedOut = await browser.open(`${clerk.origin}/sign-out?${query}`);
    expect(jsonOf(signedOut)).toMatchObject({ userId: null });
  });
});
