import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClerkClient } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';

import { type Quickstart, start } from '../../sample/01-quickstart/start.ts';
import { Browser, type VisitedPage } from '../testing/browser.js';
import { resetEnvironment, startQuickstart } from './environment.js';

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
