import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ClerkConfigurationError } from '../../src/clerk-configuration-error.js';
import { browserRequest, type BrowserParts, sessionCookies } from './support/browser.js';
import { local, NOW, outcomeOf } from './support/engine.js';
import { answerOfOurs, answerOfTheirs, type PairSettings } from './support/verdict-pair.js';

// Without an issuer it counts on an instance of any name.
const SESSION = local.mintSessionToken('ada', { iss: undefined });
const SYNC = 'satellite-needs-syncing';
const NOBODY = 'session-token-and-uat-missing';
const SIGN_IN = 'https://primary.example/sign-in?theme=dark';
const SATELLITE: PairSettings = {
  type: 'production',
  isSatellite: true,
  domain: 'localhost:3000',
  signInUrl: SIGN_IN,
};
const AUTOMATIC: PairSettings = { ...SATELLITE, satelliteAutoSync: true };

beforeAll(() => {
  // The vendor reads the time by itself, and tells of loops by console.
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  jest.spyOn(console, 'log').mockReturnValue();
});
afterAll(() => {
  jest.restoreAllMocks();
});

async function answerTo(browser: BrowserParts, settings: PairSettings): Promise<string> {
  const request = browserRequest(browser);
  const ours = await answerOfOurs(request, settings);
  expect(ours).toBe(await answerOfTheirs(request, settings));
  return ours;
}

const signedIn = sessionCookies(SESSION);
const withoutUat = { __session: SESSION, __clerk_db_jwt: 'dvb_1' };
const onlyUat = { __client_uat: '1', __clerk_db_jwt: 'dvb_1' };

describe.each(['production', 'development'] as const)('a satellite of a %s instance', (type) => {
  const rows: [name: string, browser: BrowserParts, lazy: string, automatic: string][] = [
    ['has a visitor without cookies synced only if it does so by itself', {}, NOBODY, SYNC],
    [
      'has one whose client is signed out synced likewise',
      { cookies: { __client_uat: '0' } },
      NOBODY,
      SYNC,
    ],
    [
      'has a visitor synced who was sent for that',
      { target: '/?__clerk_synced=false' },
      SYNC,
      SYNC,
    ],
    [
      'has one synced again who was sent for that, signed in as they are',
      { target: '/?__clerk_synced=false', cookies: signedIn },
      SYNC,
      SYNC,
    ],
    ['takes one who is signed in for that', { cookies: signedIn }, 'signed-in', 'signed-in'],
    [
      'takes one who is back, and signed in, for that',
      { target: '/?__clerk_synced=true', cookies: signedIn },
      'signed-in',
      'signed-in',
    ],
    [
      'takes other words about a sync for none',
      { target: '/?__clerk_synced=FALSE', cookies: signedIn },
      'signed-in',
      'signed-in',
    ],
    [
      'takes an empty word for none',
      { target: '/?__clerk_synced=', cookies: signedIn },
      'signed-in',
      'signed-in',
    ],
    [
      'takes the first of several words',
      { target: '/?__clerk_synced=true&__clerk_synced=false', cookies: signedIn },
      'signed-in',
      'signed-in',
    ],
    [
      'syncs no script',
      { destination: 'empty', cookies: { __clerk_db_jwt: 'dvb_1' } },
      NOBODY,
      NOBODY,
    ],
    [
      'syncs no frame',
      { destination: 'iframe', cookies: { __clerk_db_jwt: 'dvb_1' } },
      NOBODY,
      NOBODY,
    ],
    ['syncs no form', { method: 'POST', cookies: { __clerk_db_jwt: 'dvb_1' } }, NOBODY, NOBODY],
    ['does not go round in circles', { cookies: { __clerk_redirect_count: '3' } }, NOBODY, SYNC],
    [
      'gives up where it was sent to sync and can’t',
      { target: '/?__clerk_synced=false', cookies: { __clerk_redirect_count: '3' } },
      SYNC,
      SYNC,
    ],
  ];

  test.each(rows)('%s', async (_name, browser, lazy, automatic) => {
    expect((await answerTo(browser, { ...SATELLITE, type })).replace(/ .*/, '')).toBe(lazy);
    expect((await answerTo(browser, { ...AUTOMATIC, type })).replace(/ .*/, '')).toBe(automatic);
  });

  test.each<[half: string, cookies: Record<string, string>, reason: string]>([
    ['its token', withoutUat, 'session-token-but-no-client-uat'],
    ['its client', onlyUat, 'client-uat-but-no-session-token'],
  ])('asks Clerk itself about half a session: %s', async (_half, cookies, reason) => {
    for (const settings of [SATELLITE, AUTOMATIC]) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await answerTo({ cookies }, { ...settings, type });
      expect(answer).toMatch(new RegExp(`^${reason} -> https://.*/v1/client/handshake`));
    }
  });

  test('asks once: who is back from the sync without a session is nobody', async () => {
    const browser = { target: '/?__clerk_synced=true', cookies: { __clerk_db_jwt: 'dvb_1' } };
    expect(await answerTo(browser, { ...AUTOMATIC, type })).toBe(NOBODY);
  });
});

describe('who is synced goes', () => {
  const page = { target: '/articles?tab=1' };

  test('to the satellite’s own Frontend API in production', async () => {
    const answer = await answerTo(page, { ...AUTOMATIC, domain: 'satellite.example' });
    expect(answer).toMatch(/ -> https:\/\/clerk\.satellite\.example\/v1\/client\/handshake\?/);
    expect(answer).toContain('redirect_url=http%3A%2F%2Flocalhost%3A3000%2Farticles%3Ftab%3D1');
  });

  test('through the proxy, where there is one', async () => {
    const proxied = { ...AUTOMATIC, domain: undefined, proxyUrl: '/__clerk' };
    expect(await answerTo(page, proxied)).toContain(
      ' -> http://localhost:3000/__clerk/v1/client/handshake?',
    );
  });

  test('to the primary’s sign-in page in development, with the page to come back to', async () => {
    expect(await answerTo(page, { ...AUTOMATIC, type: 'development' })).toBe(
      `${SYNC} -> ${SIGN_IN}&__clerk_redirect_url=http%3A%2F%2Flocalhost%3A3000%2Farticles%3Ftab%3D1`,
    );
  });

  test.each(['/sign-in', 'primary.example', '//primary.example', 'https://'])(
    'nowhere in development when the sign-in URL is %j, and its developer is told',
    async (signInUrl) => {
      const deployment = { ...AUTOMATIC, signInUrl };
      const outcome = outcomeOf(browserRequest(page), { type: 'development', deployment });
      await expect(outcome).rejects.toThrow(ClerkConfigurationError);
      await expect(outcome).rejects.toThrow(/CLERK_SIGN_IN_URL/);
    },
  );
});

test('an application that is no satellite syncs nobody', async () => {
  const primary: PairSettings = { type: 'production', satelliteAutoSync: true };
  expect(await answerTo({}, primary)).toBe(NOBODY);
  expect(await answerTo({ target: '/?__clerk_synced=false' }, primary)).toBe(NOBODY);
});

test('a satellite answers no other satellite', async () => {
  const target = '/?__clerk_redirect_url=https%3A%2F%2Fevil.example%2F';
  const browser = { target, cookies: signedIn };
  expect(await answerTo(browser, { ...SATELLITE, type: 'development' })).toBe('signed-in');
});
