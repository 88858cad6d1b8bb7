import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Reply } from './reply.js';
import { type RequestSeen, requestSeen } from './request-seen.js';

/** What a request gets for an answer. */
export type Answering = (request: RequestSeen) => Reply;

/** A Backend API that answers as it is told and remembers what it was asked; one caller at a time. */
export class RecordingApi {
  readonly #server: Server;
  #answering: Answering = () => ({ status: 404, body: { errors: [] } });
  #seen: RequestSeen[] = [];

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<RecordingApi> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new RecordingApi(server);
  }

  /** Where it listens. */
  get origin(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('the server has stopped');
    return `http://127.0.0.1:${address.port}`;
  }

  /**
   * Runs something that asks.
   *
   * @returns What it returned, and what was asked meanwhile, in order.
   */
  async listen<T>(
    answering: Answering,
    run: () => Promise<T>,
  ): Promise<{ readonly result: T; readonly requests: readonly RequestSeen[] }> {
    this.#answering = answering;
    this.#seen = [];
    const result = await run();
    return { result, requests: this.#seen };
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen = await requestSeen(request);
    this.#seen.push(seen);
    const { status, body, headers = {} } = this.#answering(seen);
    const type = typeof body === 'string' ? 'text/html' : 'application/json';
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, body === undefined ? headers : { 'Content-Type': type, ...headers });
    response.end(text);
  }
}
