import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { NOW } from './support/engine.js';
import { DEVELOPMENT, PRODUCTION, SYNC, verdictOn, visit } from './support/referred.js';
import type { PairSettings } from './support/verdict-pair.js';

beforeAll(() => {
  // The vendor reads the time by itself.
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterAll(() => {
  jest.restoreAllMocks();
});

describe('who comes from Clerk’s own pages is not synced again', () => {
  test.each<[settings: PairSettings, referrer: string, word: string]>([
    [PRODUCTION, 'https://accounts.example.com/user', 'signed-in'],
    [PRODUCTION, 'https://clerk.example.com/v1/x', 'signed-in'],
    [PRODUCTION, 'http://clerk.example.com:8080/', 'signed-in'],
    [DEVELOPMENT, 'https://quick-fox-1.accounts.dev/sign-in', 'signed-in'],
    [DEVELOPMENT, 'https://quick-fox-1.clerk.accounts.dev/', 'signed-in'],
    [DEVELOPMENT, 'https://other-cat-2.accounts.dev/', 'signed-in'],
    [DEVELOPMENT, 'https://accounts.foo.bar-13.lcl.dev/', 'signed-in'],
    [DEVELOPMENT, 'https://accounts.foo.lclstage.dev/', 'signed-in'],
    [DEVELOPMENT, 'https://accounts.foo.lclclerk.com/', 'signed-in'],
    [DEVELOPMENT, 'https://foo.accountsstage.dev/', 'signed-in'],
    [DEVELOPMENT, 'https://foo.accounts.lclclerk.com/', 'signed-in'],
    [
      { ...DEVELOPMENT, host: 'a.clerk.accountsstage.dev' },
      'https://a.accountsstage.dev/',
      'signed-in',
    ],
    [
      { ...PRODUCTION, host: 'a.clerk.accountsstage.dev' },
      'https://a.accountsstage.dev/',
      'signed-in',
    ],
    [{ ...PRODUCTION, host: 'a.clerk.accounts.dev' }, 'https://a.accounts.dev/', 'signed-in'],
    [{ ...PRODUCTION, host: 'api.example.com' }, 'https://api.example.com/', 'signed-in'],
    [
      { ...PRODUCTION, proxyUrl: 'https://app.example/__clerk' },
      'https://app.example/x',
      'signed-in',
    ],
    [
      { ...PRODUCTION, proxyUrl: 'https://app.example/__clerk' },
      'https://accounts.example.com/',
      SYNC,
    ],
    [
      { ...PRODUCTION, proxyUrl: 'https://app.example/__clerk' },
      'https://clerk.example.com/',
      SYNC,
    ],
    [{ ...PRODUCTION, proxyUrl: '/__clerk' }, 'https://accounts.example.com/', SYNC],
    [{ ...PRODUCTION, proxyUrl: '/__clerk' }, 'https://localhost:4000/', 'signed-in'],
    [{ ...DEVELOPMENT, proxyUrl: '/__clerk' }, 'https://quick-fox-1.accounts.dev/', 'signed-in'],
  ])('%j, from %s: %s', async (settings, referrer, word) => {
    expect(await verdictOn(visit(referrer), settings)).toBe(word);
  });
});

describe('a look-alike of Clerk’s pages is trusted no more than any other', () => {
  test.each([
    'https://accounts.example.com.evil.example/',
    'https://clerk.example.com.evil.example/',
    'https://evil-accounts.example.com/',
    'https://evil.accounts.example.com/',
    'https://accounts.example.com:8443/',
    'http://accounts.example.com/',
    'https://accounts.example.com@evil.example/',
    'https://evilclerk.example.com/',
    'https://evil.clerk.example.com/',
    'https://evil.example/accounts.example.com',
    'https://accountsxexample.com/',
    // In production those of development instances are anybody's.
    'https://quick-fox-1.accounts.dev/',
    'https://evil-clerk.accounts.dev/',
    'https://accounts.evil.lcl.dev/',
  ])('in production: %s', async (referrer) => {
    expect(await verdictOn(visit(referrer), PRODUCTION)).toBe(SYNC);
  });

  test.each<[referrer: string, word: string]>([
    ['https://quick-fox-1.accounts.dev.evil.example/', SYNC],
    ['https://evilaccounts.dev/', SYNC],
    ['https://accounts.dev/', SYNC],
    ['https://evil.clerk.accounts.dev/', SYNC],
    ['https://evil.clerk.accountsstage.dev/', SYNC],
    ['https://evil.accountsxdev/', SYNC],
    ['https://accountsevil.lcl.dev/', SYNC],
    ['https://evil.lcl.dev/', SYNC],
    ['https://accounts.evil.lclxdev/', SYNC],
    ['https://accounts.lcl.dev.evil.example/', SYNC],
    ['https://evil.example/.accounts.dev', SYNC],
    ['https://evil.example/?x=.accounts.dev', SYNC],
    ['https://evil.example#.accounts.dev', SYNC],
    // Hosts under Clerk's own domains, as the vendor trusts them.
    ['https://evil-clerk.accounts.dev/', 'signed-in'],
    ['https://a.b.accounts.dev/', 'signed-in'],
    ['http://x.accounts.dev:8080/', 'signed-in'],
    ['https://accounts.lcl.dev/', 'signed-in'],
  ])('in development: %s: %s', async (referrer, word) => {
    expect(await verdictOn(visit(referrer), DEVELOPMENT)).toBe(word);
  });
});
