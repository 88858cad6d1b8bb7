import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { Browser, jsonOf, pathsOf } from '../../testing/browser.js';
import { PLATFORMS } from '../support/platforms.js';
import { Site } from './multi-domain/site.js';

const HANDSHAKE = '/v1/client/handshake';
const HOST = '127.0.0.1';

describe.each(PLATFORMS)('a browser on %s whose URL names the organization', (platform) => {
  let clerk: LocalClerk;
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    site = await Site.reserve(HOST);
    const organizationSyncOptions = {
      organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)', '/ids/:id'],
      personalAccountPatterns: ['/me', '/me/(.*)'],
    };
    await site.serve(platform, { ...clerk.options, organizationSyncOptions });
  });
  beforeEach(() => {
    browser = new Browser();
  });
  afterAll(async () => {
    await site.close();
    await clerk.stop();
  });

  async function signIn(user: string): Promise<void> {
    await browser.submit(`${clerk.origin}/sign-in`, { user, redirect_url: `${site.origin}/` });
  }

  /** Whose page it is and for which organization, and how often the browser was sent to Clerk. */
  async function visit(path: string) {
    browser.waitOutRedirectCounter(HOST);
    const page = await browser.open(`${site.origin}${path}`);
    expect(page.url.href).toBe(`${site.origin}${path}`);
    const handshakes = pathsOf(browser).filter((visited) => visited === HANDSHAKE).length;
    return { auth: jsonOf(page), handshakes };
  }

  it('switches to the personal account and back, each with one handshake', async () => {
    const { id: userId, membership } = clerk.users.ada;
    const inAcme = { userId, orgId: membership.organization.id, orgSlug: 'acme' };
    const alone = { userId, orgId: null, orgSlug: null };
    await signIn('ada');
    expect(await visit('/orgs/acme')).toEqual({ auth: inAcme, handshakes: 0 });
    expect(await visit('/me/settings')).toEqual({ auth: alone, handshakes: 1 });
    expect(await visit('/me')).toEqual({ auth: alone, handshakes: 0 });
    expect(await visit('/elsewhere')).toEqual({ auth: alone, handshakes: 0 });
    expect(await visit('/orgs/acme/articles?tab=2')).toEqual({ auth: inAcme, handshakes: 1 });
    expect(await visit('/me')).toEqual({ auth: alone, handshakes: 1 });
    expect(await visit(`/ids/${inAcme.orgId}`)).toEqual({ auth: inAcme, handshakes: 1 });
    expect(await visit('/elsewhere')).toEqual({ auth: inAcme, handshakes: 0 });
  });

  it.each(['/orgs/evil', '/ids/org_evil', '/orgs/__proto__', '/orgs/acme%00'])(
    'at %s, of which the user is no member, keeps the old one and goes in no endless loop',
    async (path) => {
      await signIn('ada');
      const { auth, handshakes } = await visit(path);
      expect(auth).toMatchObject({ userId: clerk.users.ada.id, orgSlug: 'acme' });
      expect(handshakes).toBe(3);
    },
  );

  it('of somebody in no organization gets into none by its address', async () => {
    await signIn('alan');
    const { organization } = clerk.users.ada.membership;
    for (const path of ['/orgs/acme', `/ids/${organization.id}`]) {
      const { auth } = await visit(path);
      expect(auth).toEqual({ userId: clerk.users.alan.id, orgId: null, orgSlug: null });
    }
  });

  it('of nobody is asked about once, and no organization is', async () => {
    const { auth } = await visit('/orgs/acme');
    expect(auth).toMatchObject({ userId: null, orgId: null });
  });
});
