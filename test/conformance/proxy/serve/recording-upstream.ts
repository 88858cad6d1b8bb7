import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { listen } from '../../../nest/support/platforms.js';
import { HOST } from '../generate/proxy-answers.js';
import { type BodyPlan, bytesOf, type UpstreamAnswer } from '../generate/proxy-scenario.js';
import { piecesOf } from './pieces.js';

/** A request as it came to the Frontend API. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  /** By name, in lower case; several values in the order in which they came. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

/** A Frontend API that does as it is told, one request at a time, and remembers what it was asked. */
export class RecordingUpstream {
  #answer: UpstreamAnswer | undefined;
  #seen: SeenRequest[] = [];
  readonly #server = createServer((request, response) => void this.#take(request, response));
  #origin = '';

  static async start(): Promise<RecordingUpstream> {
    const upstream = new RecordingUpstream();
    upstream.#server.keepAliveTimeout = 60_000;
    upstream.#origin = await listen(upstream.#server);
    return upstream;
  }

  get origin(): string {
    return this.#origin;
  }

  get host(): string {
    return new URL(this.#origin).host;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Runs something while requests are answered in one way; the requests that came meanwhile. */
  async during<T>(
    answer: UpstreamAnswer,
    run: () => Promise<T>,
  ): Promise<{ result: T; seen: readonly SeenRequest[] }> {
    this.#answer = answer;
    this.#seen = [];
    const result = await run();
    return { result, seen: this.#seen };
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = this.#answer;
    const hash = createHash('sha256');
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      hash.update(chunk);
    });
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    await once(request, 'end').catch(() => undefined);
    this.#seen.push({
      method: request.method ?? '',
      target: request.url ?? '',
      headers: valuesByName(request.rawHeaders),
      body: digest(size, hash.digest('hex')),
    });
    // Not a closed connection: where nothing has come, ours sends what changes nothing again.
    if (!answer || answer.kind === 'none') request.socket.end('nonsense\r\n\r\n');
    else await this.#send(answer, response);
  }

  async #send(answer: UpstreamAnswer, response: ServerResponse): Promise<void> {
    const { status, headers, encoding, body, kind } = answer;
    const bytes = encodedBody(answer);
    response.sendDate = false;
    for (const [name, value] of headers) {
      response.appendHeader(name, value.replaceAll(new RegExp(HOST, 'gi'), this.host));
    }
    if (encoding !== 'none') response.setHeader('Content-Encoding', encoding);
    if (body.framing === 'length') response.setHeader('Content-Length', bytes.length);
    response.writeHead(status);
    if (kind === 'half') {
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      return;
    }
    for await (const piece of piecesOf(bytes, body.pieces)) response.write(piece);
    response.end();
  }
}

/** The bytes of an answer as they go over the wire. */
export function encodedBody({ body, encoding }: UpstreamAnswer): Buffer {
  return encoding === 'gzip' ? gzipSync(bytesOf(body)) : bytesOf(body);
}

/** A body in few letters. */
export function digestOf(bytes: Buffer): string {
  return digest(bytes.length, createHash('sha256').update(bytes).digest('hex'));
}

/** The same of bytes that are planned. */
export function plannedDigest(plan: BodyPlan | undefined): string {
  return digestOf(plan ? bytesOf(plan) : Buffer.alloc(0));
}

function digest(size: number, hash: string): string {
  return `${size} bytes ${hash.slice(0, 12)}`;
}

function valuesByName(lines: readonly string[]): Record<string, string[]> {
  const byName: Record<string, string[]> = {};
  for (let index = 0; index < lines.length; index += 2) {
    const name = (lines[index] ?? '').toLowerCase();
    byName[name] = [...(byName[name] ?? []), lines[index + 1] ?? ''];
  }
  return byName;
}
