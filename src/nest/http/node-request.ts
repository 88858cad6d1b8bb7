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

/** What the engine reads of Node's request. */
export function requestSourceOf(request: NodeRequest): RequestSource {
  return {
    method: request.method ?? 'GET',
    // A router that has stripped its prefix from `url` keeps what the client sent in `originalUrl`.
    target: request.originalUrl ?? request.url ?? '/',
    encrypted: isEncrypted(request),
    header: (name) => joined(request.headers[name] ?? pseudoHeader(request, name)),
    headers: () => allHeaders(request),
  };
}

/** By shape and not by class: HTTP/2 has a class of its own. */
function isNodeRequest(value: unknown): value is NodeRequest {
  return isObject(value) && 'headers' in value && 'socket' in value && 'httpVersion' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEncrypted(request: NodeRequest): boolean {
  // Only TLS sockets have the member, and a request made up for a test may have no socket.
  return isObject(request.socket) && 'encrypted' in request.socket && !!request.socket.encrypted;
}

/** HTTP/2 has the host in a pseudo header. */
function pseudoHeader(request: NodeRequest, name: string): string | string[] | undefined {
  return name === 'host' ? request.headers[':authority'] : undefined;
}

function allHeaders({ headers }: NodeRequest): Record<string, readonly string[]> {
  const present = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat()] as const],
  );
  return Object.fromEntries(present);
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
