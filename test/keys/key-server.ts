import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { LocalInstance } from 'clerk-nestjs/testing';

/** What can be wrong with a key server; `nothing` is well. */
export type Fault =
  'nothing' | '500' | '401' | 'hang up' | 'hang' | 'trickle' | 'flood' | 'no keys';

/** A Backend API on a port of this machine that has nothing but keys, and every fault there is. */
export class KeyServer {
  fault: Fault = 'nothing';
  /** How often it was asked. */
  fetches = 0;
  /** How often who asked has hung up before there was an answer. */
  abandoned = 0;
  /** Before it answers, in milliseconds. */
  delayInMs = 0;
  readonly #server: Server;
  readonly #port: number;
  readonly #timers = new Set<NodeJS.Timeout>();
  #published: readonly LocalInstance[];

  private constructor(server: Server, port: number, published: readonly LocalInstance[]) {
    this.#server = server;
    this.#port = port;
    this.#published = published;
    server.on('request', (_request, response) => {
      this.fetches += 1;
      if (this.delayInMs > 0) setTimeout(() => this.#answer(response), this.delayInMs);
      else this.#answer(response);
    });
  }

  /** @param published Whose keys it publishes. */
  static async start(...published: readonly LocalInstance[]): Promise<KeyServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('the server does not listen');
    return new KeyServer(server, address.port, published);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** From now on it publishes these keys and no others. */
  publish(...published: readonly LocalInstance[]): void {
    this.#published = published;
  }

  /** Refuses connections from now on. */
  async goDown(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#server.closeAllConnections();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Listens again. */
  async comeBack(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  #answer(response: ServerResponse): void {
    const { fault } = this;
    switch (fault) {
      case 'nothing':
        return void response.end(JSON.stringify({ keys: this.#published.flatMap(keysOf) }));
      case 'no keys':
        return void response.end(JSON.stringify({ keys: [] }));
      case '500':
      case '401':
        return void response.writeHead(Number(fault)).end('{}');
      case 'hang up':
        return void response.destroy();
      case 'hang':
        return void response.on('close', () => (this.abandoned += 1));
      case 'trickle':
        return this.#send(response, ' ', 20);
      case 'flood':
        return this.#send(response, ' '.repeat(256 * 1024), 1);
      default:
        return fault satisfies never;
    }
  }

  /** Again and again, and never to the end. */
  #send(response: ServerResponse, text: string, everyMs: number): void {
    const timer = setInterval(() => response.write(text), everyMs);
    this.#timers.add(timer);
    response.on('error', () => clearInterval(timer));
    response.on('close', () => clearInterval(timer));
  }
}

function keysOf({ jwks }: LocalInstance): object[] {
  return jwks.keys;
}
