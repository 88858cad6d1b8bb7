import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ClerkRequestError } from '../../src/engine/errors.js';
import { browserRequest, type BrowserParts, headersOf, sessionCookies } from './support/browser.js';
import { local, NOW, outcomeOf, type Surroundings, verdict } from './support/engine.js';
import { answerOfOurs, answerOfTheirs } from './support/verdict-pair.js';

const SYNC = 'primary-responds-to-syncing';
const SATELLITE = 'https://satellite.example';
const BROWSER = 'dvb_secret';

beforeAll(() => {
  // The vendor reads the time by itself, and tells of loops by console.
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  jest.spyOn(console, 'log').mockReturnValue();
});
afterAll(() => {
  jest.restoreAllMocks();
});

function asking(url: string, browser: BrowserParts = {}) {
  const target = `/sign-in?${new URLSearchParams({ __clerk_redirect_url: url }).toString()}`;
  const cookies = { __clerk_db_jwt: BROWSER, ...browser.cookies };
  return browserRequest({ target, ...browser, cookies });
}

async function primary(
  request: ReturnType<typeof asking>,
  origins?: string[],
  more?: Surroundings,
) {
  const policy = { allowedRedirectOrigins: origins };
  const outcome = await outcomeOf(request, { type: 'development', policy, ...more });
  return { word: verdict(outcome), places: headersOf(outcome, 'Location') };
}

describe('a development primary sends a satellite’s visitor back', () => {
  const rows: [name: string, url: string, browser: BrowserParts, place: string][] = [
    [
      'with its browser’s token',
      `${SATELLITE}/a?b=c`,
      {},
      `${SATELLITE}/a?b=c&__clerk_db_jwt=${BROWSER}&__clerk_synced=true`,
    ],
    [
      'without one where there is none',
      `${SATELLITE}/a`,
      { cookies: { __clerk_db_jwt: undefined } },
      `${SATELLITE}/a?__clerk_synced=true`,
    ],
    [
      'with the word that the sync is over in place of others',
      `${SATELLITE}/?__clerk_synced=false`,
      {},
      `${SATELLITE}/?__clerk_synced=true&__clerk_db_jwt=${BROWSER}`,
    ],
    [
      'signed in as they are',
      `${SATELLITE}/`,
      { cookies: sessionCookies(local.mintSessionToken('ada')) },
      `${SATELLITE}/?__clerk_db_jwt=dvb_1&__clerk_synced=true`,
    ],
    [
      'with the fragment that was asked for',
      `${SATELLITE}/#x`,
      {},
      `${SATELLITE}/?__clerk_db_jwt=${BROWSER}&__clerk_synced=true#x`,
    ],
  ];

  test.each(rows)('%s', async (_name, url, browser, place) => {
    const request = asking(url, browser);
    const answer = await answerOfOurs(request, { type: 'development' });
    expect(answer).toBe(`${SYNC} -> ${place}`);
    expect(answer).toBe(await answerOfTheirs(request, { type: 'development' }));
    expect(await primary(request, [SATELLITE])).toEqual({ word: SYNC, places: [place] });
  });

  test.each<[name: string, browser: BrowserParts]>([
    ['a script', { destination: 'empty' }],
    ['a form', { method: 'POST' }],
    ['a loop', { cookies: { __clerk_redirect_count: '3' } }],
  ])('and not %s', async (_name, browser) => {
    const request = asking(`${SATELLITE}/`, browser);
    expect(await answerOfOurs(request, { type: 'development' })).toBe(SYNC);
    expect(await answerOfTheirs(request, { type: 'development' })).toBe(SYNC);
  });

  test('in production nobody is asked to', async () => {
    const request = asking(`${SATELLITE}/`);
    expect(await primary(request, undefined, { type: 'production' })).toEqual({
      word: 'session-token-and-uat-missing',
      places: [],
    });
  });

  test('an empty address asks for nothing', async () => {
    expect((await primary(asking(''))).word).toBe('session-token-and-uat-missing');
  });
});

describe('the token of a browser, asked for by a link to the primary, goes only where it may', () => {
  test.each([
    'https://evil.example/',
    'https://satellite.example.evil.example/',
    'https://satellite.example@evil.example/',
    'https://evil.example/https://satellite.example/',
    'https://evil.example/?https://satellite.example',
    'https://satellite.example:8443/',
    'http://satellite.example/',
    'https://sub.satellite.example/',
    'javascript:alert(1)//https://satellite.example',
    'data:text/html,https://satellite.example',
    'file:///etc/passwd',
    'mailto:a@satellite.example',
  ])('not to %s', async (url) => {
    const { word, places } = await primary(asking(url), [SATELLITE]);
    expect(word).toBe('session-token-and-uat-missing');
    expect(places).toEqual([]);
    expect(await primary(asking(url), [])).toEqual({ word, places });
  });

  test.each([`${SATELLITE}/`, 'https://SATELLITE.example:443/x', 'https://a:b@satellite.example/'])(
    'to %s',
    async (url) => {
      const { word, places } = await primary(asking(url), ['https://other.example', SATELLITE]);
      expect(word).toBe(SYNC);
      expect(new URL(places.join()).origin).toBe(SATELLITE);
    },
  );

  test.each(['/relative', 'satellite.example', '//evil.example', 'https://', 'x', ' '])(
    'and an address that is none (%j) is a bad request',
    async (url) => {
      for (const origins of [undefined, [SATELLITE]]) {
        const answer = primary(asking(url), origins);
        // oxlint-disable-next-line no-await-in-loop
        await expect(answer).rejects.toThrow(ClerkRequestError);
        // oxlint-disable-next-line no-await-in-loop
        await expect(answer).rejects.toThrow(/__clerk_redirect_url/);
      }
    },
  );

  test('a satellite that is not named gets its visitor’s page decided as any other', async () => {
    const request = asking('https://evil.example/', { cookies: { __clerk_db_jwt: undefined } });
    const { word, places } = await primary(request, [SATELLITE]);
    expect(word).toBe('dev-browser-missing');
    expect(new URL(places.join()).host).toBe(local.frontendApi);
  });
});
