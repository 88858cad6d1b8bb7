import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { AppServers } from './app-servers.js';
import { Browser, jsonOf, pathsOf } from './browser.js';
import { expressApp } from './vendor-apps.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

const HOST = '127.0.0.1';
const HANDSHAKE = '/v1/client/handshake';
const apps = new AppServers();
let clerk: LocalClerk;
let app: string;
let browser: Browser;
beforeAll(async () => {
  clerk = await LocalClerk.start();
  const organizationSyncOptions = {
    organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)', '/ids/:id'],
    personalAccountPatterns: ['/me', '/me/(.*)'],
  };
  app = await apps.start(expressApp(clerk, { organizationSyncOptions }), HOST);
});
beforeEach(() => {
  browser = new Browser();
});
afterAll(async () => {
  apps.stop();
  await clerk.stop();
});

async function signIn(user: string): Promise<void> {
  await browser.submit(`${clerk.origin}/sign-in`, { user, redirect_url: `${app}/` });
}

/** Who is shown as signed in where, and how often the browser was sent to LocalClerk on the way. */
async function visit(path: string) {
  browser.waitOutRedirectCounter(HOST);
  const page = await browser.open(`${app}${path}`);
  expect(page.url.href).toBe(`${app}${path}`);
  const handshakes = pathsOf(browser).filter((visited) => visited === HANDSHAKE).length;
  return { auth: jsonOf(page), handshakes };
}

describe("organization sync of the vendor's Express middleware", () => {
  it('switches to the personal account and back by slug, each with one handshake', async () => {
    const userId = clerk.users.ada.id;
    await signIn('ada');
    expect(await visit('/orgs/acme')).toEqual({ auth: { userId, orgSlug: 'acme' }, handshakes: 0 });
    expect(await visit('/me')).toEqual({ auth: { userId }, handshakes: 1 });
    expect(await visit('/me/settings')).toEqual({ auth: { userId }, handshakes: 0 });
    expect(await visit('/orgs/acme/articles')).toEqual({
      auth: { userId, orgSlug: 'acme' },
      handshakes: 1,
    });
  });

  it('switches by id, and what was switched to stays elsewhere', async () => {
    const userId = clerk.users.ada.id;
    await signIn('ada');
    await visit('/me');
    expect(await visit('/')).toEqual({ auth: { userId }, handshakes: 0 });
    const path = `/ids/${clerk.users.ada.membership.organization.id}`;
    const auth = { userId, orgSlug: 'acme' };
    expect(await visit(path)).toEqual({ auth, handshakes: 1 });
    expect(await visit('/')).toEqual({ auth, handshakes: 0 });
  });

  it('is the business of one browser', async () => {
    await signIn('grace');
    const first = browser;
    browser = new Browser();
    await signIn('grace');
    await visit('/me');
    browser = first;
    expect(await visit('/')).toMatchObject({ auth: { orgSlug: 'acme' } });
  });

  it('of a signed-out browser changes nothing', async () => {
    expect(await visit('/orgs/acme')).toMatchObject({ auth: { userId: null } });
    await signIn('alan');
    expect(await visit('/')).toEqual({ auth: { userId: clerk.users.alan.id }, handshakes: 0 });
  });
});

describe('an attack by organization sync', () => {
  it('that names an organization the user is not in ends without it, and in no circle', async () => {
    const userId = clerk.users.alan.id;
    const { organization } = clerk.users.ada.membership;
    await signIn('alan');
    for (const path of ['/orgs/acme', `/ids/${organization.id}`]) {
      expect(await visit(path)).toEqual({ auth: { userId }, handshakes: 3 });
    }
  });

  it('that names an organization that does not exist leaves the active one', async () => {
    await signIn('ada');
    const userId = clerk.users.ada.id;
    for (const path of ['/orgs/evil', '/ids/org_evil', '/orgs/__proto__']) {
      const { auth } = await visit(path);
      expect(auth).toEqual({ userId, orgSlug: 'acme' });
    }
  });
});
