import { once } from 'node:events';
import { type IncomingMessage, request, type Server as HttpServer } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { PLATFORMS } from '../nest/support/platforms.js';
import { startProxied } from './support/proxied-app.js';
import { upstreamForTests } from './support/upstream.js';

const TIMEOUT_IN_MS = 150;

describe.each(PLATFORMS)('when the Frontend API fails, on %s', (platform) => {
  const upstream = upstreamForTests();
  const opened: { close(): unknown }[] = [];
  const sockets = new Set<Socket>();
  let logged: string[];

  beforeEach(() => {
    logged = [];
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => {
      if (String(line).startsWith('frontendApiProxy')) logged.push(String(line));
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const socket of sockets) socket.destroy();
    for (const each of opened.splice(0)) await each.close();
  });

  async function start(to: { origin: string } = upstream): Promise<string> {
    const proxy = { enabled: true, timeoutInMs: TIMEOUT_IN_MS };
    const { app, origin } = await startProxied(platform, to, { proxy });
    const server: HttpServer = app.getHttpServer();
    opened.push({
      close: () => {
        // Those of browsers that keep theirs open for the next request.
        server.closeAllConnections();
        return app.close();
      },
    });
    return `${origin}/__clerk`;
  }

  /** A server that does with its connections what it likes. */
  async function startRaw(take: (socket: Socket) => void): Promise<{ origin: string }> {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      take(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push(server);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return { origin: `http://127.0.0.1:${port}` };
  }

  async function ask(url: string, init: RequestInit = {}) {
    const response = await fetch(url, init);
    const { status, headers } = response;
    const body: unknown = await response.json();
    return { status, type: headers.get('content-type'), cache: headers.get('cache-control'), body };
  }

  const refused = (status: number, code: string) => ({
    status,
    type: 'application/json',
    cache: 'no-store',
    body: { errors: [{ code, message: expect.any(String) }] },
  });

  it('a connection that is refused is a 502, and the log says so once', async () => {
    const gone = await startRaw(() => undefined);
    await opened.pop()?.close();
    const url = await start(gone);
    const answer = await ask(`${url}/v1/client`);
    await ask(`${url}/v1/client`);
    expect(answer).toEqual(refused(502, 'proxy_request_failed'));
    expect(JSON.stringify(answer.body)).toContain('ECONNREFUSED');
    expect(JSON.stringify(answer.body)).not.toContain(new URL(gone.origin).port);
    expect(logged).toEqual([expect.stringContaining('could not be reached')]);
  });

  it('so is one that is closed without an answer, also while a body is on its way', async () => {
    const url = await start(await startRaw((socket) => socket.once('data', () => socket.end())));
    expect(await ask(`${url}/v1`)).toEqual(refused(502, 'proxy_request_failed'));
    const body = 'x'.repeat(5_000_000);
    expect(await ask(`${url}/v1`, { method: 'POST', body })).toEqual(
      refused(502, 'proxy_request_failed'),
    );
  });

  it('so is an answer that is none, and one that changes the protocol unasked', async () => {
    for (const bytes of [
      'nonsense\r\n\r\n',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    ]) {
      const url = await start(
        await startRaw((socket) => socket.once('data', () => socket.write(bytes))),
      );
      expect(await ask(`${url}/v1`)).toEqual(refused(502, 'proxy_request_failed'));
    }
  });

  it('a server that takes the connection and says nothing is a 504', async () => {
    const url = await start(await startRaw(() => undefined));
    expect(await ask(`${url}/v1`)).toEqual(refused(504, 'proxy_request_timeout'));
    expect(await ask(`${url}/v1`, { method: 'POST', body: 'x' })).toEqual(
      refused(504, 'proxy_request_timeout'),
    );
  });

  it('so is one that reads a body no further', async () => {
    const url = await start(await startRaw((socket) => socket.pause()));
    const body = 'x'.repeat(20_000_000);
    expect(await ask(`${url}/v1`, { method: 'POST', body })).toEqual(
      refused(504, 'proxy_request_timeout'),
    );
  });

  it('so is a slow loris, which sends its headers letter by letter', async () => {
    const url = await start(
      await startRaw((socket) => {
        const letters = 'HTTP/1.1 200 OK\r\nX-Slow: loris, and it goes on for ever'.split('');
        const timer = setInterval(() => {
          if (socket.destroyed) clearInterval(timer);
          else socket.write(letters.shift() ?? 'x');
        }, 20);
      }),
    );
    expect(await ask(`${url}/v1`)).toEqual(refused(504, 'proxy_request_timeout'));
    await wait(60);
    expect([...sockets].every((socket) => socket.destroyed)).toBe(true);
  });

  it('an answer that stops halfway is broken off, and never looks whole', async () => {
    upstream.answering = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('half');
    };
    const silent = await fetch(`${await start()}/v1`);
    await expect(silent.text()).rejects.toThrow();
    upstream.answering = (_request, response) => {
      response.write('half', () => response.destroy());
    };
    const broken = await fetch(`${await start()}/v1`);
    await expect(broken.text()).rejects.toThrow();
  });

  it('an answer that comes in small pieces may take longer than the time-out', async () => {
    upstream.answering = async (_request, response) => {
      for (let piece = 0; piece < 6; piece += 1) {
        response.write(String(piece));
        await wait(TIMEOUT_IN_MS / 3);
      }
      response.end();
    };
    expect(await (await fetch(`${await start()}/v1`)).text()).toBe('012345');
  });

  it('a browser that sends its body slowly may, too', async () => {
    const sent = request(`${await start()}/v1`, { method: 'POST' });
    sent.write('slow');
    await wait(TIMEOUT_IN_MS * 2.5);
    sent.end('ly');
    const [answer]: IncomingMessage[] = await once(sent, 'response');
    answer?.resume();
    expect([answer?.statusCode, upstream.only.body]).toEqual([200, 'slowly']);
  });

  it('a request that is lost on an idle connection is sent again, where that changes nothing', async () => {
    let connections = 0;
    const url = await start(
      await startRaw((socket) => {
        connections += 1;
        let requests = 0;
        socket.on('data', () => {
          requests += 1;
          if (requests > 1) socket.resetAndDestroy();
          else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
        });
      }),
    );
    expect((await ask(`${url}/v1`)).status).toBe(200);
    expect((await ask(`${url}/v1`)).status).toBe(200);
    expect(connections).toBe(2);
    const twice = await ask(`${url}/v1`, { method: 'POST' });
    expect(twice.status).toBe(502);
  });

  it('a refusal that comes before the body has is passed on', async () => {
    upstream.taking = (_request, response) =>
      response.writeHead(413, { 'content-type': 'application/json' }).end('{"too":"large"}');
    const sent = request(`${await start()}/v1`, { method: 'POST' });
    sent.on('error', () => undefined);
    sent.write('begin');
    const [answer]: IncomingMessage[] = await once(sent, 'response');
    expect(answer?.statusCode).toBe(413);
    sent.destroy();
  });

  it('a download that the browser breaks off stops upstream', async () => {
    const closed = new Promise<void>((resolve) => {
      upstream.answering = (_request, response) => {
        response.write('x'.repeat(1_000));
        response.once('close', () => resolve());
      };
    });
    const controller = new AbortController();
    const response = await fetch(`${await start()}/v1`, { signal: controller.signal });
    await response.body?.getReader().read();
    const began = performance.now();
    controller.abort();
    await closed;
    expect(performance.now() - began).toBeLessThan(TIMEOUT_IN_MS);
  });

  it('an upload that the browser breaks off stops upstream', async () => {
    const url = await start();
    const ended = new Promise<string>((resolve) => {
      upstream.taking = (taken) => {
        taken.resume();
        taken.once('aborted', () => resolve('aborted'));
        taken.once('end', () => resolve('whole'));
      };
    });
    const sent = request(`${url}/v1`, { method: 'POST' });
    sent.on('error', () => undefined);
    sent.write('begin');
    await once(upstream.server, 'request');
    sent.destroy();
    expect(await ended).toBe('aborted');
  });

  it('a browser that goes away while it waits stops upstream', async () => {
    const url = await start();
    const closed = new Promise<void>((resolve) => {
      upstream.taking = (_request, response) => response.once('close', () => resolve());
    });
    const controller = new AbortController();
    const response = fetch(`${url}/v1`, { signal: controller.signal });
    await once(upstream.server, 'request');
    const began = performance.now();
    controller.abort();
    await expect(response).rejects.toThrow();
    await closed;
    expect(performance.now() - began).toBeLessThan(TIMEOUT_IN_MS);
    expect(logged).toEqual([]);
  });
});
