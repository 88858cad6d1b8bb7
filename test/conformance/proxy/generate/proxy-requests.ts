import type { Random } from '../../generate/random.js';
import type { BodyPlan, BrowserRequest, HeaderLine } from './proxy-scenario.js';
import { targetOf } from './proxy-targets.js';

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];

const HOSTS = ['app.example.com', 'localhost:3000', 'APP.example.com:80', '[::1]:8080', '127.1'];
/** Hosts that are none. */
export const BAD_HOSTS: readonly string[] = [
  'user@app.example.com',
  'app.example.com/x',
  'app.example.com:99999',
];

/** Headers by chance: how many of a hundred requests have one, and what it says. */
const HEADERS: readonly (readonly [percent: number, name: string, values: readonly string[]])[] = [
  [70, 'User-Agent', ['Mozilla/5.0 (X11)', 'curl/8']],
  [70, 'Accept', ['*/*', 'application/json']],
  [50, 'accept-language', ['de-DE,de;q=0.9', '*']],
  [40, 'Accept-Encoding', ['gzip, deflate, br, zstd', 'identity', '*']],
  [50, 'COOKIE', ['__client=a.b.c; __session=x; other=1', '__client_uat=0', 'a="b c"']],
  [40, 'Origin', ['https://app.example.com', 'null']],
  [30, 'Referer', ['https://app.example.com/sign-in?x']],
  [15, 'Authorization', ['Bearer a.b.c', 'x']],
  [20, 'Sec-Fetch-Mode', ['cors', 'navigate']],
  [15, 'sec-fetch-dest', ['empty', 'script']],
  [30, 'X-Forwarded-For', ['203.0.113.7', '203.0.113.7, 10.0.0.1', ' , 10.0.0.1', '2001:db8::1,x']],
  [10, 'X-Real-IP', ['198.51.100.1', '']],
  [8, 'CF-Connecting-IP', ['198.51.100.2', '2001:db8::2']],
  [
    25,
    'X-Forwarded-Host',
    ['app.example.com', 'a.example:8443, inner', 'APP.example', 'localhost'],
  ],
  [30, 'X-Forwarded-Proto', ['https', 'http', 'https, http', 'HTTPS']],
  [5, 'X-Forwarded-Host', ['evil.example/x', 'a b', 'x@evil.example', '']],
  [5, 'x-forwarded-proto', ['javascript', 'https://evil.example/', '']],
  [5, 'X-Forwarded-Port', ['443']],
  [5, 'Forwarded', ['for=203.0.113.7;proto=https']],
  [8, 'If-None-Match', ['"abc"', '*']],
  [5, 'If-Modified-Since', ['Sat, 21 Nov 2026 10:00:00 GMT']],
  [5, 'Range', ['bytes=0-9']],
  [8, 'Cache-Control', ['no-cache', 'max-age=0']],
  [5, 'Pragma', ['no-cache']],
  [8, 'Clerk-Secret-Key', ['sk_test_forged']],
  [8, 'clerk-proxy-url', ['https://evil.example']],
  [5, 'Clerk-Anything', ['x']],
  [8, 'TE', ['trailers', 'gzip']],
  [4, 'Trailer', ['x-end']],
  [6, 'Keep-Alive', ['timeout=5']],
  [4, 'Proxy-Authorization', ['Basic eDp5']],
  [4, 'Proxy-Authenticate', ['Basic']],
  [3, 'Proxy-Connection', ['keep-alive']],
  [2, 'Upgrade', ['websocket', 'h2c']],
  [2, 'Expect', ['100-continue']],
  [10, 'X-Custom', ['1', 'a, b', 'é']],
  [8, 'X-Custom', ['2']],
  [5, 'X-Empty', ['']],
  [4, 'Via', ['1.1 proxy']],
  [3, 'Date', ['Sat, 21 Nov 2026 10:00:00 GMT']],
];

/** What `Connection` names; the servers are to close theirs in any case. */
const CONNECTIONS = [
  'close, X-Custom',
  'Close , x-custom,, Cookie',
  'close, X-Forwarded-Host, X-Forwarded-For',
  'close, Clerk-Secret-Key, Host, Clerk-Proxy-Url',
  'close, TE, Keep-Alive, Upgrade',
  'close, Accept-Encoding, X-Forwarded-Proto',
];

const TYPES = [
  'application/x-www-form-urlencoded',
  'application/json',
  'multipart/form-data; boundary=x',
  'text/plain; charset=utf-8',
];

/** A request of a browser. */
export function requestOf(random: Random, path: string): BrowserRequest {
  const method = random.chance(40) ? 'GET' : random.pick(METHODS);
  const target = targetOf(random, path);
  const host = random.chance(98) ? random.pick(HOSTS) : random.pick(BAD_HOSTS);
  const planned = random.some(bodiesOf(method), () => bodyOf(random));
  const headers = HEADERS.flatMap(([percent, name, values]): HeaderLine[] =>
    random.chance(percent) ? [[name, random.pick(values)]] : [],
  );
  const isUpgrade = headers.some(([, value]) => value === 'websocket');
  // A server that answers before a body has come, and closes the connection, may be heard or not.
  const isRefused = target.kind === 'escape' || isUpgrade || BAD_HOSTS.includes(host);
  const body = isRefused ? undefined : planned;
  const connection = random.chance(20) ? random.pick(CONNECTIONS) : 'close';
  const type: HeaderLine[] = body ? [['Content-Type', random.pick(TYPES)]] : [];
  return {
    // The answer to HEAD has no body to tell whose it is.
    method: isRefused && method === 'HEAD' ? 'GET' : method,
    ...target,
    host,
    headers: [...headers, ...type, ['Connection', connection]],
    body,
  };
}

function bodiesOf(method: string): number {
  return ['POST', 'PUT', 'PATCH'].includes(method) ? 85 : 8;
}

/** A body of a size that is usual, or of several packets. */
export function bodyOf(random: Random): BodyPlan {
  const size = random.weighted([
    [10, () => 0],
    [60, () => random.pick([1, 17, 200, 1_000, 4_096])],
    [25, () => random.pick([16_384, 65_536, 100_001])],
    [5, () => random.pick([1_000_000, 3_000_000])],
  ]);
  const framing = random.chance(75) ? 'length' : 'chunked';
  return { size, framing, pieces: random.pick([1, 1, 2, 5]) };
}
