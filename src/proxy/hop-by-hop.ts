import type { IncomingHttpHeaders } from 'node:http';

/** Headers that are about one connection and not about the message (RFC 9110, section 7.6.1). */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Headers of a message that go on to the next hop, by their names in lower case. */
export function endToEnd(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const named = namedByConnection(headers.connection);
  const kept: [string, string | string[]][] = [];
  for (const [name, value] of Object.entries(headers)) {
    // HTTP/2 keeps the request line among the headers.
    const isHop = HOP_BY_HOP.has(name) || named.has(name) || name.startsWith(':');
    if (value !== undefined && !isHop) kept.push([name, value]);
  }
  return Object.fromEntries(kept);
}

/** The headers that a sender says to be about its connection. */
function namedByConnection(connection: string | undefined): ReadonlySet<string> {
  return new Set(connection?.split(',').map((name) => name.trim().toLowerCase()));
}
