import type { ServerResponse } from 'node:http';
import type { Refusal } from './refusal.js';
import { nodeResponseOf } from './response-state.js';

/** The refusal that each response was last about to be. */
const refusals = new WeakMap<ServerResponse, Refusal>();

/**
 * Has the headers of a refusal sent if that is what the response becomes: Nest's exception layer
 * writes an exception's status and body only. Whoever catches the exception and answers in another
 * way answers without them.
 *
 * @param response As Node, Express or Fastify hand it out.
 */
export function announce(response: unknown, refusal: Refusal): void {
  const raw = nodeResponseOf(response);
  if (!raw || raw.headersSent) return;
  if (!refusals.has(raw)) watchHead(raw);
  refusals.set(raw, refusal);
}

/** Every way of answering comes by `writeHead`, also that of never calling it. */
function watchHead(raw: ServerResponse): void {
  const writeHead = raw.writeHead.bind(raw);
  const watched = (...args: [status: number, ...rest: unknown[]]): unknown => {
    const refusal = refusals.get(raw);
    if (refusal?.exception.getStatus() === args[0]) {
      for (const [name, value] of refusal.headers) {
        if (!raw.hasHeader(name)) raw.setHeader(name, value);
      }
    }
    return Reflect.apply(writeHead, raw, args);
  };
  Object.defineProperty(raw, 'writeHead', { value: watched, configurable: true, writable: true });
}
