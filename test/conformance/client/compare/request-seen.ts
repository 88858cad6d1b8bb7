import type { IncomingMessage } from 'node:http';

/** A request as it came, as far as two clients can be compared by it; JSON. */
export interface RequestSeen {
  readonly method: string;
  readonly path: string;
  /** Names and values, by name; those of one name in order. */
  readonly query: readonly (readonly [string, string])[];
  /** All but those of the connection. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body, or the parts of a form; an empty text where there was none. */
  readonly body: unknown;
}

/** Of the connection, not of the request; and the one that tells which client asks. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'user-agent',
]);

const FORM = 'multipart/form-data';

/** Reads a request to its end. */
export async function requestSeen(request: IncomingMessage): Promise<RequestSeen> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no encoding was set, so that it is bytes
    chunks.push(chunk as Uint8Array);
  }
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://api.invalid');
  const contentType = request.headers['content-type'] ?? '';
  return {
    method: request.method ?? '',
    path: pathname,
    query: [...searchParams].toSorted(([one], [other]) => (one < other ? -1 : Number(one > other))),
    headers: headersOf(request),
    body: await bodyOf(Buffer.concat(chunks), contentType),
  };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const compared = Object.entries(headers)
    .filter(([name]) => !NOT_COMPARED.has(name))
    // The boundary is drawn by lot.
    .map(([name, value]) => [name, String(value).startsWith(FORM) ? FORM : String(value)]);
  return Object.fromEntries(
    compared.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  );
}

async function bodyOf(bytes: Uint8Array, contentType: string): Promise<unknown> {
  if (contentType.startsWith(FORM)) return partsOf(bytes, contentType);
  const text = Buffer.from(bytes).toString('utf8');
  if (text === '') return '';
  const body: unknown = JSON.parse(text);
  return body;
}

async function partsOf(bytes: Uint8Array, contentType: string): Promise<unknown[]> {
  const form = await new Response(Buffer.from(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const parts = [...form].map(async ([name, value]) => {
    if (typeof value === 'string') return { name, value };
    const content = Buffer.from(await value.arrayBuffer()).toString('base64');
    return { name, file: value.name, type: value.type, content };
  });
  return Promise.all(parts);
}
