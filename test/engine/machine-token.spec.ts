import { describe, expect, test } from '@jest/globals';
import { decodeToken } from '../../src/engine/facts/decoded-token.js';
import { readMachineToken } from '../../src/engine/facts/machine-token.js';
import { local } from './support/engine.js';
import { M2M_JWT, OAUTH_JWT } from './support/machines.js';
import { unsignedToken } from './support/token-forge.js';

function read(text: string): string {
  const token = readMachineToken(decodeToken(text));
  if (!token) return 'no program’s token';
  expect(token.text).toBe(text);
  return `${token.tokenType}, ${token.format}`;
}

function minted(header: object, claims: object = {}): string {
  return local.mint({ user: 'ada', header: { ...header }, claims: { ...claims } });
}

const NONE = 'no program’s token';

describe('a token says of itself what it is', () => {
  test.each<[name: string, text: string, what: string]>([
    ['an API key by its prefix', 'ak_1', 'api_key, opaque'],
    ['an M2M token by its prefix', 'mt_1', 'm2m_token, opaque'],
    ['an OAuth token by its prefix', 'oat_1', 'oauth_token, opaque'],
    ['even where nothing follows', 'ak_', 'api_key, opaque'],
    ['a prefix counts at the start only', 'xak_1', NONE],
    ['a prefix in capitals is none', 'AK_1', NONE],
    ['a prefix without its underscore is none', 'ak1', NONE],
    ['a prefix of a prefix is none', 'oa_1', NONE],
    ['a secret key is none', 'sk_test_1', NONE],
    ['a word is none', 'x', NONE],
    ['an empty text is none', '', NONE],
  ])('opaque: %s', (_name, text, what) => {
    expect(read(text)).toBe(what);
  });

  test.each<[name: string, text: string, what: string]>([
    ['three parts, by which Clerk knows a JWT', 'ak_a.b.c', 'api_key, broken'],
    ['of an M2M token', 'mt_a.b-_.C9', 'm2m_token, broken'],
    ['of an OAuth token', 'oat_a.b.c', 'oauth_token, broken'],
    ['two parts are no JWT', 'ak_a.b', 'api_key, opaque'],
    ['four parts are none', 'ak_a.b.c.d', 'api_key, opaque'],
    ['an empty part is none, the second', 'ak_a..c', 'api_key, opaque'],
    ['an empty part is none, the last', 'ak_a.b.', 'api_key, opaque'],
    ['characters beyond base64url are none', 'ak_a.b+.c', 'api_key, opaque'],
    ['nor are those in the first part', 'ak_a=.b.c', 'api_key, opaque'],
    ['nor are those in the last part', 'ak_a.b.c=', 'api_key, opaque'],
  ])('an opaque token that looks like a JWT: %s', (_name, text, what) => {
    expect(read(text)).toBe(what);
  });

  test.each<[name: string, text: string, what: string]>([
    ['a machine’s by its subject', M2M_JWT, 'm2m_token, jwt'],
    ['an OAuth client’s by its typ', OAUTH_JWT, 'oauth_token, jwt'],
    ['by its long typ', minted({ typ: 'application/at+jwt' }), 'oauth_token, jwt'],
    [
      'a machine’s, whatever its typ',
      minted({ typ: 'at+jwt' }, { sub: 'mch_1' }),
      'm2m_token, jwt',
    ],
    ['by its subject and not its category', minted({ cat: 'cl_B7d4PD333AAA' }), NONE],
    ['a session’s is none', local.mintSessionToken('ada'), NONE],
    ['a typ in capitals is none', minted({ typ: 'AT+JWT' }), NONE],
    ['a list with the right typ is none', minted({ typ: ['at+jwt'] }), NONE],
    ['a subject that only contains mch_ is none', minted({}, { sub: 'user_mch_1' }), NONE],
    ['a list with a machine as its subject is none', minted({}, { sub: ['mch_1'] }), NONE],
    ['a token without subject is none', minted({}, { sub: undefined }), NONE],
    [
      'an unsigned one is a machine’s, and not trusted for that',
      unsignedToken({ alg: 'none' }, { sub: 'mch_1' }),
      'm2m_token, jwt',
    ],
  ])('a JWT: %s', (_name, text, what) => {
    expect(read(text)).toBe(what);
  });
});
