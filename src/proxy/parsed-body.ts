import type { IncomingMessage } from 'node:http';

/** The body of a request, as there is something left of it. */
export type RequestBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'stream' }
  /** Read by somebody else, and put together again. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** Read by somebody else, and not to be had any more. */
  | { readonly kind: 'lost' };

/** What body parsers leave on a request. */
interface Parsed {
  readonly body?: unknown;
  /** The bytes themselves, kept by Nest's option `rawBody` and by hosts of functions. */
  readonly rawBody?: unknown;
}

/** Finds the body of a request. What nobody has read yet is streamed. */
export function bodyOf(request: IncomingMessage & Parsed): RequestBody {
  if (!hasBody(request)) return { kind: 'none' };
  if (!request.readableDidRead && !request.readableEnded) return { kind: 'stream' };
  const text = Buffer.isBuffer(request.rawBody) ? request.rawBody : written(request);
  return text === undefined ? { kind: 'lost' } : { kind: 'bytes', bytes: Buffer.from(text) };
}

function hasBody({ method = 'GET', headers, httpVersionMajor }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return true;
  const length = headers['content-length'];
  if (length !== undefined) return Number(length) > 0;
  // HTTP/2 frames its bodies, and needs no header to say that there is one.
  return httpVersionMajor > 1 && !['GET', 'HEAD', 'OPTIONS'].includes(method);
}

function written({ body, headers }: IncomingMessage & Parsed): string | Buffer | undefined {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body;
  if (body === undefined || body === null) return undefined;
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';', 1);
  if (/^application\/(?:.+\+)?json$/.test(type.trim())) return JSON.stringify(body);
  return type.trim() === 'application/x-www-form-urlencoded' ? form(body) : undefined;
}

/** A form of texts and lists of texts; of anything deeper nobody knows how it was written. */
function form(body: object): string | undefined {
  const fields = Object.entries(body).flatMap(([name, value]): [string, unknown][] =>
    Array.isArray(value) ? value.map((item): [string, unknown] => [name, item]) : [[name, value]],
  );
  if (!fields.every((field): field is [string, string] => typeof field[1] === 'string')) {
    return undefined;
  }
  return new URLSearchParams(fields).toString();
}
