import { createServer, IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import { Controller, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { verifyWebhook, type WebhookRequest } from 'clerk-nestjs/webhooks';
import { listen, portOf } from '../nest/support/platforms.js';
import { deliver, eventOf, SECRET, signed } from './support/deliveries.js';

/** What became of each request. */
let outcomes: string[];
let server: Server | undefined;

const verify = async (request: WebhookRequest) => {
  const outcome = await verifyWebhook(request, { signingSecret: SECRET }).then(
    ({ type }) => type,
    (error: unknown) => String(error),
  );
  outcomes.push(outcome);
};

/** What Go's encoder writes as an escape, and JavaScript's does not. */
const AWKWARD = eventOf('user.updated', { url: '?a&b' }).replace('&', '\\u0026');

async function afterDelivery(app: Express | Server): Promise<string> {
  server = 'listen' in app && !('use' in app) ? app : createServer(app);
  const origin = await listen(server);
  await deliver(origin, signed('user.updated', { body: AWKWARD }));
  return outcomes.join();
}

const expressWith = (...parsers: express.RequestHandler[]) => {
  const app = express();
  if (parsers.length > 0) app.use(...parsers);
  app.post('/webhooks/clerk', (request, response, next) => {
    verify(request).then(() => response.end(), next);
  });
  return app;
};

beforeEach(() => {
  outcomes = [];
});

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

describe('verifyWebhook() takes', () => {
  it("Node's request", async () => {
    const bare = createServer(async (request: IncomingMessage, response) => {
      await verify(request);
      response.end();
    });
    expect(await afterDelivery(bare)).toBe('user.updated');
  });

  it.each<[string, express.RequestHandler[]]>([
    ['that nothing has read', []],
    ['with the bytes of express.raw()', [express.raw({ type: '*/*' })]],
    ['with the text of express.text()', [express.text({ type: '*/*' })]],
    [
      'with its bytes beside what was parsed',
      [
        express.json({
          verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }),
        }),
      ],
    ],
  ])("Express's request %s", async (_name, parsers) => {
    expect(await afterDelivery(expressWith(...parsers))).toBe('user.updated');
  });

  it("Fastify's request of a Nest application with rawBody", async () => {
    @Controller()
    class Hooks {
      @Post('webhooks/clerk')
      async take(@Req() request: { raw: IncomingMessage }) {
        await verify(request);
      }
    }
    class Root {}
    const root = { module: Root, controllers: [Hooks] };
    const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), {
      rawBody: true,
      logger: false,
    });
    await app.listen(0, '127.0.0.1');
    const origin = `http://127.0.0.1:${portOf(app.getHttpServer())}`;
    await deliver(origin, signed('user.updated', { body: AWKWARD }));
    await app.close();
    expect(outcomes).toEqual(['user.updated']);
  });
});

describe('verifyWebhook() says what to do about', () => {
  it('a body that was parsed, and does not guess what the bytes were', async () => {
    expect(await afterDelivery(expressWith(express.json()))).toMatch(
      /ClerkConfigurationError: The body of the webhook was read before.*rawBody: true.*express\.raw\(\)/,
    );
  });

  it('a request of the Fetch API that was read', async () => {
    const { headers, body } = signed('user.created');
    const request = new Request('http://a.example', { method: 'POST', headers, body });
    await request.text();
    await verify(request);
    expect(outcomes.join()).toMatch(/ClerkConfigurationError: The body of the webhook was read/);
  });
});

it('verifyWebhook() does not gather a body without end', async () => {
  const bare = createServer(async (request, response) => {
    await verify(request);
    response.end();
  });
  server = bare;
  const origin = await listen(bare);
  await deliver(origin, { ...signed('x'), body: 'x'.repeat(3_000_000) });
  expect(outcomes.join()).toMatch(/more than 2097152 bytes/);
});
