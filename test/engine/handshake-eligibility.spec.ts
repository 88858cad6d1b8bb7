import { describe, expect, test } from '@jest/globals';
import { isSentAway, locationOf } from '../../src/engine/outcome.js';
import {
  browserRequest,
  type BrowserParts,
  EXPIRED,
  headersOf,
  sessionCookies,
} from './support/browser.js';
import { outcomeOf, type Surroundings } from './support/engine.js';

// Which requests a handshake is for, and how often.

function ask(browser: BrowserParts, { type = 'development' }: Surroundings = {}) {
  return outcomeOf(browserRequest(browser), { type });
}

describe('a non-GET / fetch request is never redirected', () => {
  const html = { 'sec-fetch-dest': undefined, accept: 'text/html,*/*' };
  test.each<[name: string, browser: BrowserParts, sent: boolean]>([
    ['a page', {}, true],
    ['a page in a frame', { destination: 'iframe' }, true],
    ['a page for an old browser', { headers: html }, true],
    ['data for an old browser', { headers: { ...html, accept: '*/*' } }, false],
    ['data or a page', { headers: { ...html, accept: 'application/json, text/html' } }, false],
    ['nothing said', { headers: { 'sec-fetch-dest': undefined } }, false],
    [
      'a fetch that would take a page',
      { destination: 'empty', headers: { accept: 'text/html' } },
      false,
    ],
    ['an image', { destination: 'image' }, false],
    ['a nested document of another kind', { destination: 'object' }, false],
    ['a form', { method: 'POST' }, false],
    ['a form of an old browser', { method: 'POST', headers: html }, false],
    ['a HEAD request', { method: 'HEAD' }, false],
    ['a PUT request', { method: 'PUT' }, false],
  ])('%s', async (_name, browser, sent) => {
    for (const type of ['development', 'production'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await ask({ cookies: sessionCookies(EXPIRED), ...browser }, { type });
      expect(outcome.status).toBe(sent ? 'handshake' : 'signed-out');
      expect(locationOf(outcome) !== undefined).toBe(sent);
      expect(headersOf(outcome, 'Set-Cookie')).toHaveLength(sent ? 1 : 0);
    }
  });
});

describe('the redirect loop ends after three', () => {
  test.each([
    ['', 1],
    ['0', 1],
    ['1', 2],
    ['2', 3],
    ['x', 1],
  ])('after a count of "%s" comes %i', async (count, next) => {
    const outcome = await ask({ cookies: { __clerk_redirect_count: count } });
    const cookie = `__clerk_redirect_count=${next}; SameSite=Lax; HttpOnly; Max-Age=2`;
    expect(headersOf(outcome, 'Set-Cookie')).toEqual([cookie]);
  });

  test.each(['3', '4', '1e3', 'Infinity', '-1', '-1000000'])(
    'after a count of "%s" comes no other',
    async (count) => {
      const outcome = await ask({
        cookies: { ...sessionCookies(EXPIRED), __clerk_redirect_count: count },
      });
      expect(outcome).toMatchObject({
        status: 'signed-out',
        reason: 'session-token-expired-refresh-non-eligible-no-refresh-cookie',
        message: expect.stringContaining('expired'),
        headers: [],
        redirectLoop: true,
      });
      expect(isSentAway(outcome)).toBe(false);
    },
  );

  test('a fetch among them is no loop', async () => {
    const cookies = { ...sessionCookies(EXPIRED), __clerk_redirect_count: '3' };
    expect(await ask({ cookies, destination: 'empty' })).not.toHaveProperty('redirectLoop');
  });
});
