import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import { seededPick } from './auth/random-claims.js';
import { NOW } from './support/engine.js';
import { browserPool, randomBrowser } from './support/random-browser.js';
import { ResponsePair } from './support/response-pair.js';
import { SessionApi } from './support/session-api.js';

// Random browsers, answered by our engine and the vendor's: the same state, the same response
// headers, and the same questions to the Backend API. What is known to differ is no part of them:
// it has its own list, vendor-handshake-differences.spec.ts.

const TYPES: InstanceType[] = ['development', 'production'];
const PROXIES = [undefined, 'https://app.example/__clerk/', '/__clerk'];
const REQUESTS = 350;
const POOL = 40;

/** Seen so rarely, a verdict would be compared by chance only. */
const ENOUGH = 4;

const REFRESH_REASONS = [
  'clerk_key_invalid',
  'expired-session-token-missing-sid-claim',
  'fetch-error',
  'internal_clerk_error',
  'invalid-session-token',
  'non-eligible-no-refresh-cookie',
  'non-eligible-non-get',
  'refresh_token_invalid',
  'too_many_requests',
  'unexpected-bapi-error',
  'unexpected-sdk-error',
].map((reason) => `session-token-expired-refresh-${reason}`);

const VERDICTS = [
  ...REFRESH_REASONS,
  'signed-in',
  'thrown because of the handshake token',
  'client-uat-but-no-session-token',
  'dev-browser-missing',
  'dev-browser-sync',
  'session-token-and-uat-missing',
  'session-token-but-no-client-uat',
  'session-token-iat-before-client-uat',
  'session-token-iat-in-the-future',
  'session-token-missing',
  'session-token-nbf',
  'token-invalid',
  'token-invalid-signature',
  'token-verification-failed',
];

let api: SessionApi;
beforeAll(async () => {
  api = await SessionApi.start();
  // The vendor reads the time by itself, and says some things only by console.
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  for (const method of ['log', 'warn', 'error'] as const) {
    jest.spyOn(console, method).mockImplementation((first: unknown) => said.add(String(first)));
  }
});
afterAll(async () => {
  jest.restoreAllMocks();
  await api.stop();
});

const said = new Set<string>();
const seen = new Map<string, number>();
const cases = TYPES.flatMap((type, row) =>
  PROXIES.map((proxyUrl, column) => ({ type, proxyUrl, seed: 20_261_121 + 10 * row + column })),
);

describe('compared with the vendor', () => {
  test.each(cases)(
    'every browser gets the same answer: $type instance, proxy $proxyUrl, seed $seed',
    async ({ seed, type, proxyUrl }) => {
      const pick = seededPick(seed);
      const pair = new ResponsePair({ type, apiUrl: api.origin, proxyUrl });
      const pool = browserPool(pick, pair.cookieSuffix, POOL);
      for (const [key, answer] of pool.answers) api.answers.set(key, answer);
      const differing: object[] = [];
      for (let count = 0; count < REQUESTS; count++) {
        const request = randomBrowser(pick, pair.cookieSuffix, pool);
        const ours = { reply: await pair.ours(request), asked: api.takeCalls() };
        const theirs = { reply: await pair.theirs(request), asked: api.takeCalls() };
        const verdict = theirs.reply.reason ?? theirs.reply.status;
        seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        if (!isDeepStrictEqual(ours, theirs)) differing.push({ request, ours, theirs });
      }
      expect(differing.slice(0, 2)).toEqual([]);
    },
  );

  test('every verdict came up often enough for the comparison to say something', () => {
    expect(VERDICTS.filter((verdict) => (seen.get(verdict) ?? 0) < ENOUGH)).toEqual([]);
  });

  test('nothing but the vendor said anything by console', () => {
    expect([...said].filter((line) => !line.startsWith('Clerk: '))).toEqual([]);
  });
});
