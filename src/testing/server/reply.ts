import type { ServerResponse } from 'node:http';

/** An answer, complete before any of it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A JSON answer. The media type carries no charset: the vendor's client compares it exactly. */
export function json(status: number, value: unknown): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    body: JSON.stringify(value),
  };
}

/**
 * A plain text answer. A web page that the developer happens to visit may try to load one, with a
 * token in it, as a script or an image: the headers, and the absence of CORS headers, deny it that.
 */
export function text(status: number, body: string): Reply {
  return {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
    body,
  };
}

/** Sends an answer. */
export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
