import type { ServerResponse } from 'node:http';
import { bind } from '../../src/client/bind.js';
import { toConnection } from '../../src/client/connection.js';
import { DEFAULT_RETRY } from '../../src/client/index.js';
import type { BackendApiClientOptions } from '../../src/client/index.js';
import { routes } from '../../src/client/routes.js';
import { createSend } from '../../src/client/send.js';
import { type BackendApiServer, json } from './backend-api-server.js';
import type { HandHeldClock } from './hand-held-clock.js';

export interface Things {
  read(thingId: string): Promise<unknown>;
  put(thingId: string, params: object): Promise<unknown>;
  remove(thingId: string): Promise<unknown>;
  create(params: object): Promise<unknown>;
  update(thingId: string, params: object): Promise<unknown>;
}

const table = routes<Things>()({
  read: 'GET /things/{thingId}',
  put: 'PUT /things/{thingId}',
  remove: 'DELETE /things/{thingId}',
  create: 'POST /things',
  update: 'PATCH /things/{thingId}',
});

/** One call of each method. */
export const acts = {
  GET: (things: Things) => things.read('a'),
  PUT: (things: Things) => things.put('a', { name: 'n' }),
  DELETE: (things: Things) => things.remove('a'),
  POST: (things: Things) => things.create({ name: 'n' }),
  PATCH: (things: Things) => things.update('a', { name: 'n' }),
};

/** Operations that retry, by a clock in the test's hands. */
export function thingsOf(
  api: BackendApiServer,
  options: BackendApiClientOptions,
  clock: HandHeldClock,
): Things {
  const given = { secretKey: 'sk_test_retry', apiUrl: api.url, retry: DEFAULT_RETRY, ...options };
  return bind(table, createSend(toConnection(given, clock)));
}

/** Answers in turn; the last one again and again. */
export function inTurn(api: BackendApiServer, ...answers: ((res: ServerResponse) => void)[]): void {
  let turn = 0;
  api.answer = (res) => {
    answers[Math.min(turn, answers.length - 1)]?.(res);
    turn += 1;
  };
}

export const ok = (res: ServerResponse) => json(res, 200, { object: 'thing', id: 'a' });
export const status =
  (code: number, headers: Record<string, string> = {}) =>
  (res: ServerResponse) =>
    json(res, code, { errors: [{ code: 'no', message: 'no' }] }, headers);
export const reset = (res: ServerResponse) => void res.socket?.resetAndDestroy();
export const truncated = (res: ServerResponse) => {
  res.writeHead(200, { 'Content-Length': '1000' });
  res.write('{"object":', () => res.socket?.destroy());
};
