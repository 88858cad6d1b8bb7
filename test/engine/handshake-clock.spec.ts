import { describe, expect, test } from '@jest/globals';
import { authenticate, type Report } from '../../src/engine/authenticate.js';
import { RequestFacts } from '../../src/engine/facts/request-facts.js';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import {
  answeredWith,
  browserRequest,
  RecordingBackend,
  sessionCookies,
} from './support/browser.js';
import {
  instanceOf,
  local,
  NOW,
  NOW_IN_SECONDS,
  outcomeOf,
  policyWith,
  verdict,
} from './support/engine.js';
import { requestSource } from './support/request-source.js';

const RETURNING = browserRequest({ target: '/articles?__clerk_handshake_nonce=nonce_1' });

function comeBack(session: string, type: InstanceType) {
  const backend = new RecordingBackend(answeredWith(`__session=${session}; Path=/`));
  return outcomeOf(RETURNING, { type, backend });
}

describe('development tolerates a clock a day off right after a handshake, production does not', () => {
  const DAY = 86_400;
  const at = (claims: Record<string, number>) => local.mintSessionToken('ada', claims);
  const ROWS: [name: string, session: string, development: string][] = [
    ['expired nearly a day ago', at({ exp: NOW_IN_SECONDS - DAY + 1 }), 'signed-in'],
    ['expired a day ago', at({ exp: NOW_IN_SECONDS - DAY }), 'dev-browser-missing'],
    ['issued in a day', at({ iat: NOW_IN_SECONDS + DAY }), 'signed-in'],
    ['issued in more than a day', at({ iat: NOW_IN_SECONDS + DAY + 1 }), 'dev-browser-missing'],
    ['to be used in a day', at({ nbf: NOW_IN_SECONDS + DAY }), 'signed-in'],
    ['to be used in more than a day', at({ nbf: NOW_IN_SECONDS + DAY + 1 }), 'dev-browser-missing'],
    ['of nobody', at({ exp: NOW_IN_SECONDS - 60, sub: NOW }), 'dev-browser-missing'],
  ];

  test.each(ROWS)('a session that is %s', async (_name, session, development) => {
    expect(verdict(await comeBack(session, 'development'))).toBe(development);
    // Refused: the request is decided by its cookies, of which it has none.
    const visitor = 'session-token-and-uat-missing';
    expect(verdict(await comeBack(session, 'production'))).toBe(visitor);
  });

  test.each([
    ['says so', at({ exp: NOW_IN_SECONDS - 60 }), [expect.stringContaining('set the clock right')]],
    ['does not blame the clock for another fault', local.mintSessionToken('ada', { sub: NOW }), []],
  ])('and %s', async (_name, session, sentences) => {
    const backend = new RecordingBackend(answeredWith(`__session=${session}`));
    const instance = instanceOf('development', { backend });
    const facts = new RequestFacts(requestSource(RETURNING), instance, NOW);
    const said: string[] = [];
    const report: Report = (_kind, sentence) => said.push(sentence);
    await authenticate({ facts, instance, policy: policyWith(), report });
    expect(said).toEqual(sentences);
    expect(said.join()).not.toContain(session);
  });

  test('but not where the token has always been in a cookie', async () => {
    const cookies = sessionCookies(at({ exp: NOW_IN_SECONDS - 60 }));
    const request = browserRequest({ cookies });
    expect((await outcomeOf(request, { type: 'development' })).status).toBe('handshake');
  });
});
