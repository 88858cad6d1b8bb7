import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer of the proxy's own. The body is `{ errors: [{ code, message }] }`, as the vendor's. */
export interface ProxyRefusal {
  readonly status: 400 | 405 | 500 | 501 | 502 | 504;
  readonly code:
    | 'proxy_configuration_error'
    | 'proxy_method_not_allowed'
    | 'proxy_path_mismatch'
    | 'proxy_request_failed'
    | 'proxy_request_timeout'
    | 'proxy_upgrade_refused';
  /** A sentence that names neither keys nor hosts. */
  readonly message: string;
}

/** Answers a request that does not reach the Frontend API, or in place of an answer that never came. */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message }: ProxyRefusal,
): void {
  // Bytes that nobody has read would have the connection reset, and the answer lost with it.
  request.resume();
  const body = JSON.stringify({ errors: [{ code, message }] });
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...(status === 405 && { Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' }),
    // What is left of the body is read by nobody; HTTP/2 has no such header.
    ...(!request.complete && request.httpVersionMajor === 1 && { Connection: 'close' }),
  });
  response.end(body);
}
