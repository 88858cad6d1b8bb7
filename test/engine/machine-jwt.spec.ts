import { describe, expect, test } from '@jest/globals';
import type { TokenType } from '../../src/engine/token-type.js';
import { keysDown, keysThatAreDown } from './support/keys.js';
import { local, NOW_IN_SECONDS } from './support/engine.js';
import { answerTo, M2M_JWT, MachineApi, OAUTH_JWT, outcomeOfToken } from './support/machines.js';

type Claims = Readonly<Record<string, unknown>>;
const HERE = 'https://api.example';
const WORKER = local.machines.worker.id;

function oauthJwt(claims: Claims): string {
  return local.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt', claims }).token;
}

function m2mJwt(claims: Claims): string {
  const header = { cat: 'cl_B7d4PD333AAA' };
  return local.mint({ user: 'ada', header, claims: { sub: WORKER, ...claims } });
}

async function identityOf(token: string): Promise<object> {
  const outcome = await outcomeOfToken(token, 'any');
  if (outcome.status !== 'signed-in' || outcome.tokenType === 'session_token') {
    throw new Error(`it is ${outcome.status}`);
  }
  expect(outcome).toMatchObject({ token, headers: [], tokenType: outcome.identity.tokenType });
  return outcome.identity;
}

describe('an OAuth JWT stands for', () => {
  test.each<[name: string, claims: Claims, identity: object]>([
    [
      'its user, by its client',
      { jti: 'oat_1', client_id: 'c_1' },
      { id: 'oat_1', clientId: 'c_1' },
    ],
    ['nobody else where it names no client', { client_id: undefined }, { clientId: '' }],
    ['nobody else where it has no id', { jti: undefined }, { id: '' }],
    ['nobody else where its id is no text', { jti: 1, client_id: {} }, { id: '', clientId: '' }],
    ['what scope says', { scope: 'read write' }, { scopes: ['read', 'write'] }],
    ['what scp says, in a list', { scope: undefined, scp: ['a', 'b'] }, { scopes: ['a', 'b'] }],
    ['what scp says, in words', { scope: undefined, scp: 'a b' }, { scopes: ['a', 'b'] }],
    ['what scp says before scope', { scope: 'write', scp: ['read'] }, { scopes: ['read'] }],
    ['nothing where neither says it', { scope: undefined }, { scopes: [] }],
    ['nothing that is no text', { scope: [1, 'read', null, ['x']] }, { scopes: ['read'] }],
    ['nothing where it can’t be read', { scope: { read: true } }, { scopes: [] }],
  ])('%s', async (_name, claims, identity) => {
    expect(await identityOf(oauthJwt(claims))).toMatchObject({
      tokenType: 'oauth_token',
      subject: local.users.ada.id,
      ...identity,
    });
  });
});

describe('an M2M JWT stands for', () => {
  test.each<[name: string, claims: Claims, identity: object]>([
    ['its machine', { jti: 'mt_1' }, { id: 'mt_1', subject: WORKER }],
    ['nobody else where it has no id', { jti: undefined }, { id: '' }],
    ['what its scopes say', { scopes: 'mch_1 mch_2' }, { scopes: ['mch_1', 'mch_2'] }],
    ['what its scopes say before its audience', { scopes: 'a', aud: ['b'] }, { scopes: ['a'] }],
    ['what its audience says, where it has no scopes', { aud: ['a', 'b'] }, { scopes: ['a', 'b'] }],
    ['nothing where neither says it', {}, { scopes: [] }],
  ])('%s', async (_name, claims, identity) => {
    const expected = { tokenType: 'm2m_token', ...identity };
    expect(await identityOf(m2mJwt(claims))).toMatchObject(expected);
  });

  test('and carries the claims that its maker added, without those of every JWT', async () => {
    const standard = { iss: 'x', jti: 'mt_1', iat: 1, nbf: 1, exp: NOW_IN_SECONDS + 60 };
    const header = { cat: 'cl_B7d4PD333AAA' };
    const { token } = local.createM2mToken({ subject: 'worker', tokenFormat: 'jwt', header });
    const names = Object.keys(local.claimsOf(token) ?? {});
    expect(names.toSorted()).toEqual(['exp', 'iat', 'iss', 'jti', 'nbf', 'scopes', 'sub']);
    expect(await identityOf(token)).toMatchObject({ claims: { scopes: local.machines.api.id } });
    const none = { azp: undefined, fva: undefined, pla: undefined, sid: undefined, sts: undefined };
    const bare = m2mJwt({ ...standard, ...none, v: undefined, fea: undefined, o: undefined });
    expect(await identityOf(bare)).toMatchObject({ claims: null });
  });
});

describe('where an audience is demanded', () => {
  const rows: [kind: TokenType, name: string, token: string, answer: string][] = [
    ['oauth_token', 'an OAuth JWT without aud is refused', OAUTH_JWT, 'token-verification-failed'],
    ['oauth_token', 'one for it is good', oauthJwt({ aud: HERE }), 'signed-in'],
    ['oauth_token', 'one for it among others is good', oauthJwt({ aud: ['x', HERE] }), 'signed-in'],
    [
      'oauth_token',
      'one for another is refused',
      oauthJwt({ aud: 'x' }),
      'token-verification-failed',
    ],
    ['oauth_token', 'an empty list is refused', oauthJwt({ aud: [] }), 'token-verification-failed'],
    ['oauth_token', 'null is refused', oauthJwt({ aud: null }), 'token-verification-failed'],
    ['m2m_token', 'an M2M JWT without aud passes, as a session does', M2M_JWT, 'signed-in'],
    ['m2m_token', 'one for it is good', m2mJwt({ aud: [HERE] }), 'signed-in'],
    [
      'm2m_token',
      'one for another is refused',
      m2mJwt({ aud: ['x'] }),
      'token-verification-failed',
    ],
  ];

  test.each(rows)('%s: %s', async (kind, _name, token, answer) => {
    const policy = { audience: [HERE] };
    expect(await answerTo(token, kind, { policy })).toBe(`${kind}: ${answer}`);
    expect(await answerTo(token, kind)).toBe(`${kind}: signed-in`);
  });
});

describe('what is demanded of all tokens is demanded of a program’s JWT', () => {
  test('an authorized party', async () => {
    const policy = { authorizedParties: ['https://app.example'] };
    for (const [azp, word] of [
      ['https://app.example', 'signed-in'],
      ['https://evil.example', 'token-verification-failed'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await answerTo(m2mJwt({ azp }), 'any', { policy })).toBe(`m2m_token: ${word}`);
      // oxlint-disable-next-line no-await-in-loop
      expect(await answerTo(oauthJwt({ azp }), 'any', { policy })).toBe(`oauth_token: ${word}`);
    }
  });

  test.each([4, 6])('its times, with clocks that are %s seconds apart', async (seconds) => {
    const answer = seconds === 4 ? 'signed-in' : 'token-verification-failed';
    const late = { iat: 1, nbf: 1, exp: NOW_IN_SECONDS - seconds };
    expect(await answerTo(m2mJwt(late), 'm2m_token')).toBe(`m2m_token: ${answer}`);
    expect(await answerTo(oauthJwt(late), 'oauth_token')).toBe(`oauth_token: ${answer}`);
    const policy = { clockSkewInMs: 7_000 };
    expect(await answerTo(m2mJwt(late), 'any', { policy })).toBe('m2m_token: signed-in');
  });
});

test('a program’s JWT that can’t be judged as there are no keys is unavailable, not refused', async () => {
  const backend = new MachineApi();
  const outcome = await outcomeOfToken(M2M_JWT, 'any', { keys: keysThatAreDown, backend });
  expect(outcome).toMatchObject({
    status: 'signed-out',
    tokenType: 'm2m_token',
    reason: 'token-verification-failed',
    unavailable: keysDown,
  });
  expect(backend.asked).toEqual([]);
});
