import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Attempt, knock } from '../attempt.js';
import type { RawRequest } from '../raw-request.js';
import { configured, PLAIN } from '../shapes.js';

const CORS = configured((app) => app.enableCors());

/** As the `method-override` package does it, for any method. */
const OVERRIDING = configured((app) =>
  app.use((request: IncomingMessage, _response: ServerResponse, next: () => void) => {
    const wanted = request.headers['x-http-method-override'];
    if (typeof wanted === 'string') request.method = wanted;
    next();
  }),
);

function ask(line: string, ...headers: string[]): RawRequest {
  return { line: `${line} HTTP/1.1`, headers: ['Host: localhost', ...headers] };
}

const PREFLIGHT = ['Origin: https://evil.example', 'Access-Control-Request-Method: GET'];
const override = (method: string) => `X-HTTP-Method-Override: ${method}`;

/** Methods that a middleware could let pass, or take for another. */
export const METHOD_ATTEMPTS: readonly Attempt[] = [
  knock('HEAD of a GET handler', PLAIN, { request: ask('HEAD /vault'), reaches: 'both' }),
  knock('HEAD of a percent-encoded path', PLAIN, {
    request: ask('HEAD /%76ault'),
    reaches: 'fastify',
  }),
  knock('OPTIONS of an OPTIONS handler', PLAIN, {
    request: ask('OPTIONS /vault'),
    reaches: 'both',
  }),
  knock('OPTIONS of a GET handler', PLAIN, {
    request: ask('OPTIONS /vault/door'),
    reaches: 'neither',
  }),
  knock('OPTIONS of everything (*)', PLAIN, { request: ask('OPTIONS *'), reaches: 'neither' }),
  knock('a preflight without enableCors()', PLAIN, {
    request: ask('OPTIONS /vault', ...PREFLIGHT),
    reaches: 'both',
  }),
  knock('a preflight with enableCors()', CORS, {
    request: ask('OPTIONS /vault', ...PREFLIGHT),
    reaches: 'neither',
  }),
  knock('OPTIONS with enableCors() that is no preflight', CORS, {
    request: ask('OPTIONS /vault'),
    reaches: 'neither',
  }),
  knock("GET with a preflight's headers with enableCors()", CORS, {
    request: ask('GET /vault', ...PREFLIGHT),
    reaches: 'both',
  }),
  knock('a method in small letters', PLAIN, { request: ask('get /vault'), reaches: 'neither' }),
  knock('TRACE', PLAIN, { request: ask('TRACE /vault'), reaches: 'neither' }),
  knock('X-HTTP-Method-Override from an open POST to a protected DELETE', OVERRIDING, {
    request: ask('POST /lobby', 'Content-Length: 0', override('DELETE')),
    reaches: 'express',
  }),
  knock('X-HTTP-Method-Override of a protected GET to OPTIONS', OVERRIDING, {
    request: ask('GET /vault', override('OPTIONS')),
    reaches: 'both',
  }),
  knock('X-HTTP-Method-Override that nothing honours', PLAIN, {
    request: ask('GET /vault', override('OPTIONS')),
    reaches: 'both',
  }),
];
