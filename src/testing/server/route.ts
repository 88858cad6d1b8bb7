import type { LocalInstance } from '../local-instance.js';
import type { LocalMachine } from '../local-machine.js';
import type { Reply } from './reply.js';

/** What the server serves, and where. */
export interface ServerContext {
  readonly instance: LocalInstance;
  /** `http://localhost:<port>` */
  readonly origin: string;
  /** Where browsers see its Frontend API and pages, if a request came through a proxy. */
  readonly proxyUrl: URL | undefined;
  /** Whether a handshake hands out a refresh token. */
  readonly refreshTokens: boolean;
}

/** A request that has reached its route. */
export interface Call<Slot extends string = string> extends ServerContext {
  /** What stood in the path's slots, decoded, never empty. */
  readonly params: Readonly<Record<Slot, string>>;
  readonly query: URLSearchParams;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The machine whose secret key the call shows; undefined for any other key. */
  readonly machine: LocalMachine | undefined;
  /** The parameters in the body, a JSON object or a form; empty without a body. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The items of a body that is a list; undefined for any other. */
  readonly items: readonly unknown[] | undefined;
}

/** One row of the route table. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `/v1/users/{user_id}`: segments, some of them slots. */
  readonly path: string;
  /** The operation's id, as in Clerk's OpenAPI documents where it is one of Clerk's. */
  readonly operation: string;
  readonly handle: (call: Call) => Reply;
  /** Whether its body is a list, where that of others is an object. */
  readonly takesList: boolean;
}

type SlotOf<Path extends string> = Path extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | SlotOf<Rest>
  : never;

/** Writes a row whose handler sees the slots of its own path by name. */
export function route<Path extends string>(
  method: Route['method'],
  path: Path,
  operation: string,
  handle: (call: Call<SlotOf<Path>>) => Reply,
): Route {
  return { method, path, operation, handle, takesList: false };
}

/** Writes a row of an operation whose body is a list. */
export function listRoute<Path extends string>(
  path: Path,
  operation: string,
  handle: (call: Call<SlotOf<Path>>) => Reply,
): Route {
  return { ...route('POST', path, operation, handle), takesList: true };
}

/** What stands in a path's slots; undefined when the path isn't this one. */
export function slotsIn(
  path: string,
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const pattern = path.slice(1).split('/');
  if (pattern.length !== segments.length) return undefined;
  const slots: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? '';
    const slot = /^\{(.+)\}$/.exec(expected)?.[1];
    if (slot === undefined ? actual !== expected : actual === '') return undefined;
    if (slot !== undefined) slots[slot] = actual;
  }
  return slots;
}
