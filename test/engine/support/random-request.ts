import { LocalInstance } from '../../../src/testing/local-instance.js';
import type { Pick } from '../auth/random-claims.js';
import { local, NOW_IN_SECONDS } from './engine.js';
import { cookieHeader } from './request-source.js';
import { encodePart, hmacToken, TokenForge, unsignedToken } from './token-forge.js';

/** Two audiences and two parties that options and tokens are made of. */
export const AUDIENCES = ['https://api.example', 'https://other.example'] as const;
export const PARTIES = ['http://localhost:3000', 'https://evil.example'] as const;

/** A session token to send, and whether the Backend API knows the key that it names. */
export interface RandomToken {
  readonly text: string;
  readonly knownKey: boolean;
}

const neighbour = new LocalInstance({ number: 2 });
const attacker = new TokenForge();

/** Offsets in seconds, on both sides of every boundary that the options can make. */
const OFFSETS = [-3_600, -61, -60, -31, -6, -5, -4, -1, 0, 1, 4, 5, 6, 30, 61, 3_600];
const ODD_TIMES = [undefined, NOW_IN_SECONDS + 0.5, -1, 0];

function time(pick: Pick, usual: number): unknown {
  const near = () => NOW_IN_SECONDS + pick(OFFSETS);
  return pick<() => unknown>([
    () => usual,
    () => usual,
    () => usual,
    near,
    () => pick(ODD_TIMES),
  ])();
}

function rarely(pick: Pick, value: unknown, others: readonly unknown[]): unknown {
  return pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) > 0 ? value : pick(others);
}

function randomHeader(pick: Pick): Record<string, unknown> {
  const types = [undefined, 'JWT', 'jwt', 'JWE', 'at+jwt', 'application/at+jwt', '', null, 1];
  const algorithms = ['RS256', 'RS384', 'RS512', 'HS256', 'none', 'ES256', undefined, null, ''];
  const categories = ['222AAA', '333AAA', '111AAA'].map((end) => `cl_B7d4PD${end}`);
  return {
    typ: rarely(pick, 'JWT', types),
    alg: rarely(pick, 'RS256', algorithms),
    cat: rarely(pick, 'cl_B7d4PD111AAA', [...categories, undefined, 'cl_I7d4PD111III', null, 'x']),
  };
}

function randomClaims(pick: Pick): Record<string, unknown> {
  const audiences = [...AUDIENCES, [...AUDIENCES], [AUDIENCES[1]], [], '', 'x', undefined];
  const issuers = [undefined, '', `http://${local.frontendApi}`, local.frontendApi, 'https://x', 1];
  return {
    sub: rarely(pick, pick(['user_1', 'user_2']), [undefined, null, 1, '', 'mch_1', 'mch', ['x']]),
    sid: rarely(pick, 'sess_1', [undefined, null]),
    sts: pick(['active', 'active', 'active', 'pending', undefined]),
    iss: rarely(pick, `https://${local.frontendApi}`, issuers),
    azp: rarely(pick, PARTIES[0], [PARTIES[1], undefined, '', null, 5, [PARTIES[0]]]),
    aud: pick([undefined, pick<unknown>(audiences)]),
    iat: time(pick, NOW_IN_SECONDS - 10),
    nbf: time(pick, NOW_IN_SECONDS - 20),
    exp: time(pick, NOW_IN_SECONDS + 50),
  };
}

/** A token in one of the ways in which tokens are good or bad. */
function randomToken(pick: Pick): RandomToken {
  const header = { ...randomHeader(pick), kid: local.kid };
  const claims = randomClaims(pick);
  const genuine = () => local.mint({ user: pick(['ada', 'grace', 'alan']), header, claims });
  const [first = '', second = '', third = ''] = genuine().split('.');
  const known: (() => string)[] = [
    ...Array.from({ length: 24 }, () => genuine),
    // Of a session: which reason an unsigned token of a machine gets is a known difference.
    () => unsignedToken({ ...header, typ: 'JWT' }, { ...claims, sub: 'user_1' }),
    () => hmacToken(header, claims, local.jwtKey),
    () => attacker.sign({ ...header, jwk: attacker.jwk }, claims),
    () => `${first}.${encodePart({ ...claims, sub: 'user_3' })}.${third}`,
    () => `${first}.${second}.${third.slice(0, -2)}`,
    () => `${first}.${second}`,
    () => `${first}.${second}.${third}.${third}`,
    () => pick(['x', 'a.b.c', 'ak_1', 'mt_1', 'oat_1', '..', `${first}.${encodePart('{')}.x`]),
  ];
  const foreign: (() => string)[] = [
    () => neighbour.mint({ user: 'ada', header: { ...header, kid: neighbour.kid } }),
    () => local.mint({ user: 'ada', header: { ...header, kid: undefined }, claims }),
    () => local.mint({ user: 'ada', header: { ...header, kid: 'ins_unknown' }, claims }),
  ];
  const knownKey = pick([true, true, true, true, true, true, true, false]);
  return { knownKey, text: pick(knownKey ? known : foreign)() };
}

/** Tokens to pick from: signing one for each request would take most of the time. */
export function randomTokens(pick: Pick, count: number): RandomToken[] {
  return Array.from({ length: count }, () => randomToken(pick));
}

const PLAIN_QUERIES = Array.from({ length: 20 }, (_, page) => (page ? `?page=${page}` : ''));

/** A request that no handshake applies to. */
export interface RandomRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Record<string, string>;
}

function authorization(pick: Pick, token: string): string {
  return pick([
    `Bearer ${token}`,
    `Bearer ${token}`,
    token,
    `bearer ${token}`,
    `Bearer  ${token}`,
    'Bearer',
    'Basic YTpi',
    `Bearer ${token} x`,
  ]);
}

function cookies(pick: Pick, suffix: string, tokens: readonly RandomToken[]): string {
  const token = () =>
    pick([undefined, '', pick(tokens).text, pick(tokens).text, pick(tokens).text]);
  const times = [-3_600, -11, -10, -9, 0, 60].map((offset) => `${NOW_IN_SECONDS + offset}`);
  const uat = () => pick([undefined, '', '0', '1', '1', '1', '1', 'x', '-1', '1.5', pick(times)]);
  const devBrowser = () => pick(['dvb_1', 'dvb_1', 'dvb_1', 'dvb_1', 'dvb_1', '', undefined]);
  return cookieHeader({
    __session: token(),
    __client_uat: uat(),
    __clerk_db_jwt: devBrowser(),
    [`__session_${suffix}`]: token(),
    [`__client_uat_${suffix}`]: uat(),
    [`__clerk_db_jwt_${suffix}`]: devBrowser(),
    __session_AAAAAAAA: pick([undefined, pick(tokens).text]),
  });
}

/**
 * A request that carries some of these tokens, by header, by cookies or not at all.
 *
 * @param suffix Of the instance's cookies.
 */
export function randomRequest(
  pick: Pick,
  suffix: string,
  tokens: readonly RandomToken[],
): RandomRequest {
  const method = pick(['GET', 'GET', 'GET', 'POST', 'HEAD', 'DELETE', 'OPTIONS']);
  const byHeader = pick([true, false, false]);
  const cookie = pick([true, true, true, false]) ? cookies(pick, suffix, tokens) : '';
  // Only on what is no GET: the vendor asks the Backend API where a GET brings a refresh token.
  const refresh = method !== 'GET' && pick([true, false]) ? `; __refresh_${suffix}=r` : '';
  const headers = {
    accept: pick(['application/json', '*/*', 'application/json, text/html']),
    ...(pick([true, false]) && { 'sec-fetch-dest': pick(['empty', 'image']) }),
    ...(byHeader && { authorization: authorization(pick, pick(tokens).text) }),
    ...((cookie || refresh) && { cookie: `${cookie}${refresh}` }),
  };
  const query = pick([...PLAIN_QUERIES, '?__clerk_db_jwt=dvb_2', '?__clerk_db_jwt=']);
  return { method, target: `/articles${query}`, headers };
}
