import { describe, expect, test } from '@jest/globals';
import type { JsonWebKey } from 'node:crypto';
import { local, NOW_IN_SECONDS, verdictOn } from './support/engine.js';
import { publishedKeys } from './support/published-keys.js';
import { TokenForge } from './support/token-forge.js';

const genuine = local.mintSessionToken('ada');
const [header = '', payload = '', signature = ''] = genuine.split('.');
const attacker = new TokenForge();

const HEADER = { alg: 'RS256', typ: 'JWT', kid: local.kid, cat: 'cl_B7d4PD111AAA' };
const CLAIMS = { sub: 'user_1', exp: NOW_IN_SECONDS + 60 };

/** A key whose owner says which algorithm it is for, or does not. */
function keyFor(alg: string | undefined): JsonWebKey {
  const [key] = local.jwks.keys;
  return { ...key, alg };
}

describe('an altered token', () => {
  test('is refused, whichever of its characters was altered, and to whatever', async () => {
    const accepted: number[] = [];
    for (let at = 0; at < genuine.length; at++) {
      const letter = genuine.charAt(at) === 'A' ? 'B' : 'A';
      const altered = genuine.slice(0, at) + letter + genuine.slice(at + 1);
      if ((await verdictOn(altered)) === 'signed-in') accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  test('is refused when only the unused bits of the last character differ: one signature, one spelling', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const bytes = Buffer.from(signature, 'base64url');
    const spellings = alphabet
      .split('')
      .map((character) => signature.slice(0, -1) + character)
      .filter((spelling) => Buffer.from(spelling, 'base64url').equals(bytes));
    expect(spellings).toHaveLength(16);
    const verdicts = spellings.map((spelling) => verdictOn(`${header}.${payload}.${spelling}`));
    expect((await Promise.all(verdicts)).toSorted()).toEqual([
      'signed-in',
      ...Array.from({ length: 15 }, () => 'token-invalid'),
    ]);
  });

  test.each([
    ['the last character cut off', genuine.slice(0, -1), 'token-invalid'],
    ['its last byte and a half cut off', genuine.slice(0, -2), 'token-invalid-signature'],
    ['half of the signature', genuine.slice(0, -170), 'token-invalid-signature'],
    ['an empty signature', `${header}.${payload}.`, 'token-invalid-signature'],
    ['two bytes more', `${genuine.slice(0, -1)}QAA`, 'token-invalid-signature'],
    ['padding appended', `${genuine}==`, 'token-invalid'],
    ['padding appended to the header', `${header}=.${payload}.${signature}`, 'token-invalid'],
    ['a signature of zeros', `${header}.${payload}.${'A'.repeat(342)}`, 'token-invalid-signature'],
    [
      'the signature of another token',
      `${header}.${payload}.${signatureOfAnother()}`,
      'token-invalid-signature',
    ],
    [
      'standard base64 in place of base64url',
      `${header}.${payload}.${standard()}`,
      'token-invalid',
    ],
  ])('is refused with %s', async (_name, token, reason) => {
    expect(await verdictOn(token)).toBe(reason);
  });

  function signatureOfAnother(): string {
    return local.mintSessionToken('grace').split('.')[2] ?? '';
  }

  function standard(): string {
    // Some signatures are spelt alike in both alphabets; the sign makes sure that this one is not.
    return `+${Buffer.from(signature, 'base64url').toString('base64').slice(1, 342)}`;
  }
});

describe('a token by a key that is not the instance’s', () => {
  const ATTACKS: [name: string, extra: object][] = [
    ["under the instance's key id", {}],
    ['with the key embedded (jwk)', { jwk: { ...attacker.jwk, kid: local.kid } }],
    ['with a link to the key set (jku)', { jku: 'https://evil.example/jwks.json' }],
    ['with a link to a certificate (x5u)', { x5u: 'https://evil.example/key.pem' }],
    ['with a certificate embedded (x5c)', { x5c: [Buffer.from(attacker.pem).toString('base64')] }],
    ['with a path for its key id', { kid: '../../dev/null' }],
  ];

  test.each(ATTACKS)('is refused %s, where the key is given as PEM', async (_name, extra) => {
    const token = attacker.sign({ ...HEADER, ...extra }, CLAIMS);
    expect(await verdictOn(token)).toBe('token-invalid-signature');
  });

  test.each(ATTACKS.slice(0, -1))(
    'is refused %s, where keys are published',
    async (_name, extra) => {
      const token = attacker.sign({ ...HEADER, ...extra }, CLAIMS);
      const keys = publishedKeys(...local.jwks.keys);
      expect(await verdictOn(token, { keys })).toBe('token-invalid-signature');
    },
  );

  test('is refused under the id of another of the published keys', async () => {
    const keys = publishedKeys(...local.jwks.keys, { ...attacker.jwk, kid: 'ins_other' });
    const token = attacker.sign(HEADER, CLAIMS);
    expect(await verdictOn(token, { keys })).toBe('token-invalid-signature');
    const honest = attacker.sign({ ...HEADER, kid: 'ins_other' }, CLAIMS);
    expect(await verdictOn(honest, { keys })).toBe('signed-in');
  });

  test.each<[name: string, kid: unknown]>([
    ['an unknown key id', 'ins_unknown'],
    ['no key id', undefined],
    ['a key id of null', null],
    ['a list of the right key id', [local.kid]],
    ['the name of a property (__proto__)', '__proto__'],
    ['the name of a property (constructor)', 'constructor'],
  ])('is refused with %s, where keys are published', async (_name, kid) => {
    const keys = publishedKeys(...local.jwks.keys);
    const token = local.mint({ user: 'ada', header: { kid } });
    expect(await verdictOn(token, { keys })).toBe('jwk-kid-mismatch');
  });
});

describe('a key that is too weak to trust, even if it was published', () => {
  test('a token by a key of 1,024 bits is refused', async () => {
    const weak = new TokenForge(1_024);
    const keys = publishedKeys({ ...weak.jwk, kid: local.kid });
    expect(await verdictOn(weak.sign(HEADER, CLAIMS), { keys })).toBe('token-verification-failed');
  });

  test('a key without any bits verifies nothing', async () => {
    const keys = publishedKeys({ kty: 'RSA', n: '', e: 'AQAB', kid: local.kid });
    expect(await verdictOn(genuine, { keys })).toBe('token-verification-failed');
    expect(await verdictOn(`${header}.${payload}.`, { keys })).toBe('token-verification-failed');
  });
});

describe('a header that names critical extensions (crit)', () => {
  test.each<[name: string, header: object]>([
    ['that nobody knows', { crit: ['urn:example:revoked'], 'urn:example:revoked': true }],
    ['in an empty list', { crit: [] }],
    ['not in a list', { crit: 'exp' }],
    ['of null', { crit: null }],
  ])('%s, is refused', async (_name, extra) => {
    const token = local.mint({ user: 'ada', header: { ...extra } });
    expect(await verdictOn(token)).toBe('token-verification-failed');
  });
});

describe('RS384 and RS512', () => {
  const signed = (alg: string) => local.mint({ user: 'ada', header: { alg } });

  test.each(['RS256', 'RS384', 'RS512'])(
    '%s passes where the key names no algorithm',
    async (alg) => {
      const keys = publishedKeys(keyFor(undefined));
      expect(await verdictOn(signed(alg), { keys })).toBe('signed-in');
    },
  );

  test.each(['RS384', 'RS512'])('%s is refused where the key is for RS256', async (alg) => {
    const keys = publishedKeys(keyFor('RS256'));
    expect(await verdictOn(signed(alg), { keys })).toBe('token-verification-failed');
    expect(await verdictOn(signed(alg))).toBe('token-verification-failed');
  });

  test('RS256 is refused where the key is for RS512', async () => {
    const keys = publishedKeys(keyFor('RS512'));
    expect(await verdictOn(signed('RS256'), { keys })).toBe('token-verification-failed');
    expect(await verdictOn(signed('RS512'), { keys })).toBe('signed-in');
  });

  test('a digest under another algorithm’s name is refused', async () => {
    const forge = new TokenForge();
    const keys = publishedKeys({ ...forge.jwk, kid: local.kid });
    const token = forge.sign({ ...HEADER, alg: 'RS512' }, CLAIMS);
    expect(await verdictOn(token, { keys })).toBe('token-invalid-signature');
  });
});
