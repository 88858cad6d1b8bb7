import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** How a server answers one request. */
export type Answer = (response: ServerResponse) => void;

/** A Backend API on a port of this machine that answers as it is told. */
export class JwksServer {
  /** What was asked so far. */
  readonly requests: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  /** How it answers. */
  answer: Answer = status(500);
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => {
      this.requests.push(request);
      this.answer(response);
    });
  }

  static async start(): Promise<JwksServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new JwksServer(server);
  }

  /** Where it listens. */
  get origin(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('the server has stopped');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** Answers with JSON. */
export function json(body: unknown, code = 200): Answer {
  return (response) =>
    response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Answers with text that is no JSON. */
export function text(body: string): Answer {
  return (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body);
}

/** Answers with a status, and what the Backend API says with it. */
export function status(code: number): Answer {
  return json({ errors: [{ code: 'some_error', message: 'Some error' }] }, code);
}

/** Sends the caller elsewhere. */
export function redirect(location: string, code = 302): Answer {
  return (response) => response.writeHead(code, { location }).end();
}

/** Never answers. */
export const silence: Answer = () => undefined;

/** Begins to answer, and stops in the middle. */
export const halfAnAnswer: Answer = (response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"keys":[');

/** Hangs up. */
export const hangUp: Answer = (response) => response.destroy();
