import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes. */
export const MAX_BODY_IN_BYTES = 1024 * 1024;

/** What a request carried. */
export type Body =
  | { kind: 'parameters'; parameters: Readonly<Record<string, unknown>> }
  | { kind: 'malformed' }
  | { kind: 'too-large' };

const FORM = /^application\/x-www-form-urlencoded(?:$|[\s;])/i;

/** Reads a body as a form if it says so, else as a JSON object; no body counts as an empty one. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request);
  if (!bytes) return { kind: 'too-large' };
  const isForm = FORM.test(request.headers['content-type'] ?? '');
  const parameters = (isForm ? parseForm : parseJson)(bytes.toString('utf8'));
  return parameters ? { kind: 'parameters', parameters } : { kind: 'malformed' };
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

function parseForm(source: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(source));
}

function parseJson(source: string): Record<string, unknown> | undefined {
  if (source === '') return {};
  try {
    const value: unknown = JSON.parse(source);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
