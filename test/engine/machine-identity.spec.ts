import { describe, expect, test } from '@jest/globals';
import { readScopes } from '../../src/engine/evidence/machine-identity.js';
import type { MachineTokenType } from '../../src/engine/token-type.js';
import { local } from './support/engine.js';
import { answerTo, GOOD, OPAQUE, outcomeOfToken, saying } from './support/machines.js';

const KINDS: MachineTokenType[] = ['api_key', 'm2m_token', 'oauth_token'];
const HERE = 'https://api.example';

function answer(kind: MachineTokenType, resource: unknown, audience: string[] = []) {
  return answerTo(OPAQUE[kind], kind, { backend: saying(resource), policy: { audience } });
}

describe.each(KINDS)('what the Backend API says about a token of the kind %s', (kind) => {
  test('signs its program in', async () => {
    expect(await answer(kind, GOOD)).toBe(`${kind}: signed-in`);
  });

  test.each<[name: string, resource: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'user_1'],
    ['true', true],
    ['an empty list', []],
    ['a list of good answers', [GOOD]],
    ['an empty object', {}],
    ['no id', { ...GOOD, id: undefined }],
    ['an empty id', { ...GOOD, id: '' }],
    ['an id that is no text', { ...GOOD, id: 1 }],
    ['no subject', { ...GOOD, subject: undefined }],
    ['a subject of null', { ...GOOD, subject: null }],
    ['an empty subject', { ...GOOD, subject: '' }],
    ['a list of one subject', { ...GOOD, subject: [GOOD.subject] }],
    ['a good answer inside of another', { data: GOOD }],
  ])('lets nobody in when it names nobody: %s', async (_name, resource) => {
    const outcome = await outcomeOfToken(OPAQUE[kind], kind, { backend: saying(resource) });
    const message = expect.stringContaining('names nobody');
    expect(outcome).toMatchObject({
      status: 'signed-out',
      tokenType: kind,
      reason: 'unexpected-error',
      message,
      unavailable: { cause: message, hint: message },
    });
  });

  test.each<[name: string, resource: object, state: string]>([
    ['revoked', { ...GOOD, revoked: true }, 'revoked'],
    ['expired', { ...GOOD, expired: true }, 'expired'],
    ['revoked and expired', { ...GOOD, revoked: true, expired: true }, 'revoked'],
  ])('lets nobody in when it says that the token is %s', async (_name, resource, state) => {
    const outcome = await outcomeOfToken(OPAQUE[kind], kind, { backend: saying(resource) });
    expect(outcome).toMatchObject({
      status: 'signed-out',
      reason: 'token-invalid',
      message: `The token is ${state}.`,
      unavailable: undefined,
    });
  });

  test.each([null, undefined, 0])('takes %s for neither revoked nor expired', async (nothing) => {
    const resource = { ...GOOD, revoked: nothing, expired: nothing };
    expect(await answer(kind, resource)).toBe(`${kind}: signed-in`);
  });
});

describe('an opaque OAuth token, where an audience is demanded,', () => {
  test.each<[name: string, aud: unknown, word: string]>([
    ['for nobody in particular is refused', undefined, 'token-verification-failed'],
    ['for another is refused', ['https://evil.example'], 'token-verification-failed'],
    ['for another that begins alike is refused', [`${HERE}.evil`], 'token-verification-failed'],
    ['for us is good', [HERE], 'signed-in'],
    ['for us and another is good', ['https://other.example', HERE], 'signed-in'],
  ])('%s', async (_name, aud, word) => {
    expect(await answer('oauth_token', { ...GOOD, aud }, [HERE])).toBe(`oauth_token: ${word}`);
  });

  test('is told to be revoked before it is told to be somebody else’s', async () => {
    const resource = { ...GOOD, revoked: true, aud: [] };
    expect(await answer('oauth_token', resource, [HERE])).toBe('oauth_token: token-invalid');
  });
});

test.each(['api_key', 'm2m_token'] as const)(
  'an audience is not asked of an opaque %s',
  async (kind) => {
    expect(await answer(kind, GOOD, [HERE])).toBe(`${kind}: signed-in`);
  },
);

describe('a verified opaque token stands for', () => {
  const shared = { id: GOOD.id, subject: local.users.ada.id, scopes: GOOD.scopes };
  const { name, claims, clientId } = GOOD;

  test.each<[kind: MachineTokenType, change: object, identity: object]>([
    ['api_key', {}, { name, claims }],
    ['api_key', { name: undefined, claims: undefined }, { name: '', claims: null }],
    ['api_key', { name: 7, claims: 'x' }, { name: '', claims: null }],
    ['m2m_token', {}, { claims }],
    ['m2m_token', { claims: null }, { claims: null }],
    ['oauth_token', {}, { clientId }],
    ['oauth_token', { clientId: null }, { clientId: '' }],
  ])('%s with %j', async (tokenType, change, identity) => {
    const backend = saying({ ...GOOD, ...change });
    const outcome = await outcomeOfToken(OPAQUE[tokenType], tokenType, { backend });
    expect(outcome).toEqual({
      status: 'signed-in',
      tokenType,
      token: OPAQUE[tokenType],
      identity: { tokenType, ...shared, ...identity },
      headers: [],
    });
  });
});

describe('scopes', () => {
  test.each<[scopes: unknown, list: string[]]>([
    [
      ['a', 'b c'],
      ['a', 'b c'],
    ],
    ['a b', ['a', 'b']],
    ['a', ['a']],
    [[], []],
    [undefined, []],
    [null, []],
    [7, []],
    [{ 0: 'a' }, []],
    [['a', 7, null, ['b']], ['a']],
  ])('%j are %j', (scopes, list) => {
    expect(readScopes(scopes)).toEqual(list);
  });
});
