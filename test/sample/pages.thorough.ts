import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { start } from '../../sample/01-quickstart/start.ts';
import type { Quickstart } from '../../sample/01-quickstart/start.ts';
import { Browser } from '../testing/browser.js';
import type { VisitedPage } from '../testing/browser.js';
import { resetEnvironment, startQuickstart } from './environment.js';
import { expired } from './expired-token.js';
import { createClerkClient } from 'clerk-nestjs';

describe('the dashboard', () => {
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
});

describe('the quickstart on one origin', () => {
  let quickstart: Quickstart;
  let localClerk: LocalClerk;

  beforeAll(async () => {
    const started = await startQuickstart();
    quickstart = started;
    localClerk = started.localClerk;
  });
  afterAll(async () => {
    await quickstart.stop();
    resetEnvironment();
  });

  it('signs in, renews itself and signs out without the browser ever leaving it', async () => {
    const { origin } = quickstart;
    const browser = new Browser();
    const visited: string[] = [];
    const note = <Page>(page: Page): Page => {
      visited.push(...browser.trail);
      return page;
    };
    const signIn = note(await browser.open(`${origin}/dashboard`));
    expect(signIn.url.pathname).toBe('/__clerk/sign-in');
    const form = { user: 'ada', redirect_url: `${origin}/dashboard` };
    const dashboard = note(await browser.submit(`${origin}/__clerk/sign-in`, form));
    expect(dashboard.text).toContain('<h1>Ada Lovelace</h1>');
    const [, link = ''] = /href="([^"]*\/sign-out[^"]*)"/.exec(dashboard.text) ?? [];
    expect(new URL(link).origin).toBe(origin);
    const out = note(await browser.open(link.replaceAll('&amp;', '&')));
    expect(out.url.pathname).toBe('/__clerk/sign-in');
    expect(visited.length).toBeGreaterThan(6);
    expect(visited.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  });

  it('answers below /__clerk/v1 what the Frontend API answers', async () => {
    const url = `${quickstart.origin}/__clerk/v1/dev_browser`;
    const response = await fetch(url, { method: 'POST' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ object: 'dev_browser' });
  });

  it('hands out no tokens of users there', async () => {
    const tokens = await fetch(`${quickstart.origin}/__clerk/local/tokens/ada`);
    expect(tokens.status).toBe(404);
    expect((await fetch(`${localClerk.origin}/local/tokens/ada`)).status).toBe(200);
  });

  it('needs no proxyUrl, as that follows from the proxy', () => {
    expect(process.env.CLERK_PROXY_URL).toBeUndefined();
    expect(process.env.CLERK_FAPI_URL).toBe(localClerk.origin);
  });
});

describe('the events of the quickstart', () => {
  let quickstart: Quickstart;
  let localClerk: LocalClerk;
  let browser: Browser;

  beforeAll(async () => {
    const started = await startQuickstart();
    quickstart = started;
    localClerk = started.localClerk;
    // The handler that fails on purpose is logged with its stack.
    quickstart.app.useLogger(false);
  });
  afterAll(async () => {
    await quickstart.stop();
    resetEnvironment();
  });
  beforeEach(() => {
    browser = new Browser();
  });

  it('list a user created through the client once, after a handler that failed the first time', async () => {
    const clerk = createClerkClient(localClerk.options);
    const { id } = await clerk.users.createUser({ emailAddress: ['client@example.com'] });
    await localClerk.webhooks.settled();
    const delivery = localClerk.webhooks.deliveries().find(({ type }) => type === 'user.created');
    expect(delivery).toMatchObject({ attempts: 2, status: 'delivered', lastStatus: 200 });

    const { text } = await openAs('ada');
    expect(rowsAbout(text, id)).toHaveLength(1);
    expect(rowsAbout(text, id)[0]).toContain('user.created');
    expect(rowsAbout(text, id)[0]).toMatch(/Delivered 2×: a handler failed the first time/);
    expect(text.split(delivery?.id ?? 'no id')).toHaveLength(2);
  });

  it('list a user created by the button on the page', async () => {
    const { status, text } = await openAs('ada');
    expect(status).toBe(200);
    expect(text).toContain('<form method="post" action="/events/users">');
    const before = localClerk.instance.store.listUsers().length;
    const page = await browser.submit(`${quickstart.origin}/events/users`, {});
    expect(page.url.href).toBe(`${quickstart.origin}/events?follow`);
    expect(page.headers.get('refresh')).toBe('3');
    await localClerk.webhooks.settled();
    const created = localClerk.instance.store.listUsers().slice(before);
    expect(created).toHaveLength(1);
    const listed = await browser.open(`${quickstart.origin}/events`);
    expect(rowsAbout(listed.text, created[0]?.id ?? 'nobody')).toHaveLength(1);
  });

  it('list who signs in', async () => {
    await openAs('ada');
    await localClerk.webhooks.settled();
    const { text } = await browser.open(`${quickstart.origin}/events`);
    expect(text).toContain('<code>session.created</code>');
    expect(text).not.toContain('Nothing so far');
  });

  it('list an event that is replayed no second time', async () => {
    const sessions = localClerk.webhooks.deliveries();
    const { id } = sessions.at(-1) ?? { id: 'none' };
    localClerk.webhooks.replay(id);
    await localClerk.webhooks.settled();
    const { text } = await openAs('ada');
    expect(text.split(id)).toHaveLength(2);
  });

  it('are a page without scripts or secrets, which moves only where that is asked for', async () => {
    const page = await openAs('ada');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.has('refresh')).toBe(false);
    expect(page.text).not.toMatch(/<script|<img|\son\w+=|http-equiv/);
    for (const secret of [localClerk.webhookSigningSecret, localClerk.secretKey]) {
      expect(page.text).not.toContain(secret);
    }
    expect(page.text).toContain('href="/events?follow"');
  });

  it('are for admins: others are refused by a page, and create nobody', async () => {
    const before = localClerk.instance.store.listUsers().length;
    const page = await openAs('grace');
    expect(page.status).toBe(403);
    expect(page.text).toContain('Not for you');
    const posted = await browser.submit(`${quickstart.origin}/events/users`, {});
    expect(posted.status).toBe(403);
    const init = { method: 'POST' };
    expect((await fetch(`${quickstart.origin}/events/users`, init)).status).toBe(401);
    expect(localClerk.instance.store.listUsers()).toHaveLength(before);
  });

  it('are taken in from nobody who can not sign them', async () => {
    const { text: before } = await openAs('ada');
    const response = await fetch(`${quickstart.origin}/webhooks/clerk`, {
      method: 'POST',
      headers: { 'svix-id': 'msg_forged', 'svix-timestamp': '1', 'svix-signature': 'v1,AAAA' },
      body: '{"type":"user.created","data":{"id":"user_forged"}}',
    });
    expect(response.status).toBe(400);
    expect(before + (await openAs('ada')).text).not.toContain('forged');
  });

  async function openAs(user: string): Promise<VisitedPage> {
    const url = `${quickstart.origin}/events`;
    const signIn = await browser.open(url);
    if (signIn.url.pathname === '/events') return signIn;
    const { origin, pathname } = signIn.url;
    return browser.submit(origin + pathname, { user, redirect_url: url });
  }

  /** The rows of the table that are about something. */
  function rowsAbout(text: string, id: string): string[] {
    return text.split('<tr>').filter((row) => row.includes(`<td><code>${id}</code></td>`));
  }
});

describe('with keys of Clerk in the environment', () => {
  let elsewhere: LocalClerk;
  let quickstart: Quickstart;

  beforeAll(async () => {
    elsewhere = await LocalClerk.start();
  });
  beforeEach(resetEnvironment);
  afterAll(async () => {
    await elsewhere.stop();
    resetEnvironment();
  });

  it('no user is created by the page, as it would be a real one', async () => {
    Object.assign(process.env, elsewhere.env);
    quickstart = await start();
    const headers = { Authorization: `Bearer ${elsewhere.mintSessionToken('ada')}` };
    const page = await (await fetch(`${quickstart.origin}/events`, { headers })).text();
    const init = { method: 'POST', headers };
    const posted = await fetch(`${quickstart.origin}/events/users`, init);
    await quickstart.stop();
    expect(page).toContain('What has arrived');
    expect(page).not.toContain('<form');
    expect(posted.status).toBe(403);
    expect(elsewhere.instance.store.listUsers()).toHaveLength(3);
  });

  it('there are no events without the secret of an endpoint', async () => {
    const { CLERK_WEBHOOK_SIGNING_SECRET: _none, ...keys } = elsewhere.env;
    Object.assign(process.env, keys);
    quickstart = await start();
    const statuses = await Promise.all([
      fetch(`${quickstart.origin}/events`).then(({ status }) => status),
      fetch(`${quickstart.origin}/webhooks/clerk`, { method: 'POST' }).then(({ status }) => status),
    ]);
    await quickstart.stop();
    expect(statuses).toEqual([404, 404]);
  });
});
