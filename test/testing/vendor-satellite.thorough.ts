import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { LocalClerk } from 'clerk-nestjs/testing';
import { AppServers } from './app-servers.js';
import { Browser, jsonOf } from './browser.js';
import { expressApp } from './vendor-apps.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

const apps = new AppServers();
let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(async () => {
  apps.stop();
  await clerk.stop();
});

/** Starts a primary application, or a satellite of one. */
function startPrimary(host: string): Promise<string> {
  return apps.start(expressApp(clerk), host);
}

function startSatellite(host: string, primary: string): Promise<string> {
  const signInUrl = `${primary}/sign-in`;
  const satellite = { isSatellite: true, domain: host, signInUrl, satelliteAutoSync: true };
  return apps.start(expressApp(clerk, satellite), host);
}

describe.each([
  ['localhost', '127.0.0.1'],
  ['127.0.0.1', 'localhost'],
])('a primary on %s with a satellite on %s', (primaryHost, satelliteHost) => {
  let primary: string;
  let satellite: string;
  let browser: Browser;
  beforeAll(async () => {
    primary = await startPrimary(primaryHost);
    satellite = await startSatellite(satelliteHost, primary);
  });
  beforeEach(() => {
    browser = new Browser();
  });

  function pass(): void {
    for (const host of [primaryHost, satelliteHost]) browser.waitOutRedirectCounter(host);
  }

  async function signInAt(origin: string): Promise<unknown> {
    const form = { user: 'ada', redirect_url: `${origin}/` };
    return jsonOf(await browser.submit(`${clerk.origin}/sign-in`, form));
  }

  it('shares the session of the browser, by way of the primary and a handshake', async () => {
    await signInAt(primary);
    pass();
    const page = await browser.open(`${satellite}/articles?tab=1`);
    expect(jsonOf(page)).toMatchObject({ userId: clerk.users.ada.id });
    expect(page.url.href).toBe(`${satellite}/articles?tab=1&__clerk_synced=true`);
    expect(browser.trail.map((url) => url.replace(/[?].*/, ''))).toEqual([
      `${satellite}/articles`,
      `${primary}/sign-in`,
      `${satellite}/articles`,
      `${clerk.origin}/v1/client/handshake`,
      `${satellite}/articles`,
      `${satellite}/articles`,
    ]);
    expect(browser.trail[3]).toContain('__clerk_hs_reason=dev-browser-sync');
  });

  it('gives each its own token of the one session, for its own origin', async () => {
    await signInAt(primary);
    pass();
    await browser.open(satellite);
    const [atPrimary, atSatellite] = [primaryHost, satelliteHost].map((host) =>
      decodeJwt(browser.cookies(host)['__session'] ?? ''),
    );
    expect(atSatellite?.sid).toBe(atPrimary?.sid);
    expect(atPrimary?.azp).toBe(primary);
    expect(atSatellite?.azp).toBe(satellite);
  });

  it('asks once, and not again while the session lasts', async () => {
    await signInAt(primary);
    pass();
    await browser.open(satellite);
    const again = await browser.open(`${satellite}/articles`);
    expect(jsonOf(again)).toMatchObject({ userId: clerk.users.ada.id });
    expect(browser.trail).toHaveLength(1);
  });

  it('is signed out on both when nobody has signed in, and goes in no circle', async () => {
    expect(jsonOf(await browser.open(primary))).toMatchObject({ userId: null });
    pass();
    expect(jsonOf(await browser.open(satellite))).toMatchObject({ userId: null });
  });

  it('is signed out on both for a browser that the primary has never seen', async () => {
    expect(jsonOf(await browser.open(satellite))).toMatchObject({ userId: null });
    pass();
    expect(jsonOf(await browser.open(primary))).toMatchObject({ userId: null });
  });

  it('is signed in on both after a sign-in that the satellite asked for', async () => {
    expect(await signInAt(satellite)).toMatchObject({ userId: clerk.users.ada.id });
    pass();
    expect(jsonOf(await browser.open(primary))).toMatchObject({ userId: clerk.users.ada.id });
  });

  it('is signed out on the satellite, once that syncs, after a sign-out at the primary', async () => {
    await signInAt(primary);
    pass();
    await browser.open(satellite);
    await browser.open(`${clerk.origin}/sign-out?redirect_url=${encodeURIComponent(primary)}`);
    pass();
    const page = await browser.open(`${satellite}/?__clerk_synced=false`);
    expect(jsonOf(page)).toMatchObject({ userId: null });
    expect(browser.cookies(satelliteHost)).not.toHaveProperty('__session');
  });
});

describe("a satellite whose sign-in URL is LocalClerk's own page", () => {
  it('shares the session of the browser, or learns that there is none, without a primary', async () => {
    const satellite = await startSatellite('127.0.0.1', clerk.origin);
    const [signedIn, signedOut] = [new Browser(), new Browser()];
    await signedIn.submit(`${clerk.origin}/sign-in`, { user: 'ada' });
    const page = await signedIn.open(`${satellite}/articles?__clerk_db_jwt=stale`);
    expect(jsonOf(page)).toMatchObject({ userId: clerk.users.ada.id });
    expect(page.url.href).toBe(`${satellite}/articles?__clerk_synced=true`);
    expect(jsonOf(await signedOut.open(satellite))).toMatchObject({ userId: null });
    await signedOut.submit(`${clerk.origin}/sign-in`, { user: 'alan' });
    signedOut.waitOutRedirectCounter('127.0.0.1');
    const later = await signedOut.open(`${satellite}/?__clerk_synced=false`);
    expect(jsonOf(later)).toMatchObject({ userId: clerk.users.alan.id });
  });
});

describe('an attack on a satellite', () => {
  it.each(['https://evil.example/', '//evil.example', 'javascript:alert(1)', '/here'])(
    "by a link that makes LocalClerk send the browser's token to %s ends on a page",
    async (url) => {
      const query = new URLSearchParams({ __clerk_redirect_url: url }).toString();
      const page = await new Browser().open(`${clerk.origin}/sign-in?${query}`);
      expect(page.status).toBe(400);
      expect(page.text).not.toContain('dvb_');
    },
  );

  it("with the token of another instance's browser signs nobody in", async () => {
    const other = await LocalClerk.start();
    const client = other.instance.store.clients.create(Date.now());
    other.instance.store.clients.signIn(client, other.users.ada, Date.now());
    await other.stop();
    const primary = await startPrimary('localhost');
    const satellite = await startSatellite('127.0.0.1', primary);
    const link = `${satellite}/?__clerk_synced=true&__clerk_db_jwt=${client.devBrowser}`;
    const browser = new Browser();
    expect(jsonOf(await browser.open(link))).toMatchObject({ userId: null });
    expect(browser.cookies('127.0.0.1')['__clerk_db_jwt']).not.toBe(client.devBrowser);
  });
});
