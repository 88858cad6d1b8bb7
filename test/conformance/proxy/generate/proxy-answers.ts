import type { Random } from '../../generate/random.js';
import { bodyOf } from './proxy-requests.js';
import type { HeaderLine, Oracle, UpstreamAnswer } from './proxy-scenario.js';

const STATUSES = [201, 204, 304, 400, 401, 403, 404, 409, 422, 429, 500, 503, 599];
const REDIRECTS = [301, 302, 303, 307, 308];

/** In place of the Frontend API's own host, which is known when it runs. */
export const HOST = 'frontend-api.invalid';

const LOCATIONS = [
  `https://${HOST}/v1/client?a=b#c`,
  `http://${HOST}/v1/a%20b`,
  `//${HOST}/v1/x`,
  `HTTPS://x@${HOST.toUpperCase()}/v1`,
  '/v1/client/handshake?x',
  '/',
  'relative?x',
  '?query',
  '../up',
  '#fragment',
  'https://accounts.example/oauth?client_id=x',
  `https://${HOST}.evil.example/v1`,
  '//evil.example/v1',
  'mailto:a@b.example',
  'javascript:alert(1)',
  'https://',
  'http://[x',
];

const COOKIES = [
  '__client=a.b.c; Path=/; Domain=example.com; HttpOnly; Secure; SameSite=Lax',
  '__client_uat=1; Path=/; Expires=Sat, 21 Nov 2026 10:00:00 GMT',
  '__session=x',
  '__session=; Max-Age=0',
];

const HEADERS: readonly (readonly [percent: number, name: string, values: readonly string[]])[] = [
  [80, 'Content-Type', ['application/json', 'text/html; charset=utf-8', 'text/event-stream']],
  [30, 'Cache-Control', ['no-store', 'public, max-age=60']],
  [15, 'ETag', ['"abc"', 'W/"x"']],
  [30, 'Vary', ['Origin']],
  [15, 'Vary', ['Accept-Encoding, Cookie']],
  [20, 'Access-Control-Allow-Origin', ['https://app.example.com']],
  [20, 'X-Clerk-Trace-Id', ['abc']],
  [8, 'WWW-Authenticate', ['Bearer', 'Basic realm="a, b"']],
  [6, 'WWW-Authenticate', ['Digest x']],
  [10, 'Strict-Transport-Security', ['max-age=1']],
  [8, 'Connection', ['close', 'keep-alive, X-Named', 'x-named, ETag, Set-Cookie']],
  [10, 'X-Named', ['1']],
  [5, 'Keep-Alive', ['timeout=7']],
  [5, 'Proxy-Authenticate', ['Basic']],
  [3, 'Proxy-Connection', ['close']],
  [4, 'TE', ['trailers']],
  [4, 'Upgrade', ['h2c']],
  [6, 'X-Empty', ['']],
  [6, 'X-Latin', ['caf\u00e9']],
  [5, 'Date', ['Sat, 21 Nov 2026 10:00:00 GMT']],
  [4, 'Retry-After', ['7']],
  [4, 'Server', ['clerk']],
];

/** What the Frontend API does with a request. */
export function answerOf(random: Random, oracle: Oracle): UpstreamAnswer {
  const isRedirect = random.chance(15);
  const status = random.chance(55) ? 200 : random.pick(STATUSES);
  const headers = HEADERS.flatMap(([percent, name, values]): HeaderLine[] =>
    random.chance(percent) ? [[name, random.pick(values)]] : [],
  );
  const count = random.weighted<number>([
    [55, () => 0],
    [25, () => 1],
    [20, () => 3],
  ]);
  const cookies = Array.from({ length: count }, (_, index): HeaderLine => [
    'Set-Cookie',
    COOKIES[(index + count) % COOKIES.length] ?? '',
  ]);
  const location: HeaderLine[] = isRedirect ? [['Location', random.pick(LOCATIONS)]] : [];
  const encoding = random.weighted<UpstreamAnswer['encoding']>([
    [6, () => 'gzip'],
    [3, () => 'x-odd'],
    [91, () => 'none'],
  ]);
  const body = bodyOf(random);
  const canBreak = oracle !== '@clerk/express' && body.size > 1 && ![204, 304].includes(status);
  const kind = random.weighted<UpstreamAnswer['kind']>([
    // The vendor's middleware takes the whole process down when an answer breaks off.
    [5, () => (canBreak ? 'half' : 'none')],
    [95, () => 'whole'],
  ]);
  // Where the vendor's client takes the end of the connection for that of the answer.
  const closing: HeaderLine[] = kind === 'half' ? [['Connection', 'close']] : [];
  return {
    kind,
    status: isRedirect ? random.pick(REDIRECTS) : status,
    headers: [...headers, ...cookies, ...location, ...closing],
    encoding: kind === 'half' ? 'none' : encoding,
    body,
  };
}
