import { digestOf } from '../serve/recording-upstream.js';

/** An answer as a browser sees it. */
export interface BrowserAnswer {
  readonly status: number;
  /** By name, in lower case. Values of one name are joined, but for those of cookies. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** The bytes in few letters, or the code of an error of the proxy's, or that it broke off. */
  readonly body: string;
}

/** What is of one connection only, or of the server around the proxy. */
const OF_NO_CONCERN: ReadonlySet<string> = new Set([
  'connection',
  'date',
  'keep-alive',
  'transfer-encoding',
  'x-powered-by',
]);

/** Reads an answer as it came over the socket. */
export function readAnswer(bytes: Buffer): BrowserAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const rest = bytes.subarray(end + 4);
  // None at all where the connection was closed without a word.
  const status = Number(first.split(' ')[1] ?? 0);
  // "Continue" and the like are followed by the answer.
  if (status >= 100 && status < 200) return readAnswer(rest);
  const fields = lines.map((line): [string, string] => {
    const [name = '', ...value] = line.split(':');
    return [name.toLowerCase(), value.join(':').trim()];
  });
  const isChunked = fields.some(([name]) => name === 'transfer-encoding');
  const length = fields.find(([name]) => name === 'content-length')?.[1];
  const body = isChunked ? dechunked(rest) : whole(rest, length);
  return { status, headers: joined(fields), body: body ? said(body) : 'broken off' };
}

function joined(fields: readonly (readonly [string, string])[]): BrowserAnswer['headers'] {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of fields) {
    if (OF_NO_CONCERN.has(name)) continue;
    const known = headers[name];
    if (name === 'set-cookie') headers[name] = [known ?? [], value].flat();
    else headers[name] = known === undefined ? value : `${String(known)}, ${value}`;
  }
  return headers;
}

/** Undefined where there is no end to it. */
function dechunked(bytes: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', start);
    const size = Number.parseInt(bytes.subarray(start, end).toString('latin1'), 16);
    if (end === -1 || Number.isNaN(size)) return undefined;
    if (size === 0) return Buffer.concat(pieces);
    if (end + 2 + size > bytes.length) return undefined;
    pieces.push(bytes.subarray(end + 2, end + 2 + size));
    start = end + 2 + size + 2;
  }
}

/** Undefined where there is less than was said; nothing at all is what HEAD gets. */
function whole(bytes: Buffer, length: string | undefined): Buffer | undefined {
  const isWhole = length === undefined || bytes.length === 0 || bytes.length === Number(length);
  return isWhole ? bytes : undefined;
}

function said(body: Buffer): string {
  const code = /^\{"errors":\[\{"code":"(proxy_\w+)"/.exec(body.subarray(0, 99).toString('latin1'));
  return code?.[1] ?? digestOf(body);
}
