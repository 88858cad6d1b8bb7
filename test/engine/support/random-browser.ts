import { LocalInstance } from '../../../src/testing/local-instance.js';
import type { Pick } from '../auth/random-claims.js';
import { local, NOW, NOW_IN_SECONDS } from './engine.js';
import { cookieHeader, type RequestParts } from './request-source.js';
import type { ApiAnswer } from './session-api.js';
import { encodePart, TokenForge, unsignedToken } from './token-forge.js';

const neighbour = new LocalInstance({ number: 2, now: () => NOW });
const stranger = new TokenForge();
const DAY = 86_400;

/** What random requests are put together from; signing for each would take most of the time. */
export interface BrowserPool {
  /** Session tokens. */
  readonly sessions: readonly string[];
  /** Handshake tokens. */
  readonly handshakes: readonly string[];
  /** What the Backend API answers, by nonce and by refresh token. */
  readonly answers: ReadonlyMap<string, ApiAnswer>;
}

/** A pool for an instance whose cookies end so. */
export function browserPool(pick: Pick, suffix: string, size: number): BrowserPool {
  const sessions = Array.from({ length: size }, () => randomSession(pick));
  const lists = Array.from({ length: size }, () => randomDirectives(pick, suffix, sessions));
  const answers = lists.flatMap((list, index): [string, ApiAnswer][] => [
    [`n_${index}`, { status: 200, body: { directives: list } }],
    [`r_${index}`, { status: 200, body: { object: 'cookies', cookies: list } }],
  ]);
  return {
    sessions,
    handshakes: lists.map((list) => randomHandshake(pick, list)),
    answers: new Map([...answers, ...FAILURES]),
  };
}

const error = (code: string) => ({ errors: [{ code, message: 'No.' }] });

const FAILURES: readonly [string, ApiAnswer][] = [
  ['x_401', { status: 401, body: error('refresh_token_invalid') }],
  ['x_key', { status: 401, body: error('clerk_key_invalid') }],
  ['x_429', { status: 429, body: error('too_many_requests') }],
  ['x_500', { status: 500, body: error('internal_clerk_error') }],
  ['x_502', { status: 502, body: error('unexpected_error') }],
  ['x_503', { status: 503, body: {} }],
  ['x_400', { status: 400, body: { errors: [] } }],
  ['x_204', { status: 204, body: '' }],
  ['x_empty', { status: 200, body: { object: 'cookies', cookies: [] } }],
  ['x_other', { status: 200, body: { object: 'cookies' } }],
  ['x_null', { status: 200, body: { object: 'cookies', cookies: null } }],
];

function usually<T>(pick: Pick, usual: T, others: readonly T[]): T {
  return pick([true, true, true, false]) ? usual : pick(others);
}

/** Of this instance and signed, but for a few; of any age. */
function randomSession(pick: Pick): string {
  const age = () => pick([0, 0, 10, -3, -30, 61, 120, 3_600, DAY, DAY + 60, DAY + 61, DAY + 70]);
  const iat = NOW_IN_SECONDS - age();
  const claims = {
    iat,
    nbf: usually(pick, iat - 10, [NOW_IN_SECONDS + 60, undefined]),
    exp: iat + 60,
    sid: usually(pick, 'sess_1', ['sess_2', undefined, '']),
    sub: usually(pick, 'user_1', ['user_2', undefined]),
    iss: usually(pick, `https://${local.frontendApi}`, [undefined, 'https://x.example']),
  };
  const genuine = () => local.mint({ user: 'ada', claims });
  const others = [
    () => neighbour.mint({ user: 'ada', claims: { ...claims, iss: undefined } }),
    () => pick(['x', 'a.b', '']),
    () => unsignedToken({ alg: 'RS256', typ: 'JWT' }, claims),
  ];
  return pick([true, true, true, true, true, true, true, false]) ? genuine() : pick(others)();
}

function randomDirectives(pick: Pick, suffix: string, sessions: readonly string[]): string[] {
  const attributes = pick(['; Path=/; SameSite=Lax', '; Path=/; Max-Age=60; Secure', '']);
  const session = () => pick([pick(sessions), pick(sessions), pick(sessions), '']);
  const possible = [
    `__client_uat=${NOW_IN_SECONDS}${attributes}`,
    `__session=${session()}${attributes}`,
    `__session_${suffix}=${session()}${attributes}`,
    `__clerk_db_jwt=dvb_3${attributes}`,
    `my__session=x${attributes}`,
  ];
  return possible.filter(() => pick([true, true, false]));
}

function randomHandshake(pick: Pick, list: readonly string[]): string {
  const header = { alg: 'RS256', typ: 'JWT', kid: local.kid };
  const good = local.mintHandshake(list);
  const [head = '', , signature = ''] = good.split('.');
  const others: (() => string)[] = [
    () => stranger.sign(header, { handshake: list }),
    () => neighbour.mintHandshake(list),
    () => unsignedToken({ ...header, alg: 'none' }, { handshake: list }),
    () => `${head}.${encodePart({ handshake: ['__session=x'] })}.${signature}`,
    () => pick(['x', 'a.b.c', '..']),
    ...['cl_B7d4PD222AAA', 'cl_B7d4PD333AAA', 'cl_I7d4PD111III'].map((cat) => () => {
      return local.mint({ user: 'ada', claims: { handshake: list }, header: { cat } });
    }),
    () => local.mint({ user: 'ada', claims: { handshake: list }, header: { typ: 'JWE' } }),
    ...[undefined, null, '__session=x', {}, 5].map((handshake) => () => {
      return local.mint({ user: 'ada', claims: { handshake } });
    }),
  ];
  return pick([true, true, true, false]) ? good : pick(others)();
}

/** A request of a browser in any state, for a page or not. */
export function randomBrowser(pick: Pick, suffix: string, pool: BrowserPool): RequestParts {
  const keys = [...pool.answers.keys()];
  const keyOf = (kind: 'n_' | 'r_' | 'x_') => pick(keys.filter((key) => key.startsWith(kind)));
  const rarely = <T>(value: T) => pick([undefined, undefined, undefined, undefined, value]);
  const brought = {
    __clerk_handshake: rarely(pick(pool.handshakes)),
    __clerk_handshake_nonce: rarely(pick([keyOf('n_'), keyOf('n_'), keyOf('x_'), 'unknown', ''])),
  };
  const byQuery = pick([true, false]);
  const session = () => pick([undefined, pick(pool.sessions), pick(pool.sessions)]);
  const uat = () => pick([undefined, '0', '1', '1', '1', `${NOW_IN_SECONDS - 5}`]);
  const cookie = cookieHeader({
    ...(byQuery ? {} : brought),
    __session: session(),
    [`__session_${suffix}`]: session(),
    __client_uat: uat(),
    [`__client_uat_${suffix}`]: uat(),
    __clerk_db_jwt: pick(['dvb_1', 'dvb_1', 'dvb_1', undefined]),
    [`__clerk_db_jwt_${suffix}`]: pick(['dvb_2', 'dvb_2', 'dvb_2', undefined]),
    [`__refresh_${suffix}`]: pick([undefined, keyOf('r_'), keyOf('x_')]),
    __clerk_redirect_count: pick([undefined, undefined, '0', '1', '2', '3', 'x']),
  });
  const destination = pick(['document', 'document', 'iframe', 'empty', undefined, undefined]);
  const authorization = rarely(`Bearer ${pick(pool.sessions)}`);
  return {
    method: pick(['GET', 'GET', 'GET', 'GET', 'POST', 'HEAD']),
    target: `${pick(['/', '/a%20b/c', "/d'e"])}${query(pick, byQuery ? brought : {})}`,
    headers: {
      host: 'localhost:3000',
      accept: pick(['text/html,application/xhtml+xml', 'text/html', '*/*', 'application/json']),
      ...(cookie && { cookie }),
      ...(destination && { 'sec-fetch-dest': destination }),
      ...(authorization && { authorization }),
    },
  };
}

function query(pick: Pick, brought: Readonly<Record<string, string | undefined>>): string {
  const odd = [
    'page=2',
    'q=a+b%20c',
    'q=%7E~*',
    '__dev_session=x',
    '__clerk_help=1',
    '__clerk_db_jwt=',
  ];
  const parts = [
    ...Object.entries(brought).flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])),
    ...(pick([true, false, false]) ? [pick(odd)] : []),
    ...(pick([true, false, false, false, false, false]) ? ['__clerk_db_jwt=dvb_4'] : []),
    ...(pick([true, false, false]) ? [pick(odd)] : []),
  ];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
