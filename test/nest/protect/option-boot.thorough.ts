import { afterEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { ClerkModule, type ProtectRule } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp } from '../support/platforms.js';
import { ask, PAGE } from './requests.js';
import { instance, jwtKey, publishableKey, SECRET, startSite } from './site.js';

const OPTIONS = { publishableKey, jwtKey, enableHandshake: false };
const protect = ['/api/admin(.*)', '/files/(.*)'];

@Injectable()
class Keys {
  readonly options = OPTIONS;
  createClerkOptions() {
    return OPTIONS;
  }
}

@Module({ providers: [Keys], exports: [Keys] })
class KeysModule {}

const ASYNC = {
  useFactory: { useFactory: () => OPTIONS },
  'an async useFactory': { useFactory: async () => Promise.resolve(OPTIONS) },
  'useFactory with an injected class': {
    imports: [KeysModule],
    inject: [Keys],
    useFactory: ({ options }: Keys) => options,
  },
  useClass: { useClass: Keys },
  'a function for each request': { useFactory: () => () => Promise.resolve(OPTIONS) },
};

describe.each(PLATFORMS)('the extra protect on %s', (platform) => {
  let running: RunningApp | undefined;

  afterEach(async () => {
    await running?.app.close();
    running = undefined;
  });

  const statusOf = async (path: string, token?: string, asking = {}) =>
    (await ask(`${running?.origin}${path}`, asking, token)).status;

  async function expectProtected() {
    const token = instance.mintSessionToken('ada');
    for (const path of ['/api/admin', '/files/report.txt']) {
      expect(await statusOf(path)).toBe(401);
      expect(await statusOf(path, token)).toBe(200);
    }
    expect(await statusOf('/api/open')).toBe(200);
  }

  it.each(Object.entries(ASYNC))('stands beside %s in forRootAsync()', async (_name, options) => {
    const module = ClerkModule.forRootAsync({ ...options, protect });
    running = await startSite(platform, '/unused', { module });
    await expectProtected();
  });

  it('stands beside the function of forRoot()', async () => {
    const module = ClerkModule.forRoot(() => OPTIONS, { protect });
    running = await startSite(platform, '/unused', { module });
    await expectProtected();
  });

  it('takes programs for let on where the application takes them', async () => {
    const clerk = await LocalClerk.start();
    const module = ClerkModule.forRoot({ ...clerk.options, acceptsToken: 'api_key', protect });
    running = await startSite(platform, '/unused', { module });
    const { token } = clerk.createApiKey({ subject: 'ada' });
    expect(await statusOf('/files/report.txt', token)).toBe(200);
    expect(await statusOf('/files/report.txt', clerk.mintSessionToken('ada'))).toBe(401);
    await clerk.stop();
  });

  it('answers 503 while Clerk is out of reach: neither on nor to sign in', async () => {
    const clerk = await LocalClerk.start();
    const token = clerk.mintSessionToken('ada');
    const module = ClerkModule.forRoot({ ...clerk.options, protect });
    running = await startSite(platform, '/unused', { module });
    await clerk.stop();
    for (const path of ['/api/admin', '/files/report.txt']) {
      for (const asking of [{}, PAGE]) {
        const response = await ask(`${running.origin}${path}`, asking, token);
        expect([response.status, response.headers.get('location')]).toEqual([503, null]);
        expect(await response.text()).not.toContain(SECRET);
      }
    }
  });

  it('takes a session with tasks left for none, and sends it to its tasks', async () => {
    running = await startSite(platform, protect);
    const pending = instance.mintSessionToken('ada', { sts: 'pending' });
    expect(await statusOf('/files/report.txt', pending)).toBe(401);
    const page = await ask(`${running.origin}/files/report.txt`, PAGE, pending);
    const portal = 'https://local-clerk-1.accounts.dev/sign-in/tasks?redirect_url=';
    expect(page.headers.get('location')).toMatch(portal);
  });
});

/** What untyped code, or a variable that is not set, gives. */
const BAD: readonly [string, unknown][] = [
  ['null', null],
  ['an empty list', []],
  ['a blank pattern', ''],
  ['a list with a hole', [process.env.NOT_SET]],
  ['true', true],
  ['false', false],
  ['an empty object', {}],
  ['a misspelt object', { exclude: ['/'] }],
  ['exceptions that are not set', { except: process.env.NOT_SET }],
  ['no exceptions', { except: [] }],
  ['more than exceptions', { except: ['/'], only: ['/admin'] }],
  ['a function in a list', [() => true]],
  ['a path without its slash', 'admin(.*)'],
  ['a pattern that is broken', '/admin('],
];

describe('a rule that can not be meant', () => {
  it.each(BAD)('is refused: %s', (_what, rule) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what untyped callers give
    const given = { ...OPTIONS, protect: rule as ProtectRule };
    expect(() => ClerkModule.forRoot(given)).toThrow(/protect/);
  });

  it('is refused among what useFactory returns, where it would be read too late', async () => {
    const late = { ...OPTIONS, protect: ['/admin'] };
    const module = ClerkModule.forRootAsync({ useFactory: () => late });
    await expect(startSite('express', '/unused', { module })).rejects.toThrow(/protect/);
  });
});
