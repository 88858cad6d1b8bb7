import { describe, expect, test } from '@jest/globals';
import type { TokenType } from '../../src/engine/token-type.js';
import { LocalInstance } from '../../src/testing/local-instance.js';
import { browserRequest, headersOf, RecordingBackend, sessionCookies } from './support/browser.js';
import { local, NOW, NOW_IN_SECONDS, outcomeOf, verdict } from './support/engine.js';
import {
  answerTo,
  M2M_JWT,
  MachineApi,
  OAUTH_JWT,
  OPAQUE,
  outcomeOfToken,
  run,
} from './support/machines.js';
import { hmacToken, TokenForge, unsignedToken } from './support/token-forge.js';

const SESSION_CATEGORY = 'cl_B7d4PD111AAA';
const TEMPLATE_CATEGORY = 'cl_B7d4PD222AAA';
const MACHINE_CATEGORY = 'cl_B7d4PD333AAA';
const EXEMPT_CATEGORY = 'cl_I7d4PD111III';

const neighbour = new LocalInstance({ number: 2, now: () => NOW });
const forge = new TokenForge();
const times = { iat: NOW_IN_SECONDS - 1, nbf: NOW_IN_SECONDS - 1, exp: NOW_IN_SECONDS + 60 };
const machineClaims = { ...times, sub: local.machines.worker.id };

type Header = Readonly<Record<string, unknown>>;
type Claims = Readonly<Record<string, unknown>>;

function oauthJwt(header: Header, claims: Claims = {}): string {
  return local.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt', header, claims }).token;
}

function m2mJwt(header: Header, claims: Record<string, unknown> = {}): string {
  return local.mint({
    user: 'ada',
    header: { cat: MACHINE_CATEGORY, ...header },
    claims: { sub: local.machines.worker.id, ...claims },
  });
}

describe('a token passed off as an OAuth access token', () => {
  test.each<[name: string, token: string]>([
    ['a session token (by its category)', oauthJwt({ cat: SESSION_CATEGORY })],
    ['a token from a JWT template (by its category)', oauthJwt({ cat: TEMPLATE_CATEGORY })],
    ['an M2M token (by its category)', oauthJwt({ cat: MACHINE_CATEGORY })],
  ])('is refused: %s', async (_name, token) => {
    expect(await answerTo(token, 'oauth_token')).toBe('oauth_token: token-invalid');
    expect(await answerTo(token, 'any')).toBe('oauth_token: token-invalid');
    expect(await answerTo(token, ['oauth_token'])).toBe('oauth_token: token-invalid');
  });

  test.each<[name: string, token: string]>([
    ['a session token', local.mintSessionToken('ada')],
    ['a token with no typ', oauthJwt({ typ: undefined })],
    ['a token whose typ is that of another thing', oauthJwt({ typ: 'logout+jwt' })],
  ])('is none by its typ: %s', async (_name, token) => {
    expect(await answerTo(token, 'oauth_token')).toBe('oauth_token: token-type-mismatch');
  });

  test.each([undefined, EXEMPT_CATEGORY])('a genuine one of category %s is good', async (cat) => {
    expect(await answerTo(oauthJwt({ cat }), 'oauth_token')).toBe('oauth_token: signed-in');
  });
});

describe('a token passed off as an M2M token', () => {
  test.each([SESSION_CATEGORY, TEMPLATE_CATEGORY, EXEMPT_CATEGORY, 'cl_new', '', null])(
    'is refused by its category: %s',
    async (cat) => {
      expect(await answerTo(m2mJwt({ cat }), 'm2m_token')).toBe('m2m_token: token-invalid');
    },
  );

  test('is refused as an OAuth client’s, though its typ says that', async () => {
    const token = m2mJwt({ typ: 'at+jwt' });
    expect(await answerTo(token, 'm2m_token')).toBe('m2m_token: token-verification-failed');
    expect(await answerTo(token, 'oauth_token')).toBe('oauth_token: token-type-mismatch');
  });

  test.each([undefined, MACHINE_CATEGORY])('a genuine one of category %s is good', async (cat) => {
    expect(await answerTo(m2mJwt({ cat }), 'm2m_token')).toBe('m2m_token: signed-in');
  });
});

describe.each<[kind: TokenType, good: string, header: Header, claims: Claims]>([
  ['m2m_token', M2M_JWT, { cat: MACHINE_CATEGORY }, machineClaims],
  ['oauth_token', OAUTH_JWT, { typ: 'at+jwt', cat: undefined }, { ...times, sub: 'user_1' }],
])('a forged JWT of the kind %s is refused', (kind, good, header, claims) => {
  const genuine = { alg: 'RS256', typ: 'JWT', kid: local.kid, ...header };
  const mint = (changed: Header, more: Claims = {}) =>
    local.mint({ user: 'ada', header: { ...header, ...changed }, claims: { ...claims, ...more } });
  const [head = '', , signature = ''] = good.split('.');
  const otherClaims = Buffer.from(JSON.stringify(claims)).toString('base64url');

  test.each<[name: string, token: string]>([
    ['signed by a stranger', forge.sign(genuine, claims)],
    ['signed by another instance', neighbour.mint({ user: 'ada', header, claims })],
    ['unsigned', unsignedToken({ ...genuine, alg: 'none' }, claims)],
    ['without its signature', unsignedToken(genuine, claims)],
    ['“signed” with the public key', hmacToken({ ...genuine, alg: 'HS256' }, claims, local.jwtKey)],
    ['with other claims', `${head}.${otherClaims}.${signature}`],
    ['that expired', mint({}, { iat: 1, exp: NOW_IN_SECONDS - 60 })],
    ['that is not yet good', mint({}, { nbf: NOW_IN_SECONDS + 60 })],
    ['from the future', mint({}, { iat: NOW_IN_SECONDS + 60 })],
    ['of an algorithm that is not taken', mint({ alg: 'PS256' })],
  ])('%s', async (_name, token) => {
    const api = new MachineApi();
    expect(await answerTo(token, kind, { backend: api })).toBe(
      `${kind}: token-verification-failed`,
    );
    expect(api.asked).toEqual([]);
  });

  test('of an unknown typ, with one demanded of sessions too', async () => {
    const policy = { headerTypes: ['custom'] };
    const expected = kind === 'm2m_token' ? 'token-verification-failed' : 'signed-in';
    expect(await answerTo(good, kind, { policy })).toBe(`${kind}: ${expected}`);
  });
});

test('a token of a wrong category is told what it is none of, and nothing of itself', async () => {
  const oauth = await outcomeOfToken(oauthJwt({ cat: TEMPLATE_CATEGORY }), 'any');
  const machine = await outcomeOfToken(m2mJwt({ cat: TEMPLATE_CATEGORY }), 'any');
  const message = (kind: string) => `The token's category (cat) is not that of ${kind}.`;
  expect(oauth).toHaveProperty('message', message('an OAuth access token'));
  expect(machine).toHaveProperty('message', message('a machine-to-machine token'));
});

describe('a program’s JWT passed off as a session', () => {
  test.each<[kind: string, token: string]>([
    ['M2M', M2M_JWT],
    ['M2M without a category', m2mJwt({ cat: undefined })],
    ['M2M of a session’s category', m2mJwt({ cat: SESSION_CATEGORY })],
    ['OAuth', OAUTH_JWT],
    ['OAuth of a session’s category', oauthJwt({ cat: SESSION_CATEGORY })],
  ])('is no session: %s', async (_kind, token) => {
    expect(await answerTo(token, 'session_token')).toBe('session_token: token-type-mismatch');
    const cookies = sessionCookies(token);
    for (const accepts of ['session_token', 'any', ['session_token']] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const { outcome } = await run(browserRequest({ cookies }), accepts);
      expect(verdict(outcome)).toBe('token-type-mismatch');
      expect(headersOf(outcome, 'Location')).toEqual([]);
    }
  });

  test.each([M2M_JWT, OAUTH_JWT])('is none by a handshake', async (token) => {
    const directives = [`__session=${token}; Path=/`];
    const backend = new RecordingBackend({ ok: true, directives });
    for (const name of ['__clerk_handshake', '__clerk_handshake_nonce']) {
      const ticket = name === '__clerk_handshake' ? local.mintHandshake(directives) : 'nonce';
      const request = browserRequest({ target: `/?${name}=${ticket}` });
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await outcomeOf(request, { backend, policy: { acceptsToken: 'any' } });
      expect(verdict(outcome)).toBe('session-token-and-uat-missing');
      expect(headersOf(outcome, 'Set-Cookie')).toEqual([]);
    }
    expect(backend.nonces).toEqual(['nonce']);
  });

  test.each(Object.values(OPAQUE))('is none by cookie: %s', async (token) => {
    const { outcome } = await run(browserRequest({ cookies: sessionCookies(token) }), 'any');
    expect(verdict(outcome)).toBe('token-invalid');
  });
});
