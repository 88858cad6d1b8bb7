import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { Browser, jsonOf } from '../../testing/browser.js';
import { PLATFORMS } from '../support/platforms.js';
import { signInController } from './multi-domain/sign-in.controller.js';
import { Site } from './multi-domain/site.js';

/** LocalClerk is on localhost, so the primary shares its cookies' host in one of these. */
const HOSTS = [
  ['express', 'localhost', '127.0.0.1'],
  ['express', '127.0.0.1', 'localhost'],
  ['fastify', 'localhost', '127.0.0.1'],
  ['fastify', '127.0.0.1', 'localhost'],
] as const;

describe.each(HOSTS)(
  'on %s, a development primary on %s with a satellite on %s',
  (platform, primaryHost, satelliteHost) => {
    let clerk: LocalClerk;
    let primary: Site;
    let satellite: Site;
    let browser: Browser;

    beforeAll(async () => {
      clerk = await LocalClerk.start();
      primary = await Site.reserve(primaryHost);
      satellite = await Site.reserve(satelliteHost);
      const { origin } = satellite;
      await primary.serve(platform, { ...clerk.options, allowedRedirectOrigins: [origin] }, [
        signInController(clerk, primary.origin),
      ]);
      await satellite.serve(platform, {
        ...clerk.options,
        isSatellite: true,
        domain: satelliteHost,
        signInUrl: `${primary.origin}/sign-in`,
      });
    });
    beforeEach(() => {
      browser = new Browser();
    });
    afterAll(async () => {
      await satellite.close();
      await primary.close();
      await clerk.stop();
    });

    /** The stations of the last navigation, without queries. */
    const stations = () => browser.trail.map((url) => url.replace(/\?.*/, ''));

    /** Lets the seconds pass after which redirects no longer count as a loop. */
    function pass(): void {
      for (const host of [primaryHost, satelliteHost]) browser.waitOutRedirectCounter(host);
    }

    async function signInOnPrimary(user = 'ada'): Promise<void> {
      const form = { user, redirect_url: `${primary.origin}/guarded` };
      await browser.submit(`${clerk.origin}/sign-in`, form);
      pass();
    }

    it('shows a first visit without any redirect', async () => {
      const page = await browser.open(satellite.origin);
      expect(jsonOf(page)).toMatchObject({ userId: null });
      expect(browser.trail).toHaveLength(1);
    });

    it('brings a visitor who signs in on the primary back to the satellite, signed in', async () => {
      const signInPage = await browser.open(`${satellite.origin}/guarded?tab=2`);
      expect(stations()).toEqual([
        `${satellite.origin}/guarded`,
        `${primary.origin}/sign-in`,
        `${clerk.origin}/v1/client/handshake`,
        `${primary.origin}/sign-in`,
        `${primary.origin}/sign-in`,
        `${clerk.origin}/sign-in`,
      ]);
      const back = signInPage.url.searchParams.get('redirect_url') ?? '';
      const target = `${satellite.origin}/guarded?tab=2&__clerk_synced=false`;
      expect(new URL(back).searchParams.get('redirect_url')).toBe(target);
      pass();
      const page = await browser.submit(signInPage.url, { user: 'ada', redirect_url: back });
      expect(jsonOf(page)).toEqual({ userId: clerk.users.ada.id });
      expect(page.url.href).toBe(`${satellite.origin}/guarded?tab=2&__clerk_synced=true`);
      expect(stations().filter((url) => !url.startsWith(clerk.origin))).toEqual([
        `${primary.origin}/sign-in`, // back from LocalClerk, with the token of the browser
        `${primary.origin}/sign-in`, // from the handshake
        `${primary.origin}/sign-in`, // signed in: on to the satellite
        `${satellite.origin}/guarded`, // which asks
        `${primary.origin}/sign-in`, // the primary, who answers
        `${satellite.origin}/guarded`,
        `${satellite.origin}/guarded`, // from its own handshake
        `${satellite.origin}/guarded`,
      ]);
      pass();
      const atPrimary = await browser.open(`${primary.origin}/guarded`);
      expect(jsonOf(atPrimary)).toEqual({ userId: clerk.users.ada.id });
    });

    it('shares the session of who is signed in on the primary already', async () => {
      await signInOnPrimary();
      const page = await browser.open(`${satellite.origin}/guarded?__clerk_synced=false`);
      expect(jsonOf(page)).toEqual({ userId: clerk.users.ada.id });
      expect(stations()).toEqual([
        `${satellite.origin}/guarded`,
        `${primary.origin}/sign-in`,
        `${satellite.origin}/guarded`,
        `${clerk.origin}/v1/client/handshake`,
        `${satellite.origin}/guarded`,
        `${satellite.origin}/guarded`,
      ]);
      await browser.open(satellite.origin);
      expect(browser.trail).toHaveLength(1);
    });

    it('hears on the satellite of a sign-out and of another sign-in on the primary', async () => {
      await signInOnPrimary();
      await browser.open(`${satellite.origin}/?__clerk_synced=false`);
      await browser.open(`${clerk.origin}/sign-out?redirect_url=${primary.origin}`);
      pass();
      const out = await browser.open(`${satellite.origin}/?__clerk_synced=false`);
      expect(jsonOf(out)).toMatchObject({ userId: null });
      await signInOnPrimary('grace');
      const back = await browser.open(`${satellite.origin}/?__clerk_synced=false`);
      expect(jsonOf(back)).toMatchObject({ userId: clerk.users.grace.id });
    });
  },
);

describe.each(PLATFORMS)('a development satellite with autoSync on %s', (platform) => {
  it('asks the primary of its own accord, with the page to come back to', async () => {
    const clerk = await LocalClerk.start();
    const satellite = await Site.reserve('127.0.0.1');
    await satellite.serve(platform, {
      ...clerk.options,
      isSatellite: true,
      satelliteAutoSync: true,
      domain: '127.0.0.1',
      signInUrl: `${clerk.origin}/sign-in?theme=dark`,
    });
    const browser = new Browser();
    await browser.submit(`${clerk.origin}/sign-in`, { user: 'ada' });
    const page = await browser.open(`${satellite.origin}/guarded?tab=2`);
    expect(jsonOf(page)).toEqual({ userId: clerk.users.ada.id });
    const asked = new URL(browser.trail[1] ?? '').searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      theme: 'dark',
      __clerk_redirect_url: `${satellite.origin}/guarded?tab=2`,
    });
    await satellite.close();
    await clerk.stop();
  });
});
