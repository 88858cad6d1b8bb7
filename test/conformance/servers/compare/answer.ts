/** An answer of a server, taken apart. */
export interface Answer {
  readonly status: number;
  /** `name: value`, names in lower case, by name; values of one name in the order they came in. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** What says nothing about Clerk, or a text for people. */
const OF_NO_CONCERN: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'x-clerk-auth-message',
  'x-powered-by',
]);

/** Reads an answer as it came over the socket. */
export function readAnswer(text: string): Answer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const [name = '', ...value] = line.split(':');
    // Space around a value is none of it (RFC 9110, section 5.5).
    return [name.toLowerCase(), value.join(':').trim()];
  });
  return {
    status: Number(first.split(' ')[1]),
    headers: headers
      .filter(([name]) => !OF_NO_CONCERN.has(name))
      .toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
      .map(([name, value]) => `${name}: ${value}`),
    body: text.slice(end + 4),
  };
}
