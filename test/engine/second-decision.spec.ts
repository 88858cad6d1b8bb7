import { describe, expect, test } from '@jest/globals';
import type { KeySource } from '../../src/engine/keys/key-source.js';
import { PemKeySource } from '../../src/engine/keys/pem-key-source.js';
import type { AcceptedTokens } from '../../src/engine/token-type.js';
import { browserRequest, EXPIRED, sessionCookies } from './support/browser.js';
import { local } from './support/engine.js';
import {
  authenticationOf,
  bearing,
  M2M_JWT,
  MachineApi,
  OPAQUE,
  run,
  type Run,
} from './support/machines.js';
import type { RequestParts } from './support/request-source.js';

const SESSION = local.mintSessionToken('ada');

const KINDS_IN_TURN: AcceptedTokens[] = [
  'session_token',
  'any',
  ['session_token', 'api_key', 'm2m_token'],
  'api_key',
  'session_token',
];

describe('a second decision for other kinds', () => {
  /** Keys that count how often they are looked for. */
  class CountingKeys implements KeySource {
    lookups = 0;
    readonly #pem = new PemKeySource(local.jwtKey);
    find() {
      this.lookups += 1;
      return this.#pem.find();
    }
  }

  test.each<[name: string, request: RequestParts, lookups: number, calls: number]>([
    ['an API key', bearing(OPAQUE.api_key), 0, 1],
    ['an M2M JWT', bearing(M2M_JWT), 1, 0],
    ['a session', bearing(SESSION), 1, 0],
    ['a session by cookie', browserRequest({ cookies: sessionCookies(SESSION) }), 1, 0],
    ['an expired session', bearing(EXPIRED), 1, 0],
  ])('asks nothing twice: %s', async (_name, request, lookups, calls) => {
    const [keys, backend] = [new CountingKeys(), new MachineApi()];
    let latest: Run | undefined;
    for (const accepted of KINDS_IN_TURN) {
      // oxlint-disable-next-line no-await-in-loop
      latest = await run(request, accepted, { keys, backend }, latest);
    }
    expect(backend.asked).toHaveLength(calls);
    expect(keys.lookups).toBe(lookups);
  });

  test('answers for the kinds of the first one as well', async () => {
    const backend = new MachineApi();
    const first = await run(bearing(OPAQUE.api_key), 'api_key', { backend });
    const second = await run(bearing(OPAQUE.api_key), 'session_token', { backend }, first);
    const authentication = authenticationOf(second, { earlier: ['api_key'] });
    expect(authentication.toAuth().isAuthenticated).toBe(false);
    expect(authentication.toAuth({ acceptsToken: 'api_key' }).isAuthenticated).toBe(true);
    const both = authentication.toAuth({ acceptsToken: ['api_key', 'session_token'] });
    expect(both).toMatchObject({ isAuthenticated: true, tokenType: 'api_key' });
    expect(() => authentication.toAuth({ acceptsToken: 'm2m_token' })).toThrow(/api_key only/);
    expect(backend.asked).toHaveLength(1);
  });
});

describe('what is told of an authentication', () => {
  test('is its state, and where it is not signed in why', async () => {
    const signedIn = authenticationOf(await run(bearing(SESSION), 'any'));
    expect(signedIn.toJSON()).toEqual({ status: 'signed-in', reason: null, message: null });
    const refused = authenticationOf(await run(bearing('what'), 'any'));
    expect(refused.toJSON()).toEqual({
      status: 'signed-out',
      reason: 'token-invalid',
      message: expect.stringContaining('not a JWT'),
    });
  });

  test('by response headers is nothing, where it is to be silent', async () => {
    const decision = await run({}, 'session_token');
    const headers = [
      ['x-clerk-auth-status', 'signed-out'],
      ['x-clerk-auth-reason', 'session-token-and-uat-missing'],
    ];
    expect(authenticationOf(decision).responseHeaders).toEqual(headers);
    expect(authenticationOf(decision, { isSilent: false }).responseHeaders).toEqual(headers);
    expect(authenticationOf(decision, { isSilent: true }).responseHeaders).toEqual([]);
  });
});
