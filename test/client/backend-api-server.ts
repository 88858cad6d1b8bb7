import { afterAll, beforeEach } from '@jest/globals';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:net';

/** What the server saw of one request. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface BackendApiServer {
  readonly url: string;
  readonly requests: SeenRequest[];
  /** Answers the requests from now on. */
  answer: (res: ServerResponse, req: SeenRequest) => void;
  close(): Promise<void>;
}

/** The server of a test file: it forgets what it saw between tests, and goes when they are over. */
export async function backendApiForTests(): Promise<BackendApiServer> {
  const api = await startBackendApiServer();
  beforeEach(() => {
    api.requests.length = 0;
  });
  afterAll(() => api.close());
  return api;
}

/** A real HTTP server in the Backend API's place, on a free port of this machine. */
export async function startBackendApiServer(): Promise<BackendApiServer> {
  const requests: SeenRequest[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const { method = '', url = '', headers } = req;
      const seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
      requests.push(seen);
      api.answer(res, seen);
    });
  });
  const port = await listen(server);
  const api: BackendApiServer = {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer: (res) => json(res, 404, { errors: [] }),
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
  return api;
}

export function json(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
}

/** What a promise rejects with; fails when it doesn't. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was expected to reject.');
}

/** Makes a server listen on a free port of this machine, and tells which. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return address.port;
}
