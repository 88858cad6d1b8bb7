import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Agent, type IncomingMessage } from 'node:http';
import { ClerkClient, ClerkModule } from 'clerk-nestjs';
import { type Platform, type RunningApp, startApp } from '../nest/support/platforms.js';
import { rawExchange } from '../nest/support/raw-exchange.js';
import { ask } from './ask.js';
import { byHeader, requestOf } from './known-tenants.js';
import { Asker, everywhere, PlacesModule } from './places.js';
import { tenantServersForTests } from './tenant-server.js';

const tenants = tenantServersForTests('acme', 'globex');
const TEXT = 'x'.repeat(90_000);

/** Middleware of the application's own, which calls next from an event of the request's stream. */
type Parser = (
  request: IncomingMessage & { body?: unknown },
  response: unknown,
  next: () => void,
) => void;

const waitForBytes: Parser = (request, _response, next) => {
  if (request.headers['content-length'] === undefined) next();
  else request.once('readable', () => next());
};

const readEverything: Parser = (request, _response, next) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    if (text) request.body = JSON.parse(text);
    next();
  });
};

/** Fastify reads bodies by itself, and would wait for ever for one that is read already. */
const APPLICATIONS: [Platform, string, Parser[]][] = [
  ['express', 'the parser of Nest', []],
  ['express', 'one that waits for bytes', [waitForBytes]],
  ['express', 'one that reads everything', [readEverything]],
  ['fastify', 'the parser of Nest', []],
  ['fastify', 'one that waits for bytes', [waitForBytes]],
];

describe.each(APPLICATIONS)('the client on %s, with %s', (platform, _name, parsers) => {
  let running: RunningApp;
  /** One connection for all: what it does for one request must not reach the next. */
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  beforeAll(async () => {
    const configure = (app: INestApplication) => parsers.forEach((parser) => app.use(parser));
    running = await startApp(
      platform,
      { imports: [ClerkModule.forRoot({ tenants: byHeader(tenants) }), PlacesModule] },
      { configure },
    );
  });

  afterAll(async () => {
    agent.destroy();
    await running.app.close();
  });

  const get = (tenant: string, path = '/places') =>
    ask(`${running.origin}${path}`, { headers: requestOf(tenant), agent });

  const post = (tenant: string) => {
    const headers = { ...requestOf(tenant), 'content-type': 'application/json' };
    const body = JSON.stringify({ text: TEXT });
    return ask(`${running.origin}/places`, { method: 'POST', headers, body, agent });
  };

  it('is the tenant’s in middleware, guards, interceptors, pipes, handlers and timers', async () => {
    for (const tenant of ['acme', 'globex', 'globex', 'acme']) {
      expect(await get(tenant)).toMatchObject({ body: everywhere(tenant) });
    }
  });

  it('is the tenant’s after a body, but for middleware whose parser calls back for nobody', async () => {
    for (const tenant of ['acme', 'globex', 'globex', 'acme']) {
      const middleware = parsers.includes(readEverything) ? 'nobody' : tenant;
      const expected = { ...everywhere(tenant), middleware, size: TEXT.length };
      expect(await post(tenant)).toMatchObject({ status: 201, body: expected });
    }
  });

  it('is never another tenant’s where requests are sent before others are answered', async () => {
    const order = ['acme', 'globex', 'globex', 'acme', 'globex', 'acme'];
    const body = JSON.stringify({ text: TEXT });
    const lines = order.flatMap((tenant) => [
      'POST /places HTTP/1.1',
      'Host: localhost',
      `x-tenant: ${tenant}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      '',
      body,
    ]);
    const last = ['GET /places HTTP/1.1', 'Host: localhost', 'x-tenant: acme'];
    const { text } = await rawExchange(running.port, [...lines, ...last]);
    const handlers = [...text.matchAll(/"handler":"(\w+)"/g)].map(([, name]) => name);
    expect(handlers).toEqual([...order, 'acme']);
    const middleware = [...text.matchAll(/"middleware":"(\w+)"/g)].map(([, name]) => name);
    const isNobody = parsers.includes(readEverything);
    expect(middleware).toEqual([...order.map((name) => (isNobody ? 'nobody' : name)), 'acme']);
  });

  it('is the tenant’s in exception filters', async () => {
    for (const tenant of ['acme', 'globex', 'acme']) {
      expect(await get(tenant, '/places/broken')).toMatchObject({ body: { filter: tenant } });
    }
  });

  it('is nobody’s outside of requests, also right after one', async () => {
    await get('acme');
    await expect(running.app.get(Asker).whose()).rejects.toThrow(/clerk\.for\(tenant\)/);
  });

  it('is anybody’s by for(), in requests and outside', async () => {
    const clerk = running.app.get(ClerkClient);
    const asked = await clerk.for('globex').users.getUser('user_1');
    expect(asked.externalId).toBe('globex');
  });
});
