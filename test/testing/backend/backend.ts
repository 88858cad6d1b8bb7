import { afterAll, beforeAll, expect } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { rawRequest } from '../raw-request.js';

/** What a Backend API call brought. */
export interface Answer {
  status: number;
  json: unknown;
}

/** An embedded instance whose clock the tests set, and calls to its Backend API. */
export interface Backend {
  /** Unix time in milliseconds. */
  now: number;
  readonly clerk: LocalClerk;
  /** A call with the instance's secret key, or another one. */
  readonly call: (method: string, path: string, body?: unknown, key?: string) => Promise<Answer>;
  /** The same, for the `id` of what it brought. */
  readonly idOf: (method: string, path: string, body?: unknown) => Promise<string>;
}

export const START = Date.UTC(2026, 10, 3, 12, 0, 0, 700);

/** Starts an instance for the tests of a file, and stops it after them. */
export function backendForTests(): Backend {
  let started: LocalClerk | undefined;
  const backend: Backend = {
    now: START,
    get clerk() {
      if (!started) throw new Error('The instance starts in beforeAll.');
      return started;
    },
    call: async (method, path, body, key = backend.clerk.secretKey) => {
      const sent = body === undefined ? '' : JSON.stringify(body);
      const headers = {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(sent)),
      };
      const port = backend.clerk.port;
      const answer = await rawRequest(port, { method, path, headers, body: sent });
      return { status: answer.status, json: JSON.parse(answer.body) };
    },
    idOf: async (method, path, body) => {
      const answer = await backend.call(method, path, body);
      const id: unknown = fieldOf(answer, 'id');
      if (typeof id !== 'string') throw new Error(`No id: ${JSON.stringify(answer)}`);
      return id;
    },
  };
  beforeAll(async () => {
    const instance = new LocalInstance({ now: () => backend.now });
    started = await LocalClerk.start({ instance, refreshTokens: true });
  });
  afterAll(() => started?.stop());
  return backend;
}

/** A field of what a call brought; undefined when it isn't there. */
export function fieldOf({ json }: Pick<Answer, 'json'>, name: string): unknown {
  const fields = new Map(Object.entries(json ?? {}));
  return fields.get(name);
}

/** One field of each item of a list, or of a page's `data`. */
export function each(answer: Pick<Answer, 'json'>, name: string): unknown[] {
  const items: unknown = Array.isArray(answer.json) ? answer.json : fieldOf(answer, 'data');
  if (!Array.isArray(items)) throw new Error(`No list: ${JSON.stringify(answer)}`);
  return items.map((json: unknown) => fieldOf({ json }, name));
}

/** What an answer of this status with this one error looks like. */
export function refused(status: number, code: string, meta?: Record<string, unknown>) {
  return {
    status,
    json: {
      errors: [{ code, ...(meta && { meta }) }],
      clerk_trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  };
}
