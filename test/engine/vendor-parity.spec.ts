import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { LocalClerk } from '../../src/testing/local-clerk.js';
import type { Policy } from '../../src/engine/policy.js';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import { type Pick, seededPick } from './auth/random-claims.js';
import { local, NOW, policyWith } from './support/engine.js';
import { AUDIENCES, PARTIES, randomRequest, randomTokens } from './support/random-request.js';
import { EnginePair, type KeyAccess } from './support/vendor-engine.js';

// Random requests, judged by our engine and the vendor's. What is known to differ is no part of
// them: it has its own list, vendor-differences.spec.ts.

const SEEDS = [1, 20_260_512];
const TYPES: InstanceType[] = ['production', 'development'];
const KEYS = ['jwtKey', 'secretKey'] as const;
const REQUESTS = 500;
const TOKENS = 250;

/** Judged so rarely, a reason would be compared by chance only. */
const ENOUGH = 20;

const REASONS = [
  'signed-in',
  'client-uat-but-no-session-token',
  'dev-browser-missing',
  'dev-browser-sync',
  'session-token-and-uat-missing',
  'session-token-but-no-client-uat',
  'session-token-expired-refresh-non-eligible-no-refresh-cookie',
  'session-token-expired-refresh-non-eligible-non-get',
  'session-token-iat-before-client-uat',
  'session-token-iat-in-the-future',
  'session-token-nbf',
  'token-invalid',
  'token-invalid-algorithm',
  'token-invalid-authorized-parties',
  'token-invalid-signature',
  'token-type-mismatch',
  'token-verification-failed',
];

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start({ instance: local });
  // The vendor reads the time by itself, and says some things only by console.
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await clerk.stop();
});

function accessBy(option: (typeof KEYS)[number]): KeyAccess {
  return option === 'jwtKey'
    ? { jwtKey: local.jwtKey }
    : { secretKey: local.secretKey, apiUrl: clerk.origin };
}

function randomPolicy(pick: Pick): Policy {
  return policyWith({
    audience: pick([[], [], [AUDIENCES[0]], [...AUDIENCES]]),
    authorizedParties: pick([[], [], [PARTIES[0]], ['https://x.example', PARTIES[0]]]),
    clockSkewInMs: pick([5_000, 5_000, 5_000, 0, 30_000, 4_500]),
  });
}

describe('compared with the vendor', () => {
  const seen = new Map<string, number>();
  const cases = SEEDS.flatMap((seed) =>
    TYPES.flatMap((type) => KEYS.map((option) => ({ seed, type, option }))),
  );

  test.each(cases)(
    'every request gets the same status, reason and auth: $type instance, $option, seed $seed',
    async ({ seed, type, option }) => {
      const pick = seededPick(seed);
      const tokens = randomTokens(pick, TOKENS);
      // An unknown key would make the vendor fetch keys again each time.
      const usable = option === 'jwtKey' ? tokens : tokens.filter(({ knownKey }) => knownKey);
      const pair = new EnginePair(type, accessBy(option));
      const differing: object[] = [];
      for (let count = 0; count < REQUESTS; count++) {
        const request = randomRequest(pick, pair.cookieSuffix, usable);
        const policy = randomPolicy(pick);
        const ours = await pair.ours(request, policy);
        const theirs = await pair.theirs(request, policy);
        const verdict = theirs.reason ?? theirs.status;
        seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        if (!isDeepStrictEqual(ours, theirs)) differing.push({ request, policy, ours, theirs });
      }
      expect(differing.slice(0, 3)).toEqual([]);
    },
  );

  test('every reason came up often enough for the comparison to say something', () => {
    expect([...seen.keys()].toSorted()).toEqual(REASONS.toSorted());
    expect([...seen].filter(([, count]) => count < ENOUGH)).toEqual([]);
    expect(seen.get('signed-in')).toBeGreaterThan((REQUESTS * cases.length) / 8);
  });
});
