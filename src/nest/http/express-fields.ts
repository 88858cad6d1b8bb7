import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NodeRequest } from './node-request.js';
import { prepareRequest } from './request-state.js';

/** What Express and its router write on every request: not there when it comes in. */
interface RequestFields {
  next?: unknown;
  baseUrl?: unknown;
  originalUrl?: unknown;
  params?: unknown;
  route?: unknown;
  _parsedUrl?: unknown;
}

/** The same of a response. */
interface ResponseFields {
  locals?: unknown;
}

/**
 * Prepares a request that has just come in, see {@link prepareRequest}, and puts the fields on it and
 * its response that are going to be written on them, before Express changes their prototypes. Up to
 * Node 22, V8 makes a hidden class of its own for each field that comes after such a change, on each
 * request: that takes a third and more of what a small Nest application spends on a request, and keeps
 * all of it in memory until the next full collection. Nobody sees a difference: what is there already
 * stays, and what isn't is undefined as before.
 *
 * `body` is not among them: whether a request has that field means something to parsers.
 */
export function prepareForExpress(request: NodeRequest, response: ServerResponse): void {
  prepareRequest(request);
  // Those of HTTP/2 are of another kind, and Express can't serve them.
  if (request.httpVersionMajor !== 1) return;
  layOutRequest(request);
  layOutResponse(response);
}

function layOutRequest(request: IncomingMessage & RequestFields): void {
  request.next ??= undefined;
  request.baseUrl ??= undefined;
  request.originalUrl ??= undefined;
  request.params ??= undefined;
  request.route ??= undefined;
  // oxlint-disable-next-line no-underscore-dangle -- the name is that of Express's `parseurl`
  request._parsedUrl ??= undefined;
}

function layOutResponse(response: ServerResponse & ResponseFields): void {
  // Node's own two, which are on the prototype until they are written.
  const { statusCode, statusMessage } = response;
  response.statusCode = statusCode;
  response.statusMessage = statusMessage;
  response.locals ??= undefined;
}
