import { describe, expect, test } from '@jest/globals';
import { checkHeaderType } from '../../src/engine/claims/header-type.js';
import { local, verdictOn } from './support/engine.js';

function refusal(typ: unknown, expected?: readonly string[]): string | undefined {
  const token = { kind: 'jwt', text: '', header: { typ }, claims: {} } as const;
  return checkHeaderType(token, expected)?.message;
}

describe('the typ of a token', () => {
  test.each<[typ: unknown, expected: readonly string[] | undefined]>([
    [undefined, undefined],
    ['JWT', undefined],
    ['JWT', ['JWT']],
    ['custom', ['JWT', 'custom']],
  ])('%j passes where %j is expected', (typ, expected) => {
    expect(refusal(typ, expected)).toBeUndefined();
  });

  test.each<[typ: unknown, expected: readonly string[] | undefined, said: string]>([
    ['jwt', undefined, 'is "jwt" where ["JWT"] is expected'],
    [null, undefined, 'is null where ["JWT"] is expected'],
    [['JWT'], undefined, 'is ["JWT"] where ["JWT"] is expected'],
    ['JWT', ['custom'], 'is "JWT" where ["custom"] is expected'],
    [undefined, ['JWT'], 'is nothing where ["JWT"] is expected'],
    ['JWT', [], 'is "JWT" where [] is expected'],
  ])('%j is refused where %j is expected', (typ, expected, said) => {
    expect(refusal(typ, expected)).toBe(`The token's type (typ) ${said}.`);
  });
});

test.each<[name: string, header: object, word: string]>([
  ['with another typ than the demanded one is refused', { typ: 'JWT' }, 'token-invalid'],
  ['without any typ is refused', { typ: undefined }, 'token-invalid'],
  ['with the demanded typ is good', { typ: 'custom' }, 'signed-in'],
  ['with an OAuth client’s typ is still none', { typ: 'at+jwt' }, 'token-type-mismatch'],
])('where a typ is demanded a session token %s', async (_name, header, word) => {
  const policy = { headerTypes: ['custom', 'at+jwt'] };
  const token = local.mint({ user: 'ada', header: { ...header } });
  expect(await verdictOn(token, { policy })).toBe(word);
  expect(await verdictOn(token, { policy }, 'cookie')).toBe(word);
});
