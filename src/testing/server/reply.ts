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

// A web page that the developer happens to visit may try to load an answer, with a token in it, as
// a script or an image: these headers, and the absence of CORS headers, deny it that.
const PRIVATE = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** A plain text answer. */
export function text(status: number, body: string): Reply {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...PRIVATE }, body };
}

/** A page, with what it may load and where its forms may lead (a Content Security Policy). */
export function document(status: number, body: string, contentSecurityPolicy: string): Reply {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy,
      // Not `no-referrer`: browsers then send `Origin: null` with a page's own forms.
      'Referrer-Policy': 'same-origin',
      ...PRIVATE,
    },
    body,
  };
}

/** Sends the browser elsewhere, with a GET: 307 after a GET, 303 after a form. */
export function redirect(status: 303 | 307, location: string): Reply {
  return { status, headers: { Location: location, 'Cache-Control': 'no-store' }, body: '' };
}

/** Sends an answer. */
export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
