/** A request, byte for byte. */
export interface RawRequest {
  /** The request line: `GET /vault HTTP/1.1`. */
  readonly line: string;
  /** Header lines; `Host: localhost` where there are none. */
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** What `GET` of a target looks like on the wire. */
export function get(target: string, ...headers: string[]): RawRequest {
  return { line: `GET ${target} HTTP/1.1`, headers: ['Host: localhost', ...headers] };
}

/**
 * The bytes of a request.
 *
 * @param credentials Header lines, which come first: where a header is repeated, theirs count.
 */
export function toBytes(
  { line, headers = ['Host: localhost'], body = '' }: RawRequest,
  credentials: readonly string[] = [],
): string {
  return `${[line, ...credentials, ...headers].join('\r\n')}\r\n\r\n${body}`;
}
