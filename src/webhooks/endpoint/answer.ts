import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a delivery is answered with. */
export interface Answer {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For how long what is left of a refused body is taken in and dropped. */
const DRAIN_IN_MS = 5_000;

/**
 * Answers a request whose body may not have been read to its end. The rest is dropped for a while, so
 * that the client gets to read the answer, and then the connection.
 */
export function answer(request: IncomingMessage, response: ServerResponse, what: Answer): void {
  // Whoever sent it has gone.
  if (response.destroyed || response.headersSent) return;
  const body = JSON.stringify({ statusCode: what.status, message: what.message });
  const length = String(Buffer.byteLength(body));
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': length };
  response.writeHead(what.status, { ...headers, ...what.headers }).end(body);
  if (request.complete) return;
  const timer = setTimeout(() => request.destroy(), DRAIN_IN_MS).unref();
  request.once('close', () => clearTimeout(timer));
}
