import { beforeEach, describe, expect, test } from '@jest/globals';
import { CountedKey } from './support/counted-key.js';
import { type Carrier, local, NOW, verdictOn } from './support/engine.js';
import { publishedKeys } from './support/published-keys.js';
import { type Arrival, RememberingInstance } from './support/remembering-instance.js';
import { encodePart, TokenForge } from './support/token-forge.js';

const CARRIERS: Carrier[] = ['bearer', 'cookie'];
const FORGED = 'token-invalid-signature';
const EXPIRED = 'session-token-expired-refresh-non-eligible-no-refresh-cookie';
const MINUTE = 60_000;
const forge = new TokenForge();

let instance: RememberingInstance;
let known: string;

beforeEach(async () => {
  instance = new RememberingInstance();
  known = local.mintSessionToken('ada');
  expect(await instance.verdictOn(known)).toBe('signed-in');
  expect([instance.tokens.size, instance.key.checks]).toEqual([1, 1]);
});

/** The parts of the token that is known, some of them replaced. */
function withParts(parts: { header?: string; claims?: string; signature?: string }): string {
  const [header = '', claims = '', signature = ''] = known.split('.');
  const all = { header, claims, signature, ...parts };
  return `${all.header}.${all.claims}.${all.signature}`;
}

function claimsOfKnown(): object {
  const claims: object = JSON.parse(Buffer.from(known.split('.')[1] ?? '', 'base64url').toString());
  return claims;
}

/** A signature that begins otherwise and ends as the known token's does. */
function likeSignature(): string {
  const signature = known.split('.')[2] ?? '';
  return `${'A'.repeat(signature.length - 32)}${signature.slice(-32)}`;
}

type Forgery = [attack: string, forge: () => string];

const FORGERIES: Forgery[] = [
  [
    'the known signature under the claims of somebody else',
    () => withParts({ claims: encodePart({ ...claimsOfKnown(), sub: local.users.grace.id }) }),
  ],
  [
    'the known signature under claims that end later',
    () => withParts({ claims: encodePart({ ...claimsOfKnown(), exp: NOW / 1000 + 9_999 }) }),
  ],
  [
    'the known claims and signature under another header',
    () => withParts({ header: encodePart({ alg: 'RS256', kid: local.kid }) }),
  ],
  [
    "a signature of one's own that ends as the known one",
    () =>
      withParts({
        claims: encodePart({ ...claimsOfKnown(), sub: 'user_evil' }),
        signature: likeSignature(),
      }),
  ],
  [
    'the known token with another beginning of its signature',
    () => withParts({ signature: likeSignature() }),
  ],
  ['the known token without its signature', () => withParts({ signature: '' })],
  [
    'the known token with only the end of its signature',
    () => withParts({ signature: known.slice(-32) }),
  ],
];

describe.each(CARRIERS)('a forgery by the example of a known token, by %s,', (carrier) => {
  test.each(FORGERIES)('is refused: %s', async (_attack, forged) => {
    expect(await instance.verdictOn(forged(), { carrier })).toBe(FORGED);
    expect(instance.tokens.size).toBe(1);
  });

  test.each(FORGERIES)('does not push the known one out: %s', async (_attack, forged) => {
    const { checks } = instance.key;
    for (let time = 0; time < 3; time += 1) await instance.verdictOn(forged(), { carrier });
    expect(instance.key.checks).toBe(checks + 3);
    expect(await instance.verdictOn(known, { carrier })).toBe('signed-in');
    expect(instance.key.checks).toBe(checks + 3);
  });
});

test.each(CARRIERS)('a known token signs in by %s without another check', async (carrier) => {
  expect(await instance.verdictOn(known, { carrier })).toBe('signed-in');
  expect(instance.key.checks).toBe(1);
});

describe('a known token is refused, although its signature is not checked again,', () => {
  test.each<[when: string, arrival: Arrival, reason: string]>([
    ['when it has expired', { now: NOW + 2 * MINUTE }, EXPIRED],
    ['before its time, as the clock was set back', { now: NOW - MINUTE }, 'session-token-nbf'],
    [
      'for another party',
      { policy: { authorizedParties: ['https://other.example'] } },
      'token-invalid-authorized-parties',
    ],
    [
      'where another type of header is demanded',
      { policy: { headerTypes: ['other'] } },
      'token-invalid',
    ],
    ['as the token of a machine', { policy: { acceptsToken: 'm2m_token' } }, 'token-type-mismatch'],
    ['as an OAuth token', { policy: { acceptsToken: 'oauth_token' } }, 'token-type-mismatch'],
    ['as an API key', { policy: { acceptsToken: 'api_key' } }, 'token-type-mismatch'],
  ])('%s', async (_when, arrival, reason) => {
    expect(await verdictOn(known, arrival)).toBe(reason);
    expect(await instance.verdictOn(known, arrival)).toBe(reason);
    // And still signs in where it may.
    expect(await instance.verdictOn(known)).toBe('signed-in');
    expect(instance.key.checks).toBe(1);
  });

  test('for another audience', async () => {
    const token = local.mintSessionToken('ada', { aud: 'https://one.example' });
    const at = (audience: string) =>
      instance.verdictOn(token, { policy: { audience: [audience] } });
    expect(await at('https://one.example')).toBe('signed-in');
    expect(await at('https://two.example')).toBe('token-verification-failed');
  });

  test('where clocks may differ by less', async () => {
    const at = (clockSkewInMs: number) =>
      instance.verdictOn(known, { now: NOW + 90_000, policy: { clockSkewInMs } });
    expect(await at(60_000)).toBe('signed-in');
    expect(await at(5_000)).toBe(EXPIRED);
  });
});

describe('a key', () => {
  const jwk = { ...forge.jwk, kid: local.kid, alg: 'RS256' };

  test('that is withdrawn takes its known tokens along', async () => {
    instance.keys = publishedKeys({ ...jwk, kid: 'ins_other' });
    expect(await instance.verdictOn(known)).toBe('jwk-kid-mismatch');
    instance.keys = instance.key.source;
    expect(await instance.verdictOn(known)).toBe('signed-in');
  });

  test('that was replaced under the same id takes its known tokens along', async () => {
    instance.keys = publishedKeys(jwk);
    expect(await instance.verdictOn(known)).toBe(FORGED);
    expect(await instance.verdictOn(known)).toBe(FORGED);
    const successor = forge.sign({ alg: 'RS256', kid: local.kid, typ: 'JWT' }, claimsOfKnown());
    expect(await instance.verdictOn(successor)).toBe('signed-in');
  });

  test('that was fetched again checks each token once more', async () => {
    const fetched = new CountedKey(local.jwtKey);
    instance.keys = fetched.source;
    for (let time = 0; time < 3; time += 1) {
      expect(await instance.verdictOn(known)).toBe('signed-in');
    }
    expect([instance.key.checks, fetched.checks]).toEqual([1, 1]);
  });
});

describe('a token that was refused is not remembered:', () => {
  const mint = (claims?: object, header?: object) =>
    local.mint({ user: 'ada', claims: { ...claims }, header: { ...header } });
  const inSeconds = (seconds: number) => NOW / 1000 + seconds;

  test.each<[why: string, token: () => string, arrival?: Arrival]>([
    ['forged', () => forge.sign({ alg: 'RS256', kid: local.kid, typ: 'JWT' }, claimsOfKnown())],
    ['expired', () => mint({ exp: inSeconds(-60) })],
    ['not yet valid', () => mint({ nbf: inSeconds(60) })],
    ['from the future', () => mint({ iat: inSeconds(60) })],
    ['of another party', () => mint({ azp: 'x' }), { policy: { authorizedParties: ['y'] } }],
    ['for another audience', () => mint({ aud: 'x' }), { policy: { audience: ['y'] } }],
    ['of another type', () => mint({}, { typ: 'logout+jwt' })],
    ['of another category', () => mint({}, { cat: 'cl_B7d4PD222AAA' })],
    ['of another algorithm', () => mint({}, { alg: 'HS256' })],
    ['of nobody', () => mint({ sub: undefined })],
    ['with critical extensions', () => mint({}, { crit: ['x'] })],
    ['malformed', () => 'a.b.c'],
  ])('%s', async (_why, token, arrival = {}) => {
    const text = token();
    for (let time = 0; time < 2; time += 1) {
      expect(await instance.verdictOn(text, arrival)).not.toBe('signed-in');
      expect(instance.tokens.size).toBe(1);
    }
  });

  test('where keys can not be had', async () => {
    const failure = { reason: 'jwk-remote-failed-to-load', message: 'No keys.' } as const;
    instance.keys = { find: () => Promise.resolve({ found: false, failure }) };
    expect(await instance.verdictOn(local.mintSessionToken('grace'))).toBe(failure.reason);
    expect(await instance.verdictOn(known)).toBe(failure.reason);
    expect(instance.tokens.size).toBe(1);
  });
});
