import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ApiAnswer, ScenarioApi } from '../generate/scenario.js';
import { foreignKey, OWN_KID, ownKey } from '../generate/world.js';

/** A question to the Backend API, as far as two sides can be compared by it. */
export interface ApiCall {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly credential: 'secret key' | 'machine secret key';
  readonly version: string | undefined;
  readonly contentType: string | undefined;
  /** The JSON body; an empty text where there was none. */
  readonly body: unknown;
}

/** One side of one scenario, while it runs. */
interface Line {
  readonly api: ScenarioApi;
  readonly credential: ApiCall['credential'];
  readonly calls: ApiCall[];
}

const NOT_FOUND: ApiAnswer = {
  status: 404,
  contentType: 'application/json',
  body: '{"errors":[{"code":"resource_not_found","message":"No such operation."}]}',
};

const KEY_SETS: Readonly<Record<ScenarioApi['jwks'], string>> = {
  published: JSON.stringify({ keys: [publicKey(ownKey.jwk)] }),
  'of another instance': JSON.stringify({ keys: [publicKey(foreignKey.jwk)] }),
  empty: '{"keys":[]}',
};

function publicKey(jwk: object): object {
  return { ...jwk, kid: OWN_KID, use: 'sig', alg: 'RS256' };
}

/** A Backend API that answers as a scenario says and remembers what each side asked. */
export class BackendApi {
  /** What came with a key that no scenario has. */
  readonly strays: string[] = [];
  readonly #lines = new Map<string, Line>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<BackendApi> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new BackendApi(server);
  }

  /** Where it listens. */
  get origin(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('the server has stopped');
    return `http://127.0.0.1:${address.port}`;
  }

  /**
   * Runs something that asks with these keys. Within it they can be listened to by another answer.
   *
   * @returns What it returned, and what was asked meanwhile.
   */
  async listen<T>(
    api: ScenarioApi,
    keys: { readonly secretKey?: string; readonly machineSecretKey?: string },
    run: () => Promise<T>,
  ): Promise<{ readonly result: T; readonly calls: readonly ApiCall[] }> {
    const calls: ApiCall[] = [];
    const { secretKey, machineSecretKey } = keys;
    const lines = [
      ...(secretKey ? [[secretKey, { api, calls, credential: 'secret key' }] as const] : []),
      ...(machineSecretKey
        ? [[machineSecretKey, { api, calls, credential: 'machine secret key' }] as const]
        : []),
    ];
    const before = lines.map(([key, line]) => {
      const known = this.#lines.get(key);
      this.#lines.set(key, line);
      return [key, known] as const;
    });
    try {
      return { result: await run(), calls };
    } finally {
      for (const [key, known] of before) {
        if (known) this.#lines.set(key, known);
        else this.#lines.delete(key);
      }
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const text = await textOf(request);
    const key = headers.authorization?.replace('Bearer ', '') ?? '';
    const line = this.#lines.get(key);
    if (!line) this.strays.push(`${method} ${path} with ${key || 'no key'}`);
    const { api, credential, calls } = line ?? UNKNOWN;
    const { pathname } = new URL(path, 'http://localhost');
    if (!pathname.endsWith('/jwks')) {
      const version = textOfHeader(headers['clerk-api-version']);
      const contentType = headers['content-type'];
      calls.push({ method, path, credential, version, contentType, body: parsed(text) });
    }
    const { status, contentType, body } = api ? answerTo(pathname, api) : NOT_FOUND;
    response.writeHead(status, { 'content-type': contentType });
    response.end(status === 204 ? undefined : body);
  }
}

const UNKNOWN = { api: undefined, credential: 'secret key', calls: [] as ApiCall[] } as const;

function answerTo(path: string, api: ScenarioApi): ApiAnswer {
  if (path.endsWith('/jwks')) {
    return { status: 200, contentType: 'application/json', body: KEY_SETS[api.jwks] };
  }
  if (path.endsWith('/clients/handshake_payload')) return api.handshakePayload;
  if (/\/sessions\/[^/]+\/refresh$/.test(path)) return api.refresh;
  if (path.endsWith('/api_keys/verify')) return api.apiKey;
  if (path.endsWith('/m2m_tokens/verify')) return api.m2mToken;
  if (path.endsWith('/oauth_applications/access_tokens/verify')) return api.oauthToken;
  return NOT_FOUND;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function textOfHeader(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join(', ');
}

function parsed(text: string): unknown {
  if (text === '') return '';
  const body: unknown = JSON.parse(text);
  return body;
}
