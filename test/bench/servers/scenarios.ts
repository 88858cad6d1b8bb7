import { forgedToken, sessionToken } from '../tokens/session-token.js';
import { bearerHeaders, cookieHeaders, programHeaders, visitHeaders } from './request-headers.js';
import type { Scenario } from './scenario.js';
import { REMEMBERED_TOKENS } from './token-cache.js';

/** So many that none is still remembered when its turn comes again. */
const MORE_THAN_CACHED = 2.5 * REMEMBERED_TOKENS;
const EVERYBODY = (status: number) => ({
  bare: status,
  ideal: status,
  naive: status,
  ours: status,
  vendor: status,
});
/** The ideal one never forgets a token, so that it has no misses. */
const ALL_THAT_MISS = { bare: 200, naive: 200, ours: 200, vendor: 200 };

const GARBAGE = 'not-a-token-but-as-long-as-some-are-3f9c1b7d5e2a8c4f6b0d9e7a1c3f5b8d';

const once = { variants: 1 } as const;

/** The kinds of request, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'bearer-repeated',
    title: 'bearer, one token',
    path: '/me',
    ...once,
    headers: () => bearerHeaders(sessionToken(0)),
    answers: EVERYBODY(200),
    targets: { ofBare: 0.87, ofIdeal: 0.97, ofVendorsCpu: 0.05 },
  },
  {
    name: 'bearer-warm',
    title: 'bearer, 1,000 tokens',
    path: '/me',
    variants: 1000,
    headers: (variant) => bearerHeaders(sessionToken(variant)),
    answers: EVERYBODY(200),
    targets: { ofBare: 0.87, ofIdeal: 0.97, ofVendorsCpu: 0.05 },
  },
  {
    name: 'bearer-miss',
    title: 'bearer, always a miss',
    path: '/me',
    variants: MORE_THAN_CACHED,
    headers: (variant) => bearerHeaders(sessionToken(variant)),
    answers: ALL_THAT_MISS,
    targets: { ofBare: 0.65, ofVendorsCpu: 0.18 },
  },
  {
    name: 'cookie-repeated',
    title: 'cookie, one token',
    path: '/me',
    ...once,
    headers: () => cookieHeaders(0),
    answers: EVERYBODY(200),
    targets: { ofBare: 0.83, ofIdeal: 0.96, ofVendorsCpu: 0.05 },
  },
  {
    name: 'cookie-miss',
    title: 'cookie, always a miss',
    path: '/me',
    variants: MORE_THAN_CACHED,
    headers: cookieHeaders,
    answers: ALL_THAT_MISS,
  },
  {
    name: 'signed-out',
    title: 'no credentials, public route',
    path: '/public',
    ...once,
    headers: programHeaders,
    answers: EVERYBODY(200),
    targets: { ofBare: 0.96, ofVendorsCpu: 0.08 },
  },
  {
    name: 'garbage',
    title: 'garbage, public route',
    path: '/public',
    ...once,
    headers: () => bearerHeaders(GARBAGE),
    answers: EVERYBODY(200),
    targets: { ofBare: 0.88, ofVendorsCpu: 0.12 },
  },
  {
    name: 'forged',
    title: 'forged signature, public route',
    path: '/public',
    ...once,
    headers: () => bearerHeaders(forgedToken(0)),
    answers: EVERYBODY(200),
  },
  {
    name: 'garbage-protected',
    title: 'garbage, protected route (401)',
    path: '/me',
    ...once,
    headers: () => bearerHeaders(GARBAGE),
    answers: { ideal: 401, naive: 401, ours: 401, vendor: 401 },
  },
  {
    name: 'handshake',
    title: 'page that only Clerk can tell (307)',
    path: '/public',
    ...once,
    headers: visitHeaders,
    answers: { bare: 200, ours: 307, vendor: 307 },
  },
];

/**
 * The scenario of a name.
 *
 * @throws Error that lists the names when there is none.
 */
export function scenarioOf(name: string): Scenario {
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (scenario) return scenario;
  const names = SCENARIOS.map((one) => one.name).join(', ');
  throw new Error(`--only ${name}: there is no such scenario. There are ${names}.`);
}
