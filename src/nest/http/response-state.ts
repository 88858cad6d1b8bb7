import type { ServerResponse } from 'node:http';
import type { Authentication } from '../../engine/authentication.js';
import { WHY_HEADERS } from '../../engine/state-headers.js';

/**
 * Lets a response's headers say what a request is to its handler, where the handler takes other
 * kinds of token than the application does. Cookies stay as they are.
 *
 * @param response As Express or Fastify hand it out.
 */
export function replaceState(response: unknown, { responseHeaders }: Authentication): void {
  const raw = nodeResponseOf(response);
  if (!raw || raw.headersSent) return;
  for (const name of WHY_HEADERS) raw.removeHeader(name);
  for (const [name, value] of responseHeaders) {
    if (WHY_HEADERS.includes(name)) raw.setHeader(name, value);
  }
}

function nodeResponseOf(response: unknown): ServerResponse | undefined {
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
