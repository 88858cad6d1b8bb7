import { describe, expect, test } from '@jest/globals';
import type { KeySource } from '../../src/engine/keys/key-source.js';
import { isSentAway, type Outcome } from '../../src/engine/outcome.js';
import { stateHeaders } from '../../src/engine/state-headers.js';
import {
  answeredWith,
  browserRequest,
  type BrowserParts,
  EXPIRED,
  OUT_OF_REACH,
  RecordingBackend,
  sessionCookies,
} from './support/browser.js';
import { instanceOf, local, outcomeOf, type Surroundings } from './support/engine.js';

// What is not known because Clerk could not be asked: whoever depends on it answers 503.

const REFRESH = `__refresh_${instanceOf('development').cookieSuffix}`;
const unavailable = OUT_OF_REACH.ok ? undefined : OUT_OF_REACH.unavailable;
const keysDown = { cause: 500, hint: 'The keys could not be loaded.' };

/** Keys that can't be had. */
const noKeys: KeySource = {
  find: () => ({
    found: false,
    failure: { reason: 'jwk-remote-failed-to-load', message: 'No keys.', unavailable: keysDown },
  }),
};

function ask(browser: BrowserParts, surroundings: Surroundings = {}): Promise<Outcome> {
  const backend = new RecordingBackend(OUT_OF_REACH);
  return outcomeOf(browserRequest(browser), { type: 'development', backend, ...surroundings });
}

describe('while the Backend API is out of reach', () => {
  const returning = { target: '/a?__clerk_handshake_nonce=n' };
  const expired = { cookies: { ...sessionCookies(EXPIRED), [REFRESH]: 'r_1' } };

  test.each(['development', 'production'] as const)(
    'nobody knows what a nonce stands for: unavailable, %s',
    async (type) => {
      const outcome = await ask(returning, { type });
      const reason = 'session-token-missing';
      expect(outcome).toMatchObject({ status: 'signed-out', reason, unavailable });
      expect(isSentAway(outcome)).toBe(false);
      // To come back without the nonce would be to come back for another one, and round again.
      expect(stateHeaders(outcome).map(([name]) => name)).not.toContain('Location');
    },
  );

  test('a session among the cookies does not stand in for what the nonce says', async () => {
    const cookies = sessionCookies(local.mintSessionToken('ada'));
    expect(await ask({ ...returning, cookies })).toMatchObject({
      status: 'signed-out',
      unavailable,
    });
  });

  test('a session that is not refreshed for a fetch: unavailable', async () => {
    expect(await ask({ ...expired, destination: 'empty' })).toMatchObject({
      status: 'signed-out',
      reason: 'session-token-expired-refresh-fetch-error',
      unavailable,
    });
  });

  test('a session that is not refreshed for a page: the handshake, which needs no API of ours', async () => {
    const outcome = await ask(expired);
    expect(outcome).toMatchObject({
      status: 'handshake',
      reason: 'session-token-expired-refresh-fetch-error',
    });
    expect(outcome).not.toHaveProperty('unavailable');
    expect(isSentAway(outcome)).toBe(true);
  });

  test('who needs nothing of it is not held up', async () => {
    const cookies = sessionCookies(local.mintSessionToken('ada'));
    expect((await ask({ cookies })).status).toBe('signed-in');
    const visitor = await ask({ cookies: { __clerk_db_jwt: 'dvb_1' } });
    expect(visitor).toMatchObject({ status: 'signed-out', unavailable: undefined });
  });
});

describe('while the keys are out of reach', () => {
  const handshake = local.mintHandshake([`__session=${local.mintSessionToken('ada')}`]);

  test.each(['development', 'production'] as const)(
    'a handshake token is neither good nor broken: unavailable, %s',
    async (type) => {
      const browser = { target: `/?__clerk_handshake=${handshake}` };
      const outcome = await ask(browser, { type, keys: noKeys });
      expect(outcome).toMatchObject({ status: 'signed-out', unavailable: keysDown });
      expect(isSentAway(outcome)).toBe(false);
    },
  );

  test('a session that a nonce brings is neither: unavailable, and no redirect', async () => {
    const backend = new RecordingBackend(
      answeredWith(`__session=${local.mintSessionToken('ada')}`),
    );
    const outcome = await ask({ target: '/?__clerk_handshake_nonce=n' }, { keys: noKeys, backend });
    expect(outcome).toMatchObject({ unavailable: keysDown });
    expect(outcome.status).not.toBe('signed-in');
    expect(isSentAway(outcome)).toBe(false);
    expect(stateHeaders(outcome).map(([name]) => name)).not.toContain('Location');
  });
});

test('a nonce that Clerk does not know is an answer, and nothing is unavailable', async () => {
  const backend = new RecordingBackend({
    ok: false,
    status: 404,
    code: 'resource_not_found',
    message: 'No.',
  });
  const outcome = await ask({ target: '/?__clerk_handshake_nonce=n' }, { backend });
  expect(outcome).toMatchObject({ reason: 'session-token-missing', unavailable: undefined });
  expect(isSentAway(outcome)).toBe(true);
});
