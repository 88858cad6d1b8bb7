import type { ServerResponse } from 'node:http';
import type { Authentication } from '../../engine/authentication.js';
import { WHY_HEADERS } from '../../engine/state-headers.js';
import type { NodeRequest } from './node-request.js';
import { createRequestSlot } from './request-slot.js';

/** The headers that each request's response has been given so far, beside those that say why. */
const told = createRequestSlot<string[]>();

/**
 * Sends the response headers that a request's authentication asks for. Told again, for a handler that
 * takes other kinds of token than the application does, the headers that say why are replaced, and
 * cookies that are set already are not set twice.
 *
 * @param response As Node, Express or Fastify hand it out.
 */
export function tellState(
  request: NodeRequest,
  response: unknown,
  { responseHeaders }: Authentication,
): void {
  const earlier = told.get(request);
  if (!earlier && responseHeaders.length === 0) return;
  const raw = nodeResponseOf(response);
  if (!raw || raw.headersSent) return;
  if (earlier) for (const name of WHY_HEADERS) raw.removeHeader(name);
  const known = earlier ?? [];
  for (const [name, value] of responseHeaders) {
    if (WHY_HEADERS.includes(name)) {
      raw.setHeader(name, value);
      continue;
    }
    const line = `${name}: ${value}`;
    if (known.includes(line)) continue;
    raw.appendHeader(name, value);
    known.push(line);
  }
  told.set(request, known);
}

/** Node's response behind what a framework hands out. */
export function nodeResponseOf(response: unknown): ServerResponse | undefined {
  if (isNodeResponse(response)) return response;
  const isWrapper = typeof response === 'object' && response !== null && 'raw' in response;
  return isWrapper && isNodeResponse(response.raw) ? response.raw : undefined;
}

/** By shape and not by class: HTTP/2 has a class of its own. */
function isNodeResponse(value: unknown): value is ServerResponse {
  return (
    typeof value === 'object' && value !== null && 'removeHeader' in value && 'headersSent' in value
  );
}
