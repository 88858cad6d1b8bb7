import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express, { type Request, type Response } from 'express';
import type { Headers } from '../servers/scenario.js';

const app = express();
// Connections stay open between requests.
const socket = new Socket();

/** A request as it lies on the wire: the names of header fields, and the bytes of their values. */
export type WireHeaders = readonly (readonly [name: string, value: Buffer])[];

/** The bytes of a request's header fields. */
export function toWire(headers: Headers): WireHeaders {
  const all = { host: 'app.bench.example', ...headers };
  return Object.entries(all).map(([name, value]) => [name, Buffer.from(value, 'latin1')]);
}

/** A response that says when it has been answered. */
interface Watched {
  onEnd: (() => void) | undefined;
}

/** A request and its response. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response & Watched;
}

/** Not by a function put on each response: V8 would keep them until a full collection. */
class WatchedResponse extends ServerResponse implements Watched {
  onEnd: (() => void) | undefined = undefined;

  override end(): this {
    super.end('', 'utf8');
    this.onEnd?.();
    return this;
  }
}

const expressResponse: object = Object.create(app.response, {
  end: Object.getOwnPropertyDescriptor(WatchedResponse.prototype, 'end') ?? {},
});

/**
 * Makes up a request and its response, as Express hands them to a middleware. Values are new strings
 * each time, as they are on a server: a map has to compute their hash again.
 */
export function createExchange(wire: WireHeaders, path: string): Exchange {
  const { request, response } = createPlainExchange(wire, path);
  return {
    request: Object.setPrototypeOf(request, app.request),
    response: Object.setPrototypeOf(response, expressResponse),
  };
}

/**
 * The same without the change of prototypes, after which V8 (up to Node 22) keeps every object that is
 * given another field until a full collection: what costs then is what the heap holds.
 */
export function createPlainExchange(wire: WireHeaders, path: string): Exchange {
  const message = new IncomingMessage(socket);
  message.method = 'GET';
  message.url = path;
  for (const [name, bytes] of wire) {
    const value = bytes.toString('latin1');
    message.rawHeaders.push(name, value);
    message.headers[name] = value;
  }
  const answer = new WatchedResponse(message);
  const request = Object.assign(message, { res: answer, originalUrl: path });
  const response = Object.assign(answer, { req: message });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of what Express adds, nobody here uses anything
  return { request, response } as unknown as Exchange;
}
