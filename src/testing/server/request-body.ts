import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes. */
export const MAX_BODY_IN_BYTES = 1024 * 1024;

/** What a request carried. */
export type Body =
  | { kind: 'parameters'; parameters: Readonly<Record<string, unknown>> }
  | { kind: 'list'; items: readonly unknown[] }
  | { kind: 'malformed' }
  | { kind: 'too-large' };

const FORM = /^application\/x-www-form-urlencoded(?:$|[\s;])/i;

/** Reads a body as a form if it says so, else as a JSON object or list; none counts as an empty object. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request);
  if (!bytes) return { kind: 'too-large' };
  const isForm = FORM.test(request.headers['content-type'] ?? '');
  return (isForm ? parseForm : parseJson)(bytes.toString('utf8'));
}

// Reads an oversize body to its end, without keeping it: a client that is still sending when the
// connection closes sees a broken pipe instead of the 413.
async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= MAX_BODY_IN_BYTES) chunks.push(bytes);
    else chunks.length = 0;
  }
  return size <= MAX_BODY_IN_BYTES ? Buffer.concat(chunks) : undefined;
}

function parseForm(source: string): Body {
  return { kind: 'parameters', parameters: Object.fromEntries(new URLSearchParams(source)) };
}

function parseJson(source: string): Body {
  if (source === '') return { kind: 'parameters', parameters: {} };
  try {
    const value: unknown = JSON.parse(source);
    if (Array.isArray(value)) return { kind: 'list', items: value };
    return isObject(value) ? { kind: 'parameters', parameters: value } : { kind: 'malformed' };
  } catch {
    return { kind: 'malformed' };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
