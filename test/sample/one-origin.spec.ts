import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalClerk } from 'clerk-nestjs/testing';
import type { Quickstart } from '../../sample/01-quickstart/start.ts';
import { Browser } from '../testing/browser.js';
import { resetEnvironment, startQuickstart } from './environment.js';

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
