import type { ApiCall } from './backend-api.js';

/**
 * A refresh sends the request's headers along: what counts is whether those are the ones sent.
 *
 * @param isSent Whether these are the headers of the request, each with a list of values.
 */
export function comparableCall(call: ApiCall, isSent: (headers: unknown) => boolean): ApiCall {
  const { body } = call;
  if (typeof body !== 'object' || body === null || !('request_headers' in body)) return call;
  const { request_headers: headers, ...rest } = body;
  return {
    ...call,
    body: { ...rest, request_headers: isSent(headers) ? 'of the request' : headers },
  };
}

/** Each value in a list of its own, as a refresh sends headers. */
export function listed(headers: Iterable<[string, string]>): Record<string, string[]> {
  return Object.fromEntries([...headers].map(([name, value]) => [name, [value]]));
}
