import { IncomingMessage, ServerResponse } from 'node:http';
import type { NodeRequest } from './node-request.js';
import { prepareRequest } from './request-state.js';

/** What Express and its router write on every request: not there when it comes in. */
const REQUEST_FIELDS = ['next', 'baseUrl', 'originalUrl', 'params', '_parsedUrl'];
/** The same of a response; the last two are Node's own. */
const RESPONSE_FIELDS = ['locals', 'statusCode', 'statusMessage'];

/**
 * Prepares a request that has just come in, see {@link prepareRequest}, and puts the fields on it and
 * its response that are going to be written on them, before Express changes their prototypes. Up to
 * Node 22, V8 makes a hidden class of its own for each field that comes after such a change, on each
 * request: that takes a third and more of what a small Nest application spends on a request, and keeps
 * all of it in memory until the next full collection. What is there already stays.
 *
 * Only fields that every request gets, so that nobody can tell: `route` says that one has matched, and
 * `body` that a parser was there.
 */
export function prepareForExpress(request: NodeRequest, response: ServerResponse): void {
  prepareRequest(request);
  if (isNodesOwn(request, IncomingMessage)) layOutRequest(request);
  if (isNodesOwn(response, ServerResponse)) layOutResponse(response);
}

/** Whether an object is of Node's very class: another may have such fields, or HTTP/2's warnings. */
function isNodesOwn(object: object | undefined, { prototype }: { prototype: object }): boolean {
  return object !== undefined && Object.getPrototypeOf(object) === prototype;
}

/**
 * Whether an application leaves these fields to Express: a value of its own on `app.request` or
 * `app.response`, which each request inherits, would be hidden by them.
 *
 * @param app What Express's adapter has for an instance.
 */
export function leavesFieldsToExpress(app: unknown): boolean {
  if (!isExtensible(app)) return false;
  return (
    REQUEST_FIELDS.every((name) => !isDefinedBelow(app.request, name, IncomingMessage.prototype)) &&
    RESPONSE_FIELDS.every((name) => !isDefinedBelow(app.response, name, ServerResponse.prototype))
  );
}

function isExtensible(app: unknown): app is { request: object; response: object } {
  if ((typeof app !== 'object' && typeof app !== 'function') || app === null) return false;
  const isObject = (value: unknown) => typeof value === 'object' && value !== null;
  return 'request' in app && isObject(app.request) && 'response' in app && isObject(app.response);
}

function isDefinedBelow(object: object | null, name: string, end: object): boolean {
  for (let one = object; one !== null && one !== end; one = Object.getPrototypeOf(one)) {
    if (Object.hasOwn(one, name)) return true;
  }
  return false;
}

function layOutRequest(request: object): void {
  for (const name of REQUEST_FIELDS) if (!(name in request)) Reflect.set(request, name, undefined);
}

function layOutResponse(response: ServerResponse): void {
  if (!('locals' in response)) Reflect.set(response, 'locals', undefined);
  // Node's own two, which are on the prototype until they are written.
  if (Object.hasOwn(response, 'statusCode') || Object.hasOwn(response, 'statusMessage')) return;
  const { statusCode, statusMessage } = response;
  response.statusCode = statusCode;
  response.statusMessage = statusMessage;
}
