import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import express, { type Express, json, raw, text, urlencoded } from 'express';
import { gzipSync } from 'node:zlib';
import { clerkMiddleware, requireAuth } from 'clerk-nestjs';
import { withEnvironment } from '../nest/options/with-environment.js';
import { type ExpressServer, serve } from '../express/support/express-server.js';
import { KEYS } from './support/proxied-app.js';
import { upstreamForTests } from './support/upstream.js';

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

/** Parsers, a content type, a body, and what reaches the Frontend API. */
const KEPT: [
  parser: string,
  parse: express.RequestHandler,
  type: string,
  body: string,
  sent: string,
][] = [
  ['json()', json(), JSON_TYPE, '{ "a": [1, "é"] }', '{"a":[1,"é"]}'],
  ['json(), which reads no form', json(), FORM, 'a=1', 'a=1'],
  ['json() of a suffix', json({ type: '*/*' }), 'application/x+json; charset=utf-8', '[ ]', '[]'],
  [
    'urlencoded()',
    urlencoded({ extended: true }),
    FORM,
    'a=1&a=2&b=%C3%A9+x&c=',
    'a=1&a=2&b=%C3%A9+x&c=',
  ],
  ['text()', text({ type: '*/*' }), 'text/plain', 'é', 'é'],
  ['raw()', raw({ type: '*/*' }), 'application/octet-stream', 'é', 'é'],
  [
    'a parser that keeps the bytes',
    json({
      verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }),
    }),
    JSON_TYPE,
    '{ "a": 1 }',
    '{ "a": 1 }',
  ],
];

describe('clerkMiddleware({ frontendApiProxy }) behind a body parser', () => {
  const upstream = upstreamForTests();
  const running: ExpressServer[] = [];
  let warnings: string[] = [];

  beforeAll(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => {
      warnings.push(String(line));
    });
  });
  afterEach(async () => {
    warnings = [];
    await Promise.all(running.splice(0).map((server) => server.close()));
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });

  async function start(configure: (app: Express) => unknown): Promise<string> {
    const app = express();
    await withEnvironment({ CLERK_FAPI_URL: upstream.origin }, async () => configure(app));
    const server = await serve(app);
    running.push(server);
    return `${server.origin}/__clerk/v1/x`;
  }
  const proxy = () => clerkMiddleware({ ...KEYS, frontendApiProxy: { enabled: true } });
  const post = (url: string, type: string, body: string | Buffer, headers = {}) =>
    fetch(url, { method: 'POST', headers: { 'content-type': type, ...headers }, body });

  it.each(KEPT)('sends on what %s has read', async (_parser, parse, type, body, sent) => {
    const url = await start((app) => app.use(parse, proxy()));
    expect((await post(url, type, body)).status).toBe(200);
    expect(upstream.only).toMatchObject({
      body: sent,
      headers: { 'content-type': type, 'content-length': String(Buffer.byteLength(sent)) },
    });
    expect(warnings).toEqual([]);
  });

  it('says no longer that a body is compressed which a parser has decompressed', async () => {
    const url = await start((app) => app.use(json(), proxy()));
    await post(url, JSON_TYPE, gzipSync('{"a":1}'), { 'content-encoding': 'gzip' });
    expect(upstream.only.body).toBe('{"a":1}');
    expect(upstream.only.headers).not.toHaveProperty('content-encoding');
  });

  it.each<[what: string, type: string, body: string]>([
    ['a form of lists in lists', FORM, 'a[b][c]=1'],
    ['what nobody can write again', 'multipart/form-data; boundary=x', '--x--'],
  ])('answers 500 for %s, and the log says what to do', async (_what, type, body) => {
    const swallow: express.RequestHandler = (request, _response, next) => {
      if (request.readableEnded) return next();
      request.resume().once('end', () => {
        request.body = {};
        next();
      });
    };
    const url = await start((app) => app.use(urlencoded({ extended: true }), swallow, proxy()));
    const response = await post(url, type, body);
    expect([response.status, await response.json()]).toEqual([
      500,
      {
        errors: [
          {
            code: 'proxy_configuration_error',
            message: expect.stringContaining('come before every body parser'),
          },
        ],
      },
    ]);
    expect(upstream.received).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('come before every body parser')]);
  });

  it('is in front of it as a rule, mounted or not, and in requireAuth() too', async () => {
    const options = { ...KEYS, frontendApiProxy: { enabled: true } };
    for (const make of [clerkMiddleware, requireAuth]) {
      upstream.received.length = 0;
      const url = await start((app) => app.use('/__clerk', make(options)));
      // requireAuth() reads its options and the environment when it is first needed.
      await withEnvironment({ CLERK_FAPI_URL: upstream.origin }, () => post(url, JSON_TYPE, '{ }'));
      expect(upstream.received.map(({ target, body }) => [target, body])).toEqual([
        ['/v1/x', '{ }'],
      ]);
    }
  });

  it('takes a function of the request, and the proxy beside it', async () => {
    const extras = { frontendApiProxy: { enabled: true } };
    const url = await start((app) => app.use(clerkMiddleware(() => KEYS, extras)));
    await post(url, JSON_TYPE, '{}');
    expect(upstream.only.headers).toHaveProperty('clerk-secret-key', KEYS.secretKey);
  });
});
