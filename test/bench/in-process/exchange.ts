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

/**
 * Makes up a request and its response, as Express hands them to a middleware. Values are new strings
 * each time, as they are on a server: a map has to compute their hash again.
 */
export function createExchange(
  wire: WireHeaders,
  path: string,
): { readonly request: Request; readonly response: Response } {
  const message = new IncomingMessage(socket);
  message.method = 'GET';
  message.url = path;
  for (const [name, bytes] of wire) {
    const value = bytes.toString('latin1');
    message.rawHeaders.push(name, value);
    message.headers[name] = value;
  }
  const response = new ServerResponse(message);
  // Before the prototypes change: V8 would keep each exchange until a full collection, and what is
  // measured would be that.
  Object.assign(message, { res: response, originalUrl: path });
  Object.assign(response, { req: message });
  return {
    request: Object.setPrototypeOf(message, app.request),
    response: Object.setPrototypeOf(response, app.response),
  };
}
