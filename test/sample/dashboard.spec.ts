import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalClerk } from 'clerk-nestjs/testing';
import type { Quickstart } from '../../sample/01-quickstart/start.ts';
import { Browser, type VisitedPage } from '../testing/browser.js';
import { resetEnvironment, startQuickstart } from './environment.js';
import { expired } from './expired-token.js';

describe.each(['localhost', '127.0.0.1'])('the dashboard of a quickstart on %s', (host) => {
  let quickstart: Quickstart;
  let localClerk: LocalClerk;
  let dashboard: string;
  let browser: Browser;

  beforeAll(async () => {
    const started = await startQuickstart();
    quickstart = started;
    localClerk = started.localClerk;
    dashboard = `${quickstart.origin.replace('localhost', host)}/dashboard`;
  });
  afterAll(async () => {
    await quickstart.stop();
    resetEnvironment();
  });
  beforeEach(() => {
    browser = new Browser();
  });

  it('signs in, renews itself and signs out with a cookie jar and redirects only', async () => {
    const signInPage = await browser.open(dashboard);
    expectSignInPage(signInPage);

    const first = await pick('ada', signInPage);
    expectDashboardOf('Ada Lovelace', first);

    expireToken();
    expectDashboardOf('Ada Lovelace', await browser.open(dashboard));
    expect(browser.trail.join(' ')).toMatch(/client\/handshake.*session-token-expired/);
    expect(browser.trail.join(' ')).not.toContain('/sign-in');

    expectSignInPage(await browser.open(signOutLink(first)));
    expectSignInPage(await browser.open(dashboard));
  });

  it('shows the organization, the role, the permissions and the life of the token', async () => {
    const { text } = await signIn('ada');
    const { organization, role } = localClerk.users.ada.membership;
    for (const fact of [organization.id, role, 'org:articles:read', 'org:articles:manage']) {
      expect(text).toContain(fact);
    }
    const [, seconds] = /<strong>(\d+) seconds/.exec(text) ?? [];
    expect(Number(seconds)).toBeGreaterThan(50);
    expect(Number(seconds)).toBeLessThanOrEqual(60);
  });

  it('creates an article by form and shows it', async () => {
    await signIn('ada');
    const page = await browser.submit(`${dashboard}/articles`, { title: 'On <b>engines</b>' });
    expectDashboardOf('Ada Lovelace', page);
    expect(browser.trail).toEqual([`${dashboard}/articles`, dashboard]);
    expect(page.text).toContain('<li>On &lt;b&gt;engines&lt;/b&gt;</li>');
    expect((await browser.open(`${dashboard}/manage`)).text).toContain(localClerk.users.ada.id);
  });

  it('refuses Grace, who may only read, by a page', async () => {
    const page = await signIn('grace');
    expectDashboardOf('Grace Hopper', page);
    expect(page.text).not.toContain('<form');
    expect(page.text).toContain('href="/dashboard/manage"');
    const refused = [
      await browser.open(`${dashboard}/manage`),
      await browser.submit(`${dashboard}/articles`, { title: 'Compilers' }),
    ];
    for (const { status, text, headers } of refused) {
      expect(status).toBe(403);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).toContain('Not for you');
    }
  });

  it('shows Alan, who is in no organization, no articles', async () => {
    await signIn('ada');
    await browser.submit(`${dashboard}/articles`, { title: 'Internal' });
    browser = new Browser();
    const page = await signIn('alan');
    expectDashboardOf('Alan Turing', page);
    expect(page.text).not.toContain('Internal');
  });

  it('tells whoever sends a form with an expired token what to do, and creates nothing', async () => {
    await signIn('ada');
    expireToken();
    const page = await browser.submit(`${dashboard}/articles`, { title: 'Too late' });
    expect(page.status).toBe(401);
    expect(page.headers.get('www-authenticate')).toBe('Bearer realm="clerk"');
    expect(page.text).toContain('Your session needs to be renewed first');
    expect((await browser.open(dashboard)).text).not.toContain('Too late');
  });

  it('answers 401 to requests that are no documents', async () => {
    for (const path of ['', '/manage']) {
      const response = await fetch(dashboard + path, { redirect: 'manual' });
      expect(response.status).toBe(401);
    }
  });

  async function signIn(user: string): Promise<VisitedPage> {
    return pick(user, await browser.open(dashboard));
  }

  /** Sends the sign-in page's form, with what is in it. */
  function pick(user: string, { url, text }: VisitedPage): Promise<VisitedPage> {
    const [, redirectUrl = ''] = /name="redirect_url" value="([^"]*)"/.exec(text) ?? [];
    const [, action = ''] = /<form method="post" action="([^"]*)"/.exec(text) ?? [];
    return browser.submit(new URL(action, url), { user, redirect_url: redirectUrl });
  }

  function expireToken(): void {
    for (const [name, value] of Object.entries(browser.cookies(host))) {
      if (name.startsWith('__session')) browser.setCookie(host, name, expired(value, localClerk));
    }
  }

  function expectSignInPage({ status, url, text }: VisitedPage): void {
    const { origin } = new URL(dashboard);
    expect([status, url.origin, url.pathname]).toEqual([200, origin, '/__clerk/sign-in']);
    expect(text).toContain('Pick a user.');
  }

  function expectDashboardOf(name: string, { status, url, text }: VisitedPage): void {
    expect([status, url.href]).toEqual([200, dashboard]);
    expect(text).toContain(`<h1>${name}</h1>`);
  }
});

function signOutLink({ text }: VisitedPage): string {
  const [, href] = /href="([^"]*\/sign-out[^"]*)"/.exec(text) ?? [];
  if (href === undefined) throw new Error('The page has no link to sign out by.');
  return href.replaceAll('&amp;', '&');
}
