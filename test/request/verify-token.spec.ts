import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { VerifyTokenOptions } from '../../src/request/verify-token.js';
import { LocalInstance } from '../../src/testing/local-instance.js';
import type { TokenChanges } from '../../src/testing/token-changes.js';
import { JwksServer, json } from '../engine/support/jwks-server.js';
import { encodePart, hmacToken, TokenForge, unsignedToken } from '../engine/support/token-forge.js';
import { ours, theirs } from './verify-token-pair.js';

const clerk = new LocalInstance();
const stranger = new LocalInstance();
const NOW_IN_SECONDS = Math.floor(Date.now() / 1000);
const APP = 'http://localhost:3000';
const API = 'https://api.example';
const ELSEWHERE = 'https://elsewhere.example';

let server: JwksServer;
beforeAll(async () => {
  server = await JwksServer.start();
  server.answer = json(clerk.jwks);
});
afterAll(() => server.stop());

const minted = (changes: TokenChanges = {}) => clerk.mint({ user: 'ada', ...changes });
const claiming = (claims: TokenChanges['claims']) => minted({ claims });
const headed = (header: TokenChanges['header']) => minted({ header });

interface Row {
  readonly name: string;
  readonly token: string;
  readonly options?: VerifyTokenOptions;
  /** Why it is refused; none for a token that verifies. */
  readonly reason?: string;
}

const GOOD: Row[] = [
  { name: 'a session token', token: minted() },
  { name: 'a token of a JWT template', token: headed({ cat: 'cl_B7d4PD222AAA' }) },
  { name: 'a token of an unknown category', token: headed({ cat: 'cl_new' }) },
  { name: 'a token whose subject is a machine', token: claiming({ sub: 'mch_1' }) },
  { name: 'a token without a category', token: headed({ cat: undefined }) },
  { name: 'a token without typ', token: headed({ typ: undefined }) },
  { name: 'a token without iss and sid', token: claiming({ iss: undefined, sid: undefined }) },
  { name: 'a token with claims of its own', token: claiming({ plan: { tier: 3 }, o: null }) },
  { name: 'a token of the audience', token: claiming({ aud: API }), options: { audience: API } },
  {
    name: 'a token that names the audience among others',
    token: claiming({ aud: [ELSEWHERE, API] }),
    options: { audience: ['https://other.example', API] },
  },
  { name: 'a token without an audience', token: minted(), options: { audience: [API] } },
  { name: 'a token of the party', token: minted(), options: { authorizedParties: [APP] } },
  {
    name: 'a token of the asked-for type',
    token: headed({ typ: 'at+jwt' }),
    options: { headerType: ['JWT', 'at+jwt'] },
  },
  { name: 'a token expired within the skew', token: claiming({ exp: NOW_IN_SECONDS - 2 }) },
  {
    name: 'a token expired within a wide skew',
    token: claiming({ exp: NOW_IN_SECONDS - 900 }),
    options: { clockSkewInMs: 1_000_000 },
  },
  {
    name: 'a skew that is no number, as the default',
    token: claiming({ exp: NOW_IN_SECONDS - 2 }),
    options: { clockSkewInMs: Number.NaN },
  },
  {
    name: 'empty demands, as none',
    token: minted(),
    options: { authorizedParties: [], audience: '' },
  },
];

const EXPIRED = 'token-expired';
const FAILED = 'token-verification-failed';
const INVALID = 'token-invalid';
const PARTIES = 'token-invalid-authorized-parties';

const REFUSED: Row[] = [
  { name: 'an expired token', token: claiming({ exp: NOW_IN_SECONDS - 60 }), reason: EXPIRED },
  {
    name: 'an expired token of no skew',
    token: claiming({ exp: NOW_IN_SECONDS - 1 }),
    options: { clockSkewInMs: 0 },
    reason: EXPIRED,
  },
  { name: 'a token without an expiry', token: claiming({ exp: undefined }), reason: FAILED },
  {
    name: 'a token that is not to be used yet',
    token: claiming({ nbf: NOW_IN_SECONDS + 60 }),
    reason: 'token-not-active-yet',
  },
  {
    name: 'a token from the future',
    token: claiming({ iat: NOW_IN_SECONDS + 60 }),
    reason: 'token-iat-in-the-future',
  },
  {
    name: 'a token signed with SHA-384 and a key that is for SHA-256',
    token: headed({ alg: 'RS384' }),
    reason: FAILED,
  },
  { name: 'a token of nobody', token: claiming({ sub: undefined }), reason: FAILED },
  { name: "a machine's token", token: headed({ cat: 'cl_B7d4PD333AAA' }), reason: INVALID },
  { name: 'a token of a foreign type', token: headed({ typ: 'at+jwt' }), reason: INVALID },
  {
    name: 'a token without the asked-for type',
    token: headed({ typ: undefined }),
    options: { headerType: 'at+jwt' },
    reason: INVALID,
  },
  {
    name: 'a token for another audience',
    token: claiming({ aud: ELSEWHERE }),
    options: { audience: API },
    reason: FAILED,
  },
  {
    name: 'a token that another origin asked for',
    token: claiming({ azp: ELSEWHERE }),
    options: { authorizedParties: [APP] },
    reason: PARTIES,
  },
  {
    name: 'a token that nobody says to have asked for',
    token: claiming({ azp: undefined }),
    options: { authorizedParties: [APP] },
    reason: PARTIES,
  },
  { name: 'no text', token: '', reason: INVALID },
  { name: 'no JWT', token: 'not-a-token', reason: INVALID },
  { name: 'two parts', token: minted().split('.').slice(0, 2).join('.'), reason: INVALID },
  { name: 'a header that is no JSON', token: `${encodePart('{')}.e30.c2ln`, reason: INVALID },
  { name: 'claims that are no JSON', token: `${encodePart({})}.bm8.c2ln`, reason: INVALID },
];

/** Both ways to the keys; fresh secret keys, as the vendor keeps what it fetched by them. */
const ACCESSES: readonly (readonly [name: string, access: () => VerifyTokenOptions])[] = [
  ['jwtKey', () => ({ jwtKey: clerk.jwtKey })],
  ['secretKey', () => ({ secretKey: freshKey(), apiUrl: server.origin })],
];

let keys = 0;
function freshKey(): string {
  keys += 1;
  return `sk_test_verify${keys}`;
}

describe.each(ACCESSES)('verifyToken() by %s, as the vendor’s', (_name, access) => {
  it.each(GOOD)('resolves to the claims of $name', async ({ token, options }) => {
    const all = { ...access(), ...options };
    const verdict = await ours(token, all);
    expect(verdict).toEqual({ claims: JSON.parse(payloadOf(token)) });
    expect(verdict).toEqual(await theirs(token, all));
  });

  it.each(REFUSED)('refuses $name', async ({ token, options, reason }) => {
    const all = { ...access(), ...options };
    expect(await ours(token, all)).toEqual({ reason });
    expect(await theirs(token, all)).toEqual({ reason });
  });
});

function payloadOf(token: string): string {
  return Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
}

describe.each(ACCESSES)('an attacker’s token, with verifyToken() by %s', (name, access) => {
  const forge = new TokenForge();
  const HEADER = { alg: 'RS256', typ: 'JWT', kid: clerk.kid };
  const CLAIMS = { sub: clerk.users.ada.id, exp: NOW_IN_SECONDS + 60 };
  const UNKNOWN = name === 'jwtKey' ? 'token-invalid-signature' : 'jwk-kid-mismatch';

  const ATTACKS: Row[] = [
    {
      name: 'a token signed by the attacker’s key under the instance’s key id',
      token: forge.sign(HEADER, CLAIMS),
      reason: 'token-invalid-signature',
    },
    {
      name: 'a token of another instance, under its own key id',
      token: stranger.mintSessionToken('ada'),
      reason: UNKNOWN,
    },
    {
      name: 'a token that brings its key along (jwk)',
      token: forge.sign({ ...HEADER, kid: 'mine', jwk: forge.jwk }, CLAIMS),
      reason: UNKNOWN,
    },
    {
      name: 'an unsigned token (alg none)',
      token: unsignedToken({ ...HEADER, alg: 'none' }, CLAIMS),
      reason: 'token-invalid-algorithm',
    },
    {
      name: 'a token signed with HS256 and the public key as secret',
      token: hmacToken({ ...HEADER, alg: 'HS256' }, CLAIMS, clerk.jwtKey),
      reason: 'token-invalid-algorithm',
    },
    {
      name: 'the same under the name RS256',
      token: hmacToken(HEADER, CLAIMS, clerk.jwtKey),
      reason: 'token-invalid-signature',
    },
    {
      name: 'a genuine token with other claims put in',
      token: minted().replace(/\.[^.]+\./, `.${encodePart({ ...CLAIMS, sub: 'user_root' })}.`),
      reason: 'token-invalid-signature',
    },
    {
      name: 'a genuine token without its signature',
      token: minted().replace(/[^.]+$/, ''),
      reason: 'token-invalid-signature',
    },
  ];

  it.each(ATTACKS)('$name is refused, as by the vendor’s', async ({ token, reason }) => {
    const all = access();
    expect(await ours(token, all)).toEqual({ reason });
    expect(await theirs(token, all)).toEqual({ reason });
  });

  // Out of the vendor's cache of keys that one comes as a function.
  it('a token whose key id is a member of every object is refused', async () => {
    const token = forge.sign({ ...HEADER, kid: 'hasOwnProperty' }, CLAIMS);
    expect(await ours(token, access())).toEqual({ reason: UNKNOWN });
  });
});
