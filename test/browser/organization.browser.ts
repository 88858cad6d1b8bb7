import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import type { Browser } from 'playwright-core';
import { Site } from '../nest/options/multi-domain/site.js';
import { PLATFORMS } from '../nest/support/platforms.js';
import { launchChromium } from './chromium.js';
import { Visitor } from './visitor.js';

let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  browser = await launchChromium();
  visitor = await Visitor.in(browser);
});
afterAll(() => browser.close());

describe.each(PLATFORMS)(
  'a browser with an app on %s whose URLs name organizations',
  (platform) => {
    let clerk: LocalClerk;
    let site: Site;

    beforeAll(async () => {
      clerk = await LocalClerk.start();
      site = await Site.reserve('127.0.0.1');
      const organizationSyncOptions = {
        organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)'],
        personalAccountPatterns: ['/me'],
      };
      await site.serve(platform, { ...clerk.options, organizationSyncOptions });
    });
    beforeEach(() => visitor.startOver());
    afterAll(async () => {
      await site.close();
      await clerk.stop();
    });

    async function signIn(name: string): Promise<void> {
      await visitor.goTo(`${site.origin}/guarded`);
      await visitor.click('button', name);
      expect(visitor.page.url()).toBe(`${site.origin}/guarded`);
    }

    /** What a page shows, and how often Clerk was asked on the way to it. */
    async function visit(path: string) {
      // As if the seconds had passed for which redirects count as ones of a loop.
      await visitor.page.context().clearCookies({ name: '__clerk_redirect_count' });
      await visitor.goTo(`${site.origin}${path}`);
      expect([visitor.status, visitor.page.url()]).toEqual([200, `${site.origin}${path}`]);
      const shown: unknown = JSON.parse(await visitor.text());
      const handshakes = visitor.navigations.filter((url) => url.includes('/v1/client/handshake'));
      return { shown, handshakes: handshakes.length };
    }

    it('gets the organization of the URL active, and the personal account, with a handshake each', async () => {
      const { id: userId, membership } = clerk.users.ada;
      const inAcme = { userId, orgId: membership.organization.id, orgSlug: 'acme' };
      await signIn('Ada Lovelace');
      expect(await visit('/orgs/acme')).toEqual({ shown: inAcme, handshakes: 0 });
      expect(await visit('/me')).toEqual({
        shown: { userId, orgId: null, orgSlug: null },
        handshakes: 1,
      });
      expect(await visit('/orgs/acme/articles?tab=2')).toEqual({ shown: inAcme, handshakes: 1 });
    });

    it('is not sent round for ever by an organization that its user is no member of', async () => {
      await signIn('Alan Turing');
      const { shown, handshakes } = await visit('/orgs/acme');
      expect(shown).toEqual({ userId: clerk.users.alan.id, orgId: null, orgSlug: null });
      expect(handshakes).toBe(3);
    });
  },
);
