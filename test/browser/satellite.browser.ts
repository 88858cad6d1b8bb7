import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import type { Browser } from 'playwright-core';
import { signInController } from '../nest/options/multi-domain/sign-in.controller.js';
import { Site } from '../nest/options/multi-domain/site.js';
import { launchChromium } from './chromium.js';
import { LinkController } from './multi-domain-pages.js';
import { Visitor } from './visitor.js';

/** More than any sign-in takes; a browser gives up after 20. */
const MAX_NAVIGATIONS = 15;

let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  browser = await launchChromium();
  visitor = await Visitor.in(browser);
});
afterAll(() => browser.close());

// LocalClerk is on localhost, and to a browser 127.0.0.1 is another site.
const HOSTS = [
  ['express', 'localhost', '127.0.0.1'],
  ['express', '127.0.0.1', 'localhost'],
  ['fastify', 'localhost', '127.0.0.1'],
  ['fastify', '127.0.0.1', 'localhost'],
] as const;

describe.each(HOSTS)(
  'a browser between apps on %s: a development primary on %s and a satellite on %s',
  (platform, primaryHost, satelliteHost) => {
    let clerk: LocalClerk;
    let primary: Site;
    let satellite: Site;

    beforeAll(async () => {
      clerk = await LocalClerk.start();
      primary = await Site.reserve(primaryHost);
      satellite = await Site.reserve(satelliteHost);
      const options = { ...clerk.options, allowedRedirectOrigins: [satellite.origin] };
      await primary.serve(platform, options, [signInController(clerk, primary.origin)]);
      const signInUrl = `${primary.origin}/sign-in`;
      const asSatellite = { isSatellite: true, domain: satelliteHost, signInUrl };
      await satellite.serve(platform, { ...clerk.options, ...asSatellite }, [LinkController]);
    });
    beforeEach(() => visitor.startOver());
    afterEach(() => {
      expect(visitor.errors.filter((text) => !/a status of 404 /.test(text))).toEqual([]);
      expect(visitor.navigations.length).toBeLessThan(MAX_NAVIGATIONS);
    });
    afterAll(async () => {
      await satellite.close();
      await primary.close();
      await clerk.stop();
    });

    async function signInFromSatellite(): Promise<void> {
      await visitor.goTo(`${satellite.origin}/guarded?tab=2`);
      expect(new URL(visitor.page.url()).origin).toBe(clerk.origin);
      await visitor.click('button', 'Ada Lovelace');
    }

    /** Whom a page of the applications shows as signed in. */
    async function userShown(): Promise<unknown> {
      const page: unknown = JSON.parse(await visitor.text());
      return typeof page === 'object' && page && 'userId' in page ? page.userId : undefined;
    }

    it('signs in on the primary and comes back to the satellite, signed in on both', async () => {
      await signInFromSatellite();
      expect(visitor.page.url()).toBe(`${satellite.origin}/guarded?tab=2&__clerk_synced=true`);
      expect([visitor.status, await userShown()]).toEqual([200, clerk.users.ada.id]);
      expect(visitor.navigations.some((url) => url.startsWith(primary.origin))).toBe(true);
      await visitor.goTo(`${primary.origin}/guarded`);
      expect([visitor.status, await userShown()]).toEqual([200, clerk.users.ada.id]);
    });

    it('is sent nowhere at its first visit', async () => {
      await visitor.goTo(`${satellite.origin}/`);
      expect(await userShown()).toBeNull();
      expect(visitor.navigations).toEqual([`${satellite.origin}/`]);
    });

    it('that follows a link from the satellite to the primary is asked about once', async () => {
      await signInFromSatellite();
      const target = `${primary.origin}/guarded`;
      await visitor.goTo(`${satellite.origin}/links?to=${encodeURIComponent(target)}`);
      // As if the seconds had passed for which redirects count as ones of a loop.
      await visitor.page.context().clearCookies({ name: '__clerk_redirect_count' });
      await visitor.click('link', 'Go there');
      expect([visitor.page.url(), await userShown()]).toEqual([target, clerk.users.ada.id]);
      const handshakes = visitor.navigations.filter((url) => url.includes('/v1/client/handshake'));
      const reasons = handshakes.map((url) => new URL(url).searchParams.get('__clerk_hs_reason'));
      // Who comes from the host of the Frontend API, whatever the port, comes from Clerk.
      const isHostOfClerk = new URL(clerk.origin).hostname === satelliteHost;
      expect(reasons).toEqual(isHostOfClerk ? [] : ['primary-domain-cross-origin-sync']);
    });
  },
);
