import type { ProcessedRequest } from './handler-state.js';
import type { NodeRequest } from './node-request.js';
import { attachState } from './request-state.js';
import { tellState } from './response-state.js';

/**
 * Shows what was found out about a request: to handlers as `req.auth`, to the client by headers. Shown
 * again, nothing changes.
 *
 * @param response As Node, Express or Fastify hand it out.
 */
export function showState(
  request: NodeRequest,
  response: unknown,
  processed: ProcessedRequest,
): void {
  const isNews = attachState(request, response, processed);
  if (isNews) tellState(request, response, processed.authentication);
}
