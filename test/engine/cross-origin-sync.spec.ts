import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  answeredWith,
  type BrowserParts,
  destinationOf,
  EXPIRED,
  RecordingBackend,
} from './support/browser.js';
import { instanceOf, local, NOW, outcomeOf } from './support/engine.js';
import { DEVELOPMENT, PRODUCTION, SESSION, SYNC, verdictOn, visit } from './support/referred.js';
import type { PairSettings } from './support/verdict-pair.js';

beforeAll(() => {
  // The vendor reads the time by itself.
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterAll(() => {
  jest.restoreAllMocks();
});

describe('a signed-in visitor who comes from another domain is synced', () => {
  test.each<[referrer: string | undefined, word: string]>([
    ['https://satellite.example/', SYNC],
    ['https://satellite.example/a?b=c', SYNC],
    ['http://localhost:3001/', SYNC],
    ['https://localhost:3000/', SYNC],
    ['about:blank', SYNC],
    ['android-app://com.example/', SYNC],
    ['http://localhost:3000/', 'signed-in'],
    ['http://localhost:3000/elsewhere?a', 'signed-in'],
    ['http://LOCALHOST:3000/', 'signed-in'],
    [undefined, 'signed-in'],
    ['', 'signed-in'],
    ['no address', 'signed-in'],
    ['/relative', 'signed-in'],
    ['//satellite.example', 'signed-in'],
    ['https://', 'signed-in'],
  ])('%s: %s', async (referrer, word) => {
    expect(await verdictOn(visit(referrer), PRODUCTION)).toBe(word);
    expect(await verdictOn(visit(referrer), DEVELOPMENT)).toBe(word);
  });

  test('at the Frontend API, with the page to come back to, and says why', async () => {
    const outcome = await outcomeOf(visit('https://satellite.example/', { target: '/a?b=c' }));
    expect(outcome).toMatchObject({ status: 'handshake', reason: SYNC });
    expect(outcome).toHaveProperty('message', expect.stringContaining('another domain'));
    const { host, searchParams } = destinationOf(outcome);
    expect(host).toBe(local.frontendApi);
    expect(searchParams.get('redirect_url')).toBe('http://localhost:3000/a?b=c');
    expect(searchParams.get('__clerk_hs_reason')).toBe(SYNC);
  });
});

describe('but not', () => {
  const from = 'https://satellite.example/';
  const domain = 'localhost:3000';
  const signInUrl = 'https://primary.example/sign-in';

  test.each<[name: string, browser: BrowserParts, settings: Partial<PairSettings>]>([
    ['by a form', { method: 'POST' }, {}],
    ['by a HEAD request', { method: 'HEAD' }, {}],
    ['in a frame', { destination: 'iframe' }, {}],
    ['by a script', { destination: 'empty' }, {}],
    [
      'by a browser that does not say',
      { headers: { 'sec-fetch-dest': undefined, accept: 'text/html' } },
      {},
    ],
    ['who has just been at Clerk', { cookies: { __clerk_redirect_count: '1' } }, {}],
    ['who has just been at Clerk three times', { cookies: { __clerk_redirect_count: '3' } }, {}],
    ['to a satellite', {}, { isSatellite: true, domain, signInUrl }],
    ['who shows the token in the header', { headers: { authorization: `Bearer ${SESSION}` } }, {}],
  ])('%s', async (_name, browser, settings) => {
    for (const base of [PRODUCTION, DEVELOPMENT]) {
      const headers = { ...browser.headers, referer: from };
      // oxlint-disable-next-line no-await-in-loop
      expect(await verdictOn(visit(from, { ...browser, headers }), { ...base, ...settings })).toBe(
        'signed-in',
      );
    }
  });
});

test('nor who has just been refreshed by Clerk', async () => {
  const refresh = `__refresh_${instanceOf('production').cookieSuffix}`;
  const request = visit('https://satellite.example/', {
    cookies: { __session: EXPIRED, [refresh]: 'r_1' },
  });
  const backend = new RecordingBackend(answeredWith(`__session=${local.mintSessionToken('ada')}`));
  expect((await outcomeOf(request, { backend })).status).toBe('signed-in');
  expect(backend.refreshes).toHaveLength(1);
});
