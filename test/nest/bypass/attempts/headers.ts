import { type Attempt, knock } from '../attempt.js';
import { authorization, type Intruder } from '../callers.js';
import { get, type RawRequest } from '../raw-request.js';
import { PLAIN } from '../shapes.js';
import type { Arena } from '../arena.js';

const open = (request: RawRequest) => ({ request, reaches: 'both' }) as const;

/** With a second header that is somebody else's: the first one counts. */
function repeated(name: string, second: 'ada' | 'grace', intruders: readonly Intruder[]): Attempt {
  const run = async (arena: Arena) => {
    const request = get('/vault', authorization(arena.clerk.mintSessionToken(second)));
    return knock(name, PLAIN, { ...open(request), intruders }).run(arena);
  };
  return { name, run };
}

/** What a client can say beside the request line. */
export const HEADER_ATTEMPTS: readonly Attempt[] = [
  repeated('a repeated Authorization header: a bad one before a good one', 'ada', [
    'grace',
    'stranger',
  ]),
  repeated('a repeated Authorization header: a good one before a bad one', 'grace', ['stranger']),
  knock('an empty Authorization header beside', PLAIN, open(get('/vault', 'Authorization:'))),
  knock(
    'headers that name an open path',
    PLAIN,
    open(
      get('/vault', 'X-Original-URL: /lobby', 'X-Rewrite-URL: /lobby', 'X-Forwarded-Prefix: /x'),
    ),
  ),
  knock(
    'headers that name an open method',
    PLAIN,
    open(get('/vault', 'X-Method-Override: OPTIONS', 'X-HTTP-Method: OPTIONS')),
  ),
  knock(
    'headers that claim what our middleware would have found',
    PLAIN,
    open(get('/vault', 'X-Clerk-Auth-Status: signed-in', 'X-Middleware-Subrequest: 1')),
  ),
  knock('HTTP/1.0', PLAIN, open({ line: 'GET /vault HTTP/1.0' })),
  knock('HTTP/1.0 without Host', PLAIN, open({ line: 'GET /vault HTTP/1.0', headers: [] })),
  knock('HTTP/1.1 without Host', PLAIN, {
    request: { line: 'GET /vault HTTP/1.1', headers: [] },
    reaches: 'neither',
  }),
  knock('a body of two lengths, with a request in it', PLAIN, {
    request: {
      line: 'POST /lobby HTTP/1.1',
      headers: ['Host: localhost', 'Content-Length: 4', 'Transfer-Encoding: chunked'],
      body: '0\r\n\r\nGET /vault HTTP/1.1\r\nHost: localhost\r\n\r\n',
    },
    reaches: 'neither',
  }),
];
