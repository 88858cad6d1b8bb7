import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import type { Browser } from 'playwright-core';
import type { Quickstart } from '../../sample/01-quickstart/start.ts';
import { startQuickstart } from '../sample/environment.js';
import { launchChromium } from './chromium.js';
import { Visitor } from './visitor.js';

/** How long after a fetch of the keys none of an unknown id causes another, and a little. */
const KEY_COOL_DOWN_IN_MS = 5_100;

/** More than any sign-in takes; a browser gives up after 20. */
const MAX_NAVIGATIONS = 8;

let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  browser = await launchChromium();
  visitor = await Visitor.in(browser);
});
afterAll(() => browser.close());

describe.each(['127.0.0.1', 'localhost'])(
  'with the quickstart on %s, a restarted Clerk',
  (host) => {
    let quickstart: Quickstart;
    let before: LocalClerk;
    let after: LocalClerk;
    let dashboard: string;

    beforeEach(async () => {
      // Clerk at an origin of its own: behind the application's proxy its old keys would be the news.
      const started = await startQuickstart({ isOneOrigin: false });
      quickstart = started;
      before = started.localClerk;
      dashboard = `${quickstart.origin.replace('localhost', host)}/dashboard`;
      quickstart.app.useLogger(false);
      await visitor.startOver();
      await visitor.goTo(dashboard);
      await visitor.click('button', 'Ada Lovelace');
      expect(await visitor.heading()).toBe('Ada Lovelace');
    });
    afterEach(async () => {
      await after.stop();
      await quickstart.stop();
      const unexpected = visitor.errors.filter((text) => !/a status of (401|503) /.test(text));
      expect(unexpected).toEqual([]);
    });

    describe('with a new secret key', () => {
      beforeEach(() => restart());

      it('says that Clerk could not be asked, while the old token lives', async () => {
        await visitor.goTo(dashboard);
        await visitor.screenshot(`${host}-restarted-token-alive`);
        expect(visitor.status).toBe(503);
        expect(await visitor.text()).toContain('the keys in CLERK_* are not those of the instance');
        expectNoLoop();
      });

      it('says that the secret key is refused, once it has expired', async () => {
        await visitor.outliveToken(before);
        await visitor.goTo(dashboard);
        await visitor.screenshot(`${host}-restarted-new-secret`);
        expect(visitor.status).toBe(503);
        expect(await visitor.text()).toMatch(
          /The secret key is not the one of.*restart your application.*CLERK_SECRET_KEY/,
        );
        expectNoLoop();
      });

      it('says the same to whoever comes anew and signs in', async () => {
        await visitor.startOver();
        await visitor.goTo(`${after.origin}/sign-in?redirect_url=${encodeURIComponent(dashboard)}`);
        await visitor.click('button', 'Ada Lovelace');
        expect(visitor.status).toBe(503);
        expect(await visitor.text()).toMatch(
          /The secret key is not the one of.*restart your application.*CLERK_SECRET_KEY/,
        );
        expectNoLoop();
      });
    });

    describe('with the same secret key and a new signing key', () => {
      beforeEach(() => restart(before.secretKey));

      it('leads to sign in again, which works once the app may look for new keys', async () => {
        await visitor.outliveToken(before);
        await visitor.goTo(dashboard);
        await visitor.screenshot(`${host}-restarted-new-signing-key`);
        expectSignInPage();
        expectNoLoop();

        await visitor.click('button', 'Ada Lovelace');
        await visitor.screenshot(`${host}-restarted-signed-in-too-early`);
        expectNoLoop();
        // On a slow machine the cool-down is over by now.
        if ((await visitor.heading()) !== 'Ada Lovelace') {
          expectSignInPage();
          await setTimeout(KEY_COOL_DOWN_IN_MS);
          await visitor.click('button', 'Ada Lovelace');
        }
        expect([visitor.status, await visitor.heading()]).toEqual([200, 'Ada Lovelace']);
        expectNoLoop();
      });
    });

    /** Stops Clerk and starts it on the same port, with the same publishable key. */
    async function restart(secretKey?: string): Promise<void> {
      await before.stop();
      after = await LocalClerk.start({
        port: before.port,
        instance: new LocalInstance({ secretKey }),
      });
      expect(after.publishableKey).toBe(before.publishableKey);
    }

    function expectSignInPage(): void {
      const { origin, pathname } = new URL(visitor.page.url());
      expect([visitor.status, origin, pathname]).toEqual([200, after.origin, '/sign-in']);
    }

    function expectNoLoop(): void {
      expect(visitor.navigations.length).toBeLessThan(MAX_NAVIGATIONS);
    }
  },
);
