import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What the server answers to one nonce or one refresh token. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What it was asked. */
export interface ApiCall {
  readonly method: string;
  readonly url: string;
  /** The JSON body; an empty text where there was none. */
  readonly body: unknown;
}

const UNKNOWN: ApiAnswer = {
  status: 404,
  body: { errors: [{ code: 'resource_not_found', message: 'Not found' }] },
};

/**
 * The part of the Backend API that handshakes and refreshes need. It answers by the nonce or the
 * refresh token, and the same each time, so that two engines can ask it alike.
 */
export class SessionApi {
  /** What it answers, by nonce and refresh token. */
  readonly answers = new Map<string, ApiAnswer>();
  readonly #server: Server;
  #calls: ApiCall[] = [];

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<SessionApi> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SessionApi(server);
  }

  /** Where it listens. */
  get origin(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('the server has stopped');
    return `http://127.0.0.1:${address.port}`;
  }

  /** What was asked since this was last looked at. */
  takeCalls(): ApiCall[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const text = await textOf(request);
    const body: unknown = text === '' ? '' : JSON.parse(text);
    // The vendor drops a parameter of false, as nothing is what it means.
    this.#calls.push({ method, url: url.replace('?suffixed_cookies=false', ''), body });
    const { status, body: answer } = this.answers.get(keyOf(url, body)) ?? UNKNOWN;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 204 ? undefined : JSON.stringify(answer));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function keyOf(url: string, body: unknown): string {
  const hasToken = typeof body === 'object' && body !== null && 'refresh_token' in body;
  const nonce = new URL(url, 'http://localhost').searchParams.get('nonce');
  return String(hasToken ? body.refresh_token : nonce);
}
