import { describe, expect, test } from '@jest/globals';
import type { AcceptedTokens, TokenType } from '../../src/engine/token-type.js';
import { browserRequest, headersOf, sessionCookies } from './support/browser.js';
import { local, verdict } from './support/engine.js';
import {
  answerTo,
  bearing,
  M2M_JWT,
  MachineApi,
  OAUTH_JWT,
  OPAQUE,
  run,
} from './support/machines.js';

const SESSION = local.mintSessionToken('ada');
const TOKENS: [name: string, kind: TokenType, token: string][] = [
  ['a session token', 'session_token', SESSION],
  ['an API key', 'api_key', OPAQUE.api_key],
  ['an opaque M2M token', 'm2m_token', OPAQUE.m2m_token],
  ['an M2M JWT', 'm2m_token', M2M_JWT],
  ['an opaque OAuth token', 'oauth_token', OPAQUE.oauth_token],
  ['an OAuth JWT', 'oauth_token', OAUTH_JWT],
];
const KINDS: TokenType[] = ['session_token', 'api_key', 'm2m_token', 'oauth_token'];
const OPAQUES = Object.values(OPAQUE);

function isOpaque(token: string): boolean {
  return OPAQUES.includes(token);
}

describe.each(TOKENS)('%s (%s)', (_name, kind, token) => {
  const calls = isOpaque(token) ? [[kind, token]] : [];

  test.each<[accepted: AcceptedTokens]>([['any'], [kind], [[kind]], [[...KINDS]]])(
    'signs in where its kind is taken: %j',
    async (accepted) => {
      const backend = new MachineApi();
      expect(await answerTo(token, accepted, { backend })).toBe(`${kind}: signed-in`);
      expect(backend.asked).toEqual(calls);
    },
  );

  const others = KINDS.filter((other) => other !== kind);
  test.each(others)('is refused where only %s is taken, and costs no call', async (other) => {
    const backend = new MachineApi();
    const isNoJwt = other === 'session_token' && isOpaque(token);
    const reason = isNoJwt ? 'token-invalid' : 'token-type-mismatch';
    expect(await answerTo(token, other, { backend })).toBe(`${other}: ${reason}`);
    expect(backend.asked).toEqual([]);
  });

  test('is refused where a list names other kinds, and costs no call', async () => {
    const backend = new MachineApi();
    for (const list of [others, [], ...others.map((other) => [other])]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await answerTo(token, list, { backend })).toBe('no kind: token-type-mismatch');
    }
    expect(backend.asked).toEqual([]);
  });
});

describe('something that is no token of any kind, in the header,', () => {
  test.each<[accepted: AcceptedTokens, answer: string]>([
    ['any', 'session_token: token-invalid'],
    ['session_token', 'session_token: token-invalid'],
    [['session_token', 'api_key'], 'session_token: token-invalid'],
    [['api_key'], 'no kind: token-type-mismatch'],
    ['api_key', 'api_key: token-type-mismatch'],
    ['m2m_token', 'm2m_token: token-type-mismatch'],
    ['oauth_token', 'oauth_token: token-type-mismatch'],
  ])('where %j is taken: %s', async (accepted, answer) => {
    expect(await answerTo('what', accepted)).toBe(answer);
  });
});

describe('cookies, without a token in the header,', () => {
  const ticket = local.mintHandshake([`__session=${SESSION}; Path=/`]);
  const requests = {
    'a session': browserRequest({ cookies: sessionCookies(SESSION) }),
    'a handshake': browserRequest({ target: `/?__clerk_handshake=${ticket}` }),
    'a nonce': browserRequest({ cookies: { __clerk_handshake_nonce: 'n' } }),
  };
  const names = ['a session', 'a handshake', 'a nonce'] as const;

  test.each(names)('mean nothing where only one kind of program is taken: %s', async (name) => {
    for (const kind of ['api_key', 'm2m_token', 'oauth_token'] as const) {
      for (const type of ['production', 'development'] as const) {
        const backend = new MachineApi();
        // oxlint-disable-next-line no-await-in-loop
        const { outcome } = await run(requests[name], kind, { type, backend });
        expect(outcome).toMatchObject({ status: 'signed-out', tokenType: kind, headers: [] });
        expect(verdict(outcome)).toBe('No token in header');
        expect(backend.others).toBe(0);
      }
    }
  });

  test.each(names)('mean nothing where a list names programs only: %s', async (name) => {
    const { outcome } = await run(requests[name], ['api_key', 'm2m_token', 'oauth_token']);
    expect(outcome).toMatchObject({ tokenType: null, reason: 'token-type-mismatch', headers: [] });
  });

  test.each<[accepted: AcceptedTokens]>([
    ['any'],
    ['session_token'],
    [['session_token', 'api_key']],
  ])('are a session’s where sessions are taken too: %j', async (accepted) => {
    const { outcome } = await run(requests['a session'], accepted);
    expect(outcome).toMatchObject({ status: 'signed-in', tokenType: 'session_token' });
  });

  test('do not make up for a program’s token that is refused', async () => {
    const headers = { ...requests['a session'].headers, ...bearing('ak_1').headers };
    const refused = { ok: false, code: 'x', status: 404, message: '' } as const;
    const backend = new MachineApi(refused);
    const { outcome } = await run({ headers }, 'any', { backend });
    expect(outcome).toMatchObject({ status: 'signed-out', tokenType: 'api_key' });
    expect(headersOf(outcome, 'Location')).toEqual([]);
    expect(verdict((await run({ headers }, 'session_token')).outcome)).toBe('token-invalid');
  });

  test('count where the header holds credentials of another scheme', async () => {
    const headers = { ...requests['a session'].headers, authorization: 'Basic ak_1' };
    expect(verdict((await run({ headers }, 'any')).outcome)).toBe('signed-in');
    expect(verdict((await run({ headers }, 'api_key')).outcome)).toBe('No token in header');
  });
});
