import { describe, expect, test } from '@jest/globals';
import type { MintRequest } from '../../src/testing/local-instance.js';
import { type Carrier, local, verdictOn } from './support/engine.js';
import { hmacToken, unsignedToken } from './support/token-forge.js';

const CARRIERS: Carrier[] = ['bearer', 'cookie'];
const GENUINE = { alg: 'RS256', typ: 'JWT', kid: local.kid, cat: 'cl_B7d4PD111AAA' };

/** The claims of a genuine token of Ada's. */
function adasClaims(): object {
  const [, payload = ''] = local.mintSessionToken('ada').split('.');
  const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return claims;
}

type Change = Pick<MintRequest, 'header' | 'claims'>;
type Attack = [name: string, change: Change];

const OF_ANOTHER_KIND: Attack[] = [
  [
    'a token from a JWT template (another category) is no session',
    { header: { cat: 'cl_B7d4PD222AAA' } },
  ],
  ["a machine's token (by its category) is no session", { header: { cat: 'cl_B7d4PD333AAA' } }],
  ['a token of a category that nobody knows yet is no session', { header: { cat: 'cl_new' } }],
  ['a token with an empty category is no session', { header: { cat: '' } }],
  ['a token whose category is null is no session', { header: { cat: null } }],
  [
    'a token whose category is a list with the right one is no session',
    { header: { cat: [GENUINE.cat] } },
  ],
  ["a machine's token (by its subject) is no session", { claims: { sub: 'mch_2LocalClerk' } }],
  ['an OAuth access token (typ at+jwt) is no session', { header: { typ: 'at+jwt' } }],
  [
    'an OAuth access token (typ application/at+jwt) is no session',
    { header: { typ: 'application/at+jwt' } },
  ],
];

const WITH_A_FOREIGN_TYPE: Attack[] = [
  ['an encrypted token by its typ (JWE) is refused', { header: { typ: 'JWE' } }],
  ['a logout token (typ logout+jwt) is refused', { header: { typ: 'logout+jwt' } }],
  ['a typ in lower case is refused', { header: { typ: 'jwt' } }],
  ['an empty typ is refused', { header: { typ: '' } }],
  ['a typ of null is refused', { header: { typ: null } }],
  ['a list of the right typ is refused', { header: { typ: ['JWT'] } }],
];

const WITH_A_FOREIGN_ALGORITHM: Attack[] = [
  ['a genuine signature under the name none is refused', { header: { alg: 'none' } }],
  ['a genuine signature under the name HS256 is refused', { header: { alg: 'HS256' } }],
  ['a genuine signature under the name ES256 is refused', { header: { alg: 'ES256' } }],
  ['a genuine signature under the name PS256 is refused', { header: { alg: 'PS256' } }],
  ['an algorithm in lower case is refused', { header: { alg: 'rs256' } }],
  ['a list of the right algorithm is refused', { header: { alg: ['RS256'] } }],
  ['a token without an algorithm is refused', { header: { alg: undefined } }],
];

const OF_NOBODY: Attack[] = [
  ['a token without a subject is refused', { claims: { sub: undefined } }],
  ['a token whose subject is null is refused', { claims: { sub: null } }],
  ['a token whose subject is a number is refused', { claims: { sub: 1 } }],
  [
    'a token whose subject is a list of one user is refused',
    { claims: { sub: [local.users.ada.id] } },
  ],
];

describe.each(CARRIERS)('a session token by %s', (carrier) => {
  const minted = (change: Change) => verdictOn(local.mint({ user: 'ada', ...change }), {}, carrier);

  test('a genuine token signs in', async () => {
    expect(await minted({})).toBe('signed-in');
  });

  test.each(OF_ANOTHER_KIND)('%s', async (_name, change) => {
    expect(await minted(change)).toBe('token-type-mismatch');
  });

  test.each(WITH_A_FOREIGN_TYPE)('%s', async (_name, change) => {
    expect(await minted(change)).toBe('token-invalid');
  });

  test.each(WITH_A_FOREIGN_ALGORITHM)('%s', async (_name, change) => {
    expect(await minted(change)).toBe('token-invalid-algorithm');
  });

  test.each(OF_NOBODY)('%s', async (_name, change) => {
    expect(await minted(change)).toBe('token-verification-failed');
  });

  test.each(['none', 'None', 'nOnE', ''])('an unsigned token (alg %j) is refused', async (alg) => {
    const token = unsignedToken({ ...GENUINE, alg }, adasClaims());
    expect(await verdictOn(token, {}, carrier)).toBe('token-invalid-algorithm');
  });

  test.each([
    ['the public PEM', local.jwtKey],
    ['the public PEM without its last line end', local.jwtKey.trimEnd()],
    ['an empty string', ''],
  ])('a token signed with HS256 and %s as secret is refused', async (_name, secret) => {
    const token = hmacToken({ ...GENUINE, alg: 'HS256' }, adasClaims(), secret);
    expect(await verdictOn(token, {}, carrier)).toBe('token-invalid-algorithm');
  });

  test('a token signed with HS256 and the public PEM as secret is refused under the name RS256 too', async () => {
    const token = hmacToken(GENUINE, adasClaims(), local.jwtKey);
    expect(await verdictOn(token, {}, carrier)).toBe('token-invalid-signature');
  });
});

describe('what a genuine token need not have', () => {
  test.each<Attack>([
    ['a token without typ passes: it is optional', { header: { typ: undefined } }],
    ['a token without a category passes: older ones have none', { header: { cat: undefined } }],
    ['a token that is exempt from the categories passes', { header: { cat: 'cl_I7d4PD111III' } }],
    ['a token without kid passes where there is one key', { header: { kid: undefined } }],
    ['a token without iss passes', { claims: { iss: undefined } }],
    ['a token without sid passes', { claims: { sid: undefined } }],
    ['a subject that merely holds mch_ is a user', { claims: { sub: 'user_mch_1' } }],
  ])('%s', async (_name, change) => {
    expect(await verdictOn(local.mint({ user: 'ada', ...change }))).toBe('signed-in');
  });
});

describe('a token with several faults is refused for the first of them', () => {
  const EVERYTHING = {
    sub: undefined,
    aud: 'https://evil.example',
    azp: 'https://evil.example',
    exp: 1,
    nbf: 9_999_999_999,
    iat: 9_999_999_999,
  };
  const FAULTS: [fault: string, mended: object, reason: string][] = [
    ['the subject', {}, 'token-verification-failed'],
    ['the audience', { sub: 'user_1' }, 'token-verification-failed'],
    ['the authorized party', { aud: undefined }, 'token-invalid-authorized-parties'],
    [
      'the expiry',
      { azp: 'https://app.example' },
      'session-token-expired-refresh-non-eligible-no-refresh-cookie',
    ],
    ['the not-before time', { exp: 9_999_999_999 }, 'session-token-nbf'],
    ['the issue time', { nbf: undefined }, 'session-token-iat-in-the-future'],
    ['nothing', { iat: undefined }, 'signed-in'],
  ];
  const policy = { audience: ['https://api.example'], authorizedParties: ['https://app.example'] };

  test.each(FAULTS)('%s', async (fault, _mended, reason) => {
    const upTo = FAULTS.slice(0, FAULTS.findIndex(([name]) => name === fault) + 1);
    const mendings = [EVERYTHING, ...upTo.map(([, mended]) => mended)];
    const claims = Object.fromEntries(mendings.flatMap((part) => Object.entries(part)));
    expect(await verdictOn(local.mint({ user: 'ada', claims }), { policy })).toBe(reason);
  });

  test('the kind, before the type, the algorithm and the signature', async () => {
    const header = { cat: 'cl_B7d4PD222AAA', typ: 'JWE', alg: 'none' };
    expect(await verdictOn(unsignedToken(header, EVERYTHING))).toBe('token-type-mismatch');
  });

  test('the type, before the algorithm and the signature', async () => {
    const header = { ...GENUINE, typ: 'JWE', alg: 'none' };
    expect(await verdictOn(unsignedToken(header, EVERYTHING))).toBe('token-invalid');
  });

  test('the signature, before any claim: who can’t sign learns nothing about the rules', async () => {
    expect(await verdictOn(unsignedToken(GENUINE, EVERYTHING), { policy })).toBe(
      'token-invalid-signature',
    );
  });
});
