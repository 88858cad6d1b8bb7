import { ClerkRequestError } from '../errors.js';

/** The methods that a web `Request` refuses (Fetch standard, "forbidden method"). */
const FORBIDDEN = new Set(['TRACE', 'TRACK', 'CONNECT']);

/**
 * Refuses methods that echo a request, credentials included, or open a tunnel.
 *
 * @throws ClerkRequestError, which is answered 400.
 */
export function assertAllowedMethod(method: string): void {
  if (FORBIDDEN.has(method.toUpperCase())) {
    throw new ClerkRequestError(`Requests with the method ${method.toUpperCase()} are not served.`);
  }
}
