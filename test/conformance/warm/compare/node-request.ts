import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { ScenarioRequest } from '../../generate/scenario.js';

/** The request as Node's server has it. */
export function toNodeRequest({
  method,
  origin,
  target,
  headers,
}: ScenarioRequest): IncomingMessage {
  const socket = new Socket();
  if (origin.startsWith('https:')) Object.assign(socket, { encrypted: true });
  const request = new IncomingMessage(socket);
  return Object.assign(request, { method, url: target, headers: { ...headers } });
}
