import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../nest/support/platforms.js';
import { proxiedForTests } from './support/proxied-app.js';
import { upstreamForTests } from './support/upstream.js';

const MEGABYTE = 1_048_576;
const PIECE = Buffer.alloc(65_536, 'x');
const PIECES = (100 * MEGABYTE) / PIECE.length;

/** More than streams need, far less than what is sent. */
const MOST_MEMORY = 60 * MEGABYTE;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/** What is in use, without what only waits to be collected. */
function memoryInUse(): number {
  if (typeof collectGarbage === 'function') Reflect.apply(collectGarbage, undefined, []);
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The most memory that was used at a time while something ran, above what was used before. */
async function memoryOf(run: () => Promise<unknown>): Promise<number> {
  const before = memoryInUse();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, memoryInUse());
  }, 25);
  await run();
  clearInterval(timer);
  return most - before;
}

async function write(to: NodeJS.WritableStream): Promise<void> {
  for (let piece = 0; piece < PIECES; piece += 1) {
    if (!to.write(PIECE)) await once(to, 'drain');
  }
  to.end();
}

async function sizeOf(from: NodeJS.ReadableStream): Promise<number> {
  let size = 0;
  for await (const chunk of from) size += chunk.length;
  return size;
}

describe.each(PLATFORMS)('100 MB through the proxy, on %s', (platform) => {
  const upstream = upstreamForTests();
  const app = proxiedForTests(platform, upstream);

  async function ask(method: string, send?: (body: NodeJS.WritableStream) => unknown) {
    const sent = request(`${app.origin}/__clerk/v1/x`, { method });
    const answered = once(sent, 'response');
    if (send) void send(sent);
    else sent.end();
    const [answer]: IncomingMessage[] = await answered;
    if (!answer) throw new Error('there was no answer');
    return answer;
  }

  it('down take constant memory', async () => {
    upstream.taking = (_request, response) => void write(response);
    let size = 0;
    const memory = await memoryOf(async () => {
      size = await sizeOf(await ask('GET'));
    });
    expect(size).toBe(100 * MEGABYTE);
    expect(memory).toBeLessThan(MOST_MEMORY);
  });

  it('up take constant memory', async () => {
    let size = 0;
    upstream.taking = async (taken, response) => {
      size = await sizeOf(taken);
      response.end();
    };
    const memory = await memoryOf(async () => sizeOf(await ask('POST', write)));
    expect(size).toBe(100 * MEGABYTE);
    expect(memory).toBeLessThan(MOST_MEMORY);
  });

  it('wait for a browser that does not read', async () => {
    let written = 0;
    let answer: IncomingMessage | undefined;
    upstream.taking = (_request, response) => {
      response.on('drain', () => fill());
      const fill = () => {
        while (written < 100 * MEGABYTE) {
          written += PIECE.length;
          if (!response.write(PIECE)) return;
        }
        response.end();
      };
      fill();
    };
    const memory = await memoryOf(async () => {
      answer = await ask('GET');
      await wait(1_000);
    });
    // What the sockets of two connections hold, and no more.
    expect(written).toBeLessThan(40 * MEGABYTE);
    expect(memory).toBeLessThan(MOST_MEMORY);
    expect(await sizeOf(answer ?? process.stdin)).toBe(100 * MEGABYTE);
  });

  it('wait for a Frontend API that does not read', async () => {
    let goOn: () => void = () => undefined;
    let received = 0;
    upstream.taking = (taken, response) => {
      goOn = () => {
        taken.on('data', (chunk: Buffer) => (received += chunk.length));
        taken.once('end', () => response.end());
      };
    };
    let written = 0;
    const memory = await memoryOf(async () => {
      const answered = ask('POST', async (body) => {
        for (let piece = 0; piece < PIECES; piece += 1) {
          written += PIECE.length;
          if (!body.write(PIECE)) await once(body, 'drain');
        }
        body.end();
      });
      await wait(1_000);
      expect(written).toBeLessThan(40 * MEGABYTE);
      goOn();
      await sizeOf(await answered);
    });
    expect(received).toBe(100 * MEGABYTE);
    expect(memory).toBeLessThan(MOST_MEMORY);
  });
});
