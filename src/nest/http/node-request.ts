import type { IncomingMessage } from 'node:http';
import type { RequestSource } from '../../engine/facts/request-source.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';

/** Node's request, as middleware sees it; Express keeps the target it came with. */
export type NodeRequest = IncomingMessage & { originalUrl?: string };

/**
 * Node's own request behind what a framework hands out: Express's is one itself, Fastify's wraps
 * one. State is kept by it, as middleware and guards see different objects of one request.
 *
 * @throws ClerkConfigurationError when there is none.
 */
export function nodeRequestOf(request: unknown): NodeRequest {
  if (isNodeRequest(request)) return request;
  if (isObject(request) && 'raw' in request && isNodeRequest(request.raw)) return request.raw;
  throw new ClerkConfigurationError(
    'This is not an HTTP request. Pass the request that Express or Fastify handed to you.',
  );
}

/** What the engine reads of Node's request, as it is when it is asked for. */
export class NodeRequestSource implements RequestSource {
  readonly method: string;
  readonly target: string;
  readonly #request: NodeRequest;

  /**
   * @param target What to take for the request's target. Default: what the client sent, which a
   * router that has stripped its prefix from `url` keeps in `originalUrl`.
   */
  constructor(request: NodeRequest, target = request.originalUrl ?? request.url ?? '/') {
    this.method = request.method ?? 'GET';
    this.target = target;
    this.#request = request;
  }

  get encrypted(): boolean {
    const { socket } = this.#request;
    // Only TLS sockets have the member, and a request made up for a test may have no socket.
    return isObject(socket) && 'encrypted' in socket && !!socket.encrypted;
  }

  header(name: string): string | undefined {
    const { headers } = this.#request;
    const value = headers[name];
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.join(', ');
    // HTTP/2 has the host in a pseudo header.
    const authority = name === 'host' ? headers[':authority'] : undefined;
    return typeof authority === 'string' ? authority : undefined;
  }

  headers(): Record<string, readonly string[]> {
    const present = Object.entries(this.#request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat()] as const],
    );
    return Object.fromEntries(present);
  }
}

/** By shape and not by class: HTTP/2 has a class of its own. */
function isNodeRequest(value: unknown): value is NodeRequest {
  return isObject(value) && 'headers' in value && 'socket' in value && 'httpVersion' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
