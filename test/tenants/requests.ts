import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

/** A request of Node's that came over no socket, for a path, with headers. */
export function requestFor(
  path: string,
  headers: Readonly<Record<string, string>> = {},
): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  return Object.assign(request, { url: path, headers });
}
