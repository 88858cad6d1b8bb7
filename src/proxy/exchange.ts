import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { RequestBody } from './parsed-body.js';
import { Patience } from './patience.js';
import { type ProxyRefusal, sendRefusal } from './proxy-refusal.js';
import type { UpstreamConnections, UpstreamRequest } from './upstream-connections.js';

/** All that an exchange needs to know. */
export interface ExchangeParts {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly connections: UpstreamConnections;
  readonly upstream: UpstreamRequest;
  readonly body: Exclude<RequestBody, { kind: 'lost' }>;
  readonly timeoutInMs: number;
  /** The headers that the browser gets of an answer. */
  readonly headersOf: (answer: IncomingMessage) => Record<string, string | string[]>;
  /** Called once with what came of it; not where the browser has gone away. */
  readonly report: (failure: ProxyRefusal | undefined) => void;
}

/**
 * One request on its way to the Frontend API and the answer on its way back, both as streams: what
 * one side does not take, the other does not get to send. When either side goes, so does the other.
 */
export class Exchange {
  readonly #patience: Patience;
  #asked: ClientRequest | undefined;
  #answer: IncomingMessage | undefined;
  #isOver = false;

  constructor(private readonly parts: ExchangeParts) {
    this.#patience = new Patience(parts.timeoutInMs, () => this.#giveUp());
  }

  /** Sends the request; all else follows from what happens. */
  start(): void {
    const { request, response } = this.parts;
    // Ended, or the browser has gone away.
    response.once('close', () => this.#end());
    // Tells of a browser that has gone away too, and would be thrown if nobody listened.
    request.on('error', () => this.#end());
    this.#ask();
  }

  #ask(): void {
    const { connections, upstream, response } = this.parts;
    try {
      const asked = connections.open(upstream);
      this.#asked = asked;
      asked.once('response', (answer) => this.#pass(answer));
      asked.on('error', (error) => this.#fail(asked, error));
      asked.once('close', () => this.#fail(asked));
      asked.on('drain', this.#patience.refresh);
      asked.once('finish', this.#patience.refresh);
      response.on('drain', this.#patience.refresh);
      this.#send(asked);
    } catch (error) {
      this.#refuse(unreachable(error));
    }
  }

  #send(asked: ClientRequest): void {
    const { request, body } = this.parts;
    switch (body.kind) {
      case 'none':
        asked.end();
        return;
      case 'bytes':
        asked.end(body.bytes);
        return;
      case 'stream':
        // Not `pipeline`: when the Frontend API fails it would close the browser's connection too,
        // and there is an answer to be sent over that.
        request.pipe(asked);
        request.on('data', this.#patience.refresh);
        return;
      default:
        body satisfies never;
    }
  }

  #pass(answer: IncomingMessage): void {
    const { response, headersOf, report } = this.parts;
    this.#answer = answer;
    this.#patience.refresh();
    try {
      response.writeHead(answer.statusCode ?? 502, headersOf(answer));
    } catch (error) {
      this.#refuse(unreachable(error));
      return;
    }
    report(undefined);
    // Where it breaks off, so does what the browser gets: half an answer must not look like one.
    pipeline(answer, response, () => this.#end());
    answer.on('data', this.#patience.refresh);
  }

  #fail(asked: ClientRequest, error?: Error): void {
    if (this.#isOver || this.#answer || asked !== this.#asked) return;
    if (this.#wasClosedWhileIdle(asked, error)) return this.#ask();
    this.#refuse(unreachable(error));
  }

  /** Nobody has seen such a request, and one that changes nothing may be sent again anyway. */
  #wasClosedWhileIdle(asked: ClientRequest, error?: Error): boolean {
    const { body, upstream } = this.parts;
    const isSafe = body.kind === 'none' && ['GET', 'HEAD', 'OPTIONS'].includes(upstream.method);
    return isSafe && asked.reusedSocket && codeOf(error) === 'ECONNRESET';
  }

  #giveUp(): void {
    if (this.#waitsForBrowser()) return;
    if (this.#answer) {
      this.parts.response.destroy();
      return;
    }
    this.#refuse({
      status: 504,
      code: 'proxy_request_timeout',
      message: 'The Frontend API did not answer in time.',
    });
  }

  /** A browser may take its time: the server that it is connected to has limits for that. */
  #waitsForBrowser(): boolean {
    if (this.#answer) return this.parts.response.writableNeedDrain;
    const asked = this.#asked;
    const isConnected = asked?.socket?.connecting === false;
    return isConnected && !asked?.writableEnded && !asked?.writableNeedDrain;
  }

  #refuse(refusal: ProxyRefusal): void {
    const { request, response, report } = this.parts;
    if (this.#isOver) return;
    report(refusal);
    if (response.headersSent) response.destroy();
    else sendRefusal(request, response, refusal);
    this.#end();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#patience.stop();
    const { request } = this.parts;
    const asked = this.#asked;
    if (!this.#answer?.complete || !asked?.writableFinished) asked?.destroy();
    if (!asked) return;
    request.unpipe(asked);
    // The rest of a body that nobody wants, so that the connection can be used again.
    request.resume();
  }
}

function unreachable(error: unknown): ProxyRefusal {
  const code = codeOf(error);
  const why = code ? `: ${code}` : '';
  return {
    status: 502,
    code: 'proxy_request_failed',
    message: `The Frontend API could not be reached, or broke off${why}.`,
  };
}

/** Only a code: messages of Node's name hosts and ports. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
