import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { listen } from '../../nest/support/platforms.js';

/** A request as it came to the Frontend API. */
export interface Received {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a Frontend API answers; by default 200 with a JSON object. */
export type Answering = (request: IncomingMessage, response: ServerResponse) => unknown;

const answerAsUsual: Answering = (_request, response) =>
  response.setHeader('content-type', 'application/json').end('{"response":"client"}');

/** A Frontend API for tests that remembers what it was asked. */
export class Upstream {
  answering: Answering = answerAsUsual;
  /** Looks at a request before its body has come; when it is set, nothing is remembered. */
  taking: Answering | undefined;
  readonly received: Received[] = [];
  origin = '';
  readonly server: Server = createServer((request, response) => void this.#take(request, response));

  async start(): Promise<void> {
    this.origin = await listen(this.server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  reset(): void {
    this.answering = answerAsUsual;
    this.taking = undefined;
    this.received.length = 0;
  }

  /** The only request that came. */
  get only(): Received {
    const [first, ...more] = this.received;
    if (!first || more.length > 0) throw new Error(`${this.received.length} requests came`);
    return first;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.on('error', () => undefined);
    if (this.taking) {
      this.taking(request, response);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // One that is broken off is not remembered.
    if (!(await once(request, 'end').catch(() => undefined))) return;
    this.received.push({
      method: request.method ?? '',
      target: request.url ?? '',
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: Buffer.concat(chunks).toString('utf8'),
    });
    this.answering(request, response);
  }
}

/** One for the tests of a `describe`, forgetful between them. */
export function upstreamForTests(): Upstream {
  const upstream = new Upstream();
  beforeAll(() => upstream.start());
  beforeEach(() => upstream.reset());
  afterAll(() => upstream.stop());
  return upstream;
}
