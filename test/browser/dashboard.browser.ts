import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalClerk } from 'clerk-nestjs/testing';
import type { Browser } from 'playwright-core';
import type { Quickstart } from '../../sample/01-quickstart/start.ts';
import { startQuickstart } from '../sample/environment.js';
import { launchChromium } from './chromium.js';
import { Visitor } from './visitor.js';

let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  browser = await launchChromium();
  visitor = await Visitor.in(browser);
});
afterAll(() => browser.close());

// LocalClerk is on localhost: another site than the first host, the same as the second.
describe.each(['127.0.0.1', 'localhost'])('a browser with the quickstart on %s', (host) => {
  let quickstart: Quickstart;
  let localClerk: LocalClerk;
  let app: string;

  beforeAll(async () => {
    const started = await startQuickstart();
    quickstart = started;
    localClerk = started.localClerk;
    app = quickstart.origin.replace('localhost', host);
  });
  afterAll(() => quickstart.stop());
  beforeEach(() => visitor.startOver());
  afterEach(() => {
    const unexpected = visitor.errors.filter((text) => !/a status of 40[13] /.test(text));
    expect(unexpected).toEqual([]);
  });

  it('gets from the home page over the sign-in page to the dashboard', async () => {
    await visitor.goTo(app);
    await visitor.screenshot(`${host}-home-signed-out`);
    expect(await visitor.text()).toContain('Signed out');
    await visitor.click('link', 'sign in to your dashboard');
    await visitor.screenshot(`${host}-sign-in`);
    expectSignInPage();
    await visitor.click('button', 'Ada Lovelace');
    await visitor.screenshot(`${host}-dashboard-ada`);
    await expectDashboardOf('Ada Lovelace');
    expect(await visitor.text()).toContain('org:articles:manage');
    await visitor.goTo(app);
    await visitor.screenshot(`${host}-home-signed-in`);
    expect(await visitor.text()).toContain(localClerk.users.ada.id);
  });

  it('shows Ada what her permission is for', async () => {
    await signIn('Ada Lovelace');
    await visitor.click('link', 'Who wrote what');
    expect([visitor.status, await visitor.heading()]).toEqual([200, 'Who wrote what']);
  });

  it('shows Grace, who lacks the permission, a page that says so', async () => {
    await signIn('Grace Hopper');
    await visitor.screenshot(`${host}-dashboard-grace`);
    await visitor.click('link', 'Who wrote what');
    await visitor.screenshot(`${host}-refused-grace`);
    expect([visitor.status, await visitor.heading()]).toEqual([403, 'Not for you']);
  });

  it('creates an article by form', async () => {
    await signIn('Ada Lovelace');
    await visitor.page.getByLabel('New article').fill('Notes on the engine');
    await visitor.click('button', 'Create');
    await visitor.screenshot(`${host}-article`);
    await expectDashboardOf('Ada Lovelace');
    expect(await visitor.page.getByRole('listitem').allInnerTexts()).toContain(
      'Notes on the engine',
    );
  });

  it('renews an expired token on the way, without a sign-in', async () => {
    await signIn('Ada Lovelace');
    await visitor.outliveToken(localClerk);
    await visitor.goTo(`${app}/dashboard`);
    await expectDashboardOf('Ada Lovelace');
    const paths = visitor.navigations.map((url) => new URL(url).pathname);
    expect(paths).toEqual([
      '/dashboard',
      '/__clerk/v1/client/handshake',
      '/dashboard',
      '/dashboard',
    ]);
  });

  it.each(['/api/me', '/dashboard'])(
    'gets 401 and no redirect for a fetch of %s with an expired token',
    async (path) => {
      await signIn('Ada Lovelace');
      expect(await fetchFromPage(path)).toMatchObject({ status: 200 });
      await visitor.outliveToken(localClerk);
      expect(await fetchFromPage(path)).toEqual({ status: 401, redirected: false, type: 'basic' });
    },
  );

  it('says what to do when the form was open for longer than the token lives', async () => {
    await signIn('Ada Lovelace');
    await visitor.page.getByLabel('New article').fill('Too late');
    await visitor.outliveToken(localClerk);
    await visitor.click('button', 'Create');
    await visitor.screenshot(`${host}-too-late`);
    expect([visitor.status, await visitor.heading()]).toEqual([401, 'Not signed in']);
    await visitor.click('link', 'Open your dashboard');
    await expectDashboardOf('Ada Lovelace');
  });

  it('signs out, and has to sign in again', async () => {
    await signIn('Ada Lovelace');
    await visitor.click('link', 'Sign out');
    expectSignInPage();
    await visitor.goTo(`${app}/dashboard`);
    expectSignInPage();
    await visitor.click('button', 'Grace Hopper');
    await expectDashboardOf('Grace Hopper');
  });

  async function signIn(name: string): Promise<void> {
    await visitor.goTo(`${app}/dashboard`);
    await visitor.click('button', name);
    await expectDashboardOf(name);
  }

  function fetchFromPage(path: string) {
    return visitor.page.evaluate(async (url) => {
      const { status, redirected, type } = await fetch(url);
      return { status, redirected, type };
    }, path);
  }

  function expectSignInPage(): void {
    const { origin, pathname } = new URL(visitor.page.url());
    expect([visitor.status, origin, pathname]).toEqual([200, app, '/__clerk/sign-in']);
  }

  async function expectDashboardOf(name: string): Promise<void> {
    expect([visitor.status, visitor.page.url()]).toEqual([200, `${app}/dashboard`]);
    expect(await visitor.heading()).toBe(name);
  }
});
