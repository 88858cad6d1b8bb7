import { join } from 'node:path';
import type { LocalClerk } from 'clerk-nestjs/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expired } from '../sample/expired-token.js';

/** Somebody with a browser: cookies of their own, and a record of what happened. */
export class Visitor {
  /** The URLs that the page went through since the last {@link goTo} or click, redirects included. */
  navigations: string[] = [];
  /** The status that the last navigation ended in. */
  status = 0;
  /** What went to the console as an error, and exceptions in the page. */
  errors: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('request', (request) => {
      if (request.isNavigationRequest()) this.navigations.push(request.url());
    });
    page.on('response', (response) => {
      if (response.request().isNavigationRequest()) this.status = response.status();
    });
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /** Opens a window. */
  static async in(browser: Browser): Promise<Visitor> {
    const context = await browser.newContext();
    context.setDefaultTimeout(20_000);
    return new Visitor(context, await context.newPage());
  }

  /** Becomes somebody who has never been anywhere, in the same window: another takes its time. */
  async startOver(): Promise<void> {
    await this.page.goto('about:blank');
    await this.context.clearCookies();
    this.errors = [];
  }

  /** Enters an address. */
  async goTo(url: string): Promise<void> {
    this.navigations = [];
    await this.page.goto(url);
  }

  /** Clicks a link or a button that leads to another page, and waits for that. */
  async click(role: 'link' | 'button', name: string): Promise<void> {
    this.navigations = [];
    const loaded = this.page.waitForEvent('load');
    await this.page.getByRole(role, { name }).click();
    await loaded;
  }

  /** The heading that says which page this is. */
  async heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** Everything that the page says. */
  text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** Lets the minute pass that a session token lives. */
  async outliveToken(localClerk: LocalClerk): Promise<void> {
    const cookies = await this.context.cookies();
    const tokens = cookies.filter(({ name }) => name.startsWith('__session'));
    if (tokens.length === 0) throw new Error('The visitor has no session token.');
    for (const cookie of tokens) cookie.value = expired(cookie.value, localClerk);
    await this.context.addCookies(tokens);
  }

  /** Takes a picture for people, in the folder that SCREENSHOTS names. */
  async screenshot(name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS;
    if (folder) await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
}
