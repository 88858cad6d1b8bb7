import { describe, expect, test } from '@jest/globals';
import type { BackendAnswer } from '../../src/engine/evidence/backend.js';
import {
  answeredWith,
  browserRequest,
  EXPIRED,
  headersOf,
  RecordingBackend,
  sessionCookies,
} from './support/browser.js';
import { instanceOf, local, NOW_IN_SECONDS, outcomeOf } from './support/engine.js';

const REFRESH = `__refresh_${instanceOf('development').cookieSuffix}`;
const FRESH = local.mintSessionToken('ada');

function refreshedBy(answer: BackendAnswer) {
  const cookies = { ...sessionCookies(EXPIRED), [REFRESH]: 'r_1' };
  const backend = new RecordingBackend(answer);
  return outcomeOf(browserRequest({ cookies }), { type: 'development', backend });
}

describe('what a refresh brings is verified as any session token', () => {
  test.each([
    [
      'a machine token brought by a refresh is no session',
      local.mintSessionToken('ada', { sub: 'mch_1' }),
    ],
    [
      'a JWT-template token is no session',
      local.mint({ user: 'ada', header: { cat: 'cl_B7d4PD222AAA' } }),
    ],
    ['an OAuth token is no session', local.mint({ user: 'ada', header: { typ: 'at+jwt' } })],
    ['a token of nobody is no session', local.mintSessionToken('ada', { sub: undefined })],
    [
      'a development clock may not be a day off here',
      local.mintSessionToken('ada', { iat: NOW_IN_SECONDS + 60 }),
    ],
  ])('%s', async (_name, session) => {
    const outcome = await refreshedBy(answeredWith(`__session=${session}`));
    expect(outcome).toMatchObject({
      status: 'handshake',
      reason: 'session-token-expired-refresh-invalid-session-token',
      message: expect.stringContaining('The token expired at'),
    });
    expect(headersOf(outcome, 'Set-Cookie').join()).not.toContain('__session');
  });

  test('its Set-Cookie values never hold line breaks', async () => {
    const answer = answeredWith('a=1\r\nX-Injected: 1', `__session=${FRESH}`);
    const outcome = await refreshedBy(answer);
    expect(outcome.headers).toEqual([['Set-Cookie', `__session=${FRESH}`]]);
  });
});
