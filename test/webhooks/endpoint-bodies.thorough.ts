import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import express from 'express';
import { ClerkWebhookModule, type ClerkWebhookOptions } from 'clerk-nestjs/webhooks';
import { PLATFORMS, portOf } from '../nest/support/platforms.js';
import { deliver, eventOf, SECRET, signed } from './support/deliveries.js';
import { Recorder, startWebhookApp, type WebhookApp } from './support/webhook-app.js';

/** Begins a delivery whose body does not come to its end. */
function sendPartOfBody(port: number): Socket {
  const { headers } = signed('user.created');
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const socket = connect(port, '127.0.0.1');
  socket.write(
    [
      'POST /webhooks/clerk HTTP/1.1',
      'host: a.example',
      ...lines,
      'content-length: 500',
      '',
      '{"type"',
    ].join('\r\n'),
  );
  return socket;
}

describe.each(PLATFORMS)('Bodies of deliveries on %s', (platform) => {
  let app: WebhookApp;
  const start = async (options?: ClerkWebhookOptions) => {
    app = await startWebhookApp(platform, options);
  };

  afterEach(() => app.close());

  it('takes in a megabyte', async () => {
    await start();
    const body = eventOf('sms.created', { message: 'é'.repeat(500_000) });
    expect((await app.deliver(signed('sms.created', { body }))).status).toBe(200);
  });

  it('takes in a body in pieces, cut within a character', async () => {
    await start();
    const { headers, body } = signed('sms.created', {
      body: eventOf('sms.created', { message: '🌍🌍' }),
    });
    const bytes = Buffer.from(body);
    const at = bytes.indexOf(Buffer.from('🌍')) + 2;
    const pieces = new ReadableStream({
      async start(controller) {
        controller.enqueue(bytes.subarray(0, at));
        await sleep(20);
        controller.enqueue(bytes.subarray(at));
        controller.close();
      },
    });
    const answer = await fetch(`${app.origin}/webhooks/clerk`, {
      method: 'POST',
      headers,
      body: pieces,
      duplex: 'half',
    });
    expect(answer.status).toBe(200);
  });

  describe('with a limit', () => {
    it('answers 413 to a body that says that it is longer, and takes one that just fits', async () => {
      const delivery = signed('user.created');
      await start({ bodyLimitInBytes: Buffer.byteLength(delivery.body) });
      expect((await app.deliver(delivery)).status).toBe(200);
      const longer = signed('user.created', { body: `${delivery.body} ` });
      expect((await app.deliver(longer)).status).toBe(413);
      expect(app.recorder.seen).toHaveLength(1);
    });

    it('answers 413 to a body without a length as soon as it is longer, and keeps nothing', async () => {
      await start({ bodyLimitInBytes: 10_000 });
      const { headers } = signed('user.created');
      const pieces = Array.from({ length: 400 }, () => Buffer.alloc(100_000, 'x'));
      const before = process.memoryUsage().arrayBuffers;
      const body = ReadableStream.from(pieces);
      const answer = await fetch(`${app.origin}/webhooks/clerk`, {
        method: 'POST',
        headers,
        body,
        duplex: 'half',
      });
      expect(answer.status).toBe(413);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
    });

    it('answers 408 to a client that hangs in the middle of its body, and hangs up', async () => {
      await start({ bodyTimeoutInMs: 200 });
      const socket = sendPartOfBody(app.port);
      let text = '';
      for await (const chunk of socket) text += String(chunk);
      expect(text).toMatch(/^HTTP\/1\.1 408 /);
    });

    it('goes on when a client leaves in the middle of its body', async () => {
      await start();
      const socket = sendPartOfBody(app.port);
      await sleep(50);
      socket.destroy();
      await sleep(50);
      expect((await app.deliver(signed('user.created'))).status).toBe(200);
    });
  });
});

describe.each(PLATFORMS)('An application of NestFactory on %s', (platform) => {
  it.each([{ bodyParser: false }, { rawBody: true }, { cors: true }])(
    'takes in deliveries with %j',
    async (options) => {
      class Root {}
      const root = {
        module: Root,
        imports: [ClerkWebhookModule.forRoot({ signingSecret: SECRET })],
        providers: [Recorder],
      };
      const adapter = platform === 'express' ? new ExpressAdapter() : new FastifyAdapter();
      const app = await NestFactory.create(root, adapter, { ...options, logger: false });
      await app.listen(0, '127.0.0.1');
      const origin = `http://127.0.0.1:${portOf(app.getHttpServer())}`;
      expect((await deliver(origin, signed('user.created'))).status).toBe(200);
      expect(app.get(Recorder).seen).toHaveLength(1);
      await app.close();
    },
  );
});

describe('Where something has read the body before the application was there', () => {
  const before = async (parser: express.RequestHandler) => {
    const server = express();
    server.use(parser);
    class Root {}
    const root = {
      module: Root,
      imports: [ClerkWebhookModule.forRoot({ signingSecret: SECRET })],
      providers: [Recorder],
    };
    const lines: string[] = [];
    const note = (message: unknown) => lines.push(String(message));
    const logger = { log: () => 0, warn: note, error: note, debug: note };
    const app = await NestFactory.create(root, new ExpressAdapter(server), { logger });
    await app.listen(0, '127.0.0.1');
    const origin = `http://127.0.0.1:${portOf(app.getHttpServer())}`;
    const { status } = await deliver(origin, signed('user.created'));
    await app.close();
    return { status, log: lines.join('\n'), seen: app.get(Recorder).seen };
  };

  it('the endpoint answers 500 and says in the log how to order things', async () => {
    const { status, log, seen } = await before(express.json());
    expect([status, seen]).toEqual([500, []]);
    expect(log).toMatch(
      /registered before ClerkWebhookModule reads the body of \/webhooks\/clerk: register it with app\.use\(\)/,
    );
    expect(log).not.toContain('user_1');
  });

  it('it takes the bytes where they were kept', async () => {
    const { status, seen } = await before(express.raw({ type: '*/*' }));
    expect([status, seen.length]).toEqual([200, 1]);
  });
});
