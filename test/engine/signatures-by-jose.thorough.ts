import { describe, expect, test } from '@jest/globals';
import { ALGORITHMS } from '../../src/engine/claims/algorithm.js';
import { alteredTokens } from './support/altered-tokens.js';
import { askBoth, expectAgreement } from './support/jose-agreement.js';
import { type Scheme, SigningKey } from './support/signing-key.js';

// Whatever verifies signatures here, `jose` is what it is compared with: yes exactly where jose says
// yes, and never yes by the signature check alone where jose says no.

const CLAIMS = { sub: 'user_1', exp: 2_000_000_000 };
const RS = ['RS256', 'RS384', 'RS512'] as const;
const HEADER_ALGORITHMS = [...RS, 'PS256', 'ES256', 'HS256', 'none', 'rs256'];

/** What a key's owner says that it is for. */
const NAMED = [undefined, ...RS, 'PS256', 'ES256', 'HS256', 'none', ''];

/** All that an RSA key can make, and what it can't. */
const SCHEMES: readonly Scheme[] = [
  ...RS,
  'PS256',
  'PS512',
  'HS256 by the public key',
  'SHA-1',
  'a bare digest',
  'a digest without padding',
  'nothing',
];

const own = SigningKey.rsa(2_048);
const other = SigningKey.rsa(2_048);

describe('a signature counts exactly where jose takes it', () => {
  test('whatever the header, the key and the signature itself are made by', async () => {
    const cases = HEADER_ALGORITHMS.flatMap((alg) =>
      SCHEMES.flatMap((scheme) => {
        const text = own.token(scheme, { alg }, CLAIMS);
        return NAMED.map((algorithm) => ({
          name: `${alg} in the header, signed by ${scheme}, by a key for ${algorithm}`,
          text,
          key: own.publicKey,
          algorithm,
        }));
      }),
    );
    expect(ALGORITHMS).toEqual(RS);
    expect(cases).toHaveLength(720);
    // Each of the three by a key for it, and by one for any.
    expect(await expectAgreement(cases)).toBe(6);
  });

  test('whatever the strength of the key', async () => {
    const strong = [own, 2_056, 3_072, 4_096, SigningKey.rsa(2_048, 3)];
    const keys = [...strong, 1_024, 2_040, 2_047].map((key) =>
      typeof key === 'number' ? SigningKey.rsa(key) : key,
    );
    const cases = keys.flatMap((key) =>
      RS.flatMap((alg) =>
        [undefined, alg].map((algorithm) => ({
          name: `${alg} by ${key.name}, for ${algorithm}`,
          text: key.token(alg, { alg }, CLAIMS),
          key: key.publicKey,
          algorithm,
        })),
      ),
    );
    expect(await expectAgreement(cases)).toBe(strong.length * 6);
    // To find the largest key can take seconds.
  }, 60_000);

  test('whatever the kind of the key', async () => {
    const pss = SigningKey.rsaPss(2_048);
    const curve = SigningKey.p256();
    const forged = own.token('HS256 by the public key', { alg: 'HS256' }, CLAIMS);
    const genuine = own.token('RS256', { alg: 'RS256' }, CLAIMS);
    const pairs = [
      ...HEADER_ALGORITHMS.flatMap((alg) => [
        { name: `PSS, ${alg}`, text: pss.token('PS256', { alg }, CLAIMS), key: pss.publicKey },
        {
          name: `P-256, ${alg}`,
          text: curve.token('ES256', { alg }, CLAIMS),
          key: curve.publicKey,
        },
      ]),
      { name: 'a secret', text: forged, key: own.asSecret },
      { name: 'an RSA token by a secret', text: genuine, key: own.asSecret },
      { name: 'an RSA token by PSS', text: genuine, key: pss.publicKey },
      { name: 'an RSA token by P-256', text: genuine, key: curve.publicKey },
    ];
    const cases = pairs.flatMap(({ name, text, key }) =>
      NAMED.map((algorithm) => ({ name: `${name}, for ${algorithm}`, text, key, algorithm })),
    );
    expect(await expectAgreement(cases)).toBe(0);
  });

  test('whatever the header says is critical', async () => {
    const critical: readonly object[] = [
      { crit: ['urn:x'], 'urn:x': true },
      { crit: ['urn:x'] },
      { crit: ['exp'], exp: 1 },
      { crit: ['alg'] },
      { crit: ['kid'], kid: 'x' },
      { crit: ['b64', 'urn:x'], b64: true, 'urn:x': 1 },
      { crit: ['b64'] },
      { crit: ['b64'], b64: 'false' },
      ...[[], [''], [null], null, false, 0, '', 'b64', 'exp', {}].map((crit) => ({ crit })),
    ];
    const others: readonly object[] = [
      {},
      { b64: false },
      { b64: true },
      { b64: 'x' },
      { Crit: ['urn:x'] },
      { jku: 'https://evil.example', jwk: other.publicKey.export({ format: 'jwk' }) },
    ];
    const cases = [...critical, ...others].flatMap((extra) =>
      [undefined, 'RS256'].map((algorithm) => ({
        name: `${JSON.stringify(extra)} by a key for ${algorithm}`,
        text: own.token('RS256', { alg: 'RS256', ...extra }, CLAIMS),
        key: own.publicKey,
        algorithm,
      })),
    );
    expect(await expectAgreement(cases)).toBe(others.length * 2);
  });

  test('whatever has been done to the token since it was signed', async () => {
    const tokens = RS.flatMap((alg) => {
      const header = { alg, kid: 'ins_own', typ: 'JWT' };
      const genuine = own.token(alg, header, CLAIMS);
      const another = own.token(alg, header, { ...CLAIMS, sub: 'user_2' });
      return alteredTokens(genuine, another).map(
        ([name, text]) => [`${alg}, ${name}`, text] as const,
      );
    });
    const cases = tokens.flatMap(([name, text]) => [
      { name: `${name}, by its key`, text, key: own.publicKey, algorithm: undefined },
      { name: `${name}, by another key`, text, key: other.publicKey, algorithm: undefined },
    ]);
    expect(cases.length).toBeGreaterThan(200);
    // The token as it came, of each algorithm.
    expect(await expectAgreement(cases)).toBe(3);
  });

  test('also where the signature starts with zeros, or would be good with them left out', async () => {
    const zero = Buffer.alloc(1);
    const tokens = signaturesWithZero(4).flatMap(({ input, signature }) => [
      { name: 'a zero in front', input, bytes: signature },
      { name: 'that zero left out', input, bytes: signature.subarray(1) },
      { name: 'one more zero', input, bytes: Buffer.concat([zero, signature]) },
      { name: 'it at the end', input, bytes: Buffer.concat([signature.subarray(1), zero]) },
    ]);
    const cases = tokens.map(({ name, input, bytes }) => ({
      name,
      text: `${input}.${bytes.toString('base64url')}`,
      key: own.publicKey,
      algorithm: 'RS256',
    }));
    expect(await expectAgreement(cases)).toBe(4);
  });
});

describe('the one thing that jose takes and we refuse', () => {
  // jose knows the extension b64 (RFC 7797), with which a payload can be other than base64url. No
  // token of Clerk's has it, and one whose payload is to be read otherwise must not be read as ever.
  test.each([true, false])('is the critical extension b64 of %s', async (b64) => {
    const text = own.token('RS256', { alg: 'RS256', crit: ['b64'], b64 }, CLAIMS);
    const one = { name: 'b64', text, key: own.publicKey, algorithm: 'RS256' };
    expect(await askBoth(one)).toMatchObject({ jose: true, ours: false, isWeakAlone: false });
  });
});

/** Signatures that start with a zero: one in 256 does. */
function signaturesWithZero(count: number): { input: string; signature: Buffer }[] {
  const found: { input: string; signature: Buffer }[] = [];
  for (let jti = 0; found.length < count; jti++) {
    const text = own.token('RS256', { alg: 'RS256' }, { ...CLAIMS, jti });
    const [input, signature] = splitAtLastDot(text);
    if (signature[0] === 0) found.push({ input, signature });
  }
  return found;
}

function splitAtLastDot(text: string): [input: string, signature: Buffer] {
  const dot = text.lastIndexOf('.');
  return [text.slice(0, dot), Buffer.from(text.slice(dot + 1), 'base64url')];
}
