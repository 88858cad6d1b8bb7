import type { AuthenticationClient } from '../request/authentication-client.js';

/** Gives the client that a call is made by. */
export type OpenClient = () => Promise<AuthenticationClient>;

/**
 * What stands in for a member of a client: a function, or an API with its methods, each of which
 * looks the client up when it is called.
 *
 * @param name The member.
 * @param model Some client, for the names of its APIs' methods.
 * @param open Gives the client.
 */
export function forwardMember(name: string, model: object, open: OpenClient): unknown {
  const known: unknown = Reflect.get(model, name);
  const member = async () => Reflect.get(await open(), name);
  if (typeof known === 'function') return forward(member, undefined);
  const methods = Object.keys(Object(known)).map((method) => {
    const isLoop = method.startsWith('each');
    return [method, isLoop ? forwardLoop(member, method) : forward(member, method)] as const;
  });
  return Object.fromEntries(methods);
}

function forward(open: () => Promise<unknown>, method: string | undefined) {
  return async (...args: unknown[]): Promise<unknown> => call(await open(), method, args);
}

/** The methods for `for await` answer at once, and fetch as the loop goes on. */
function forwardLoop(open: () => Promise<unknown>, method: string) {
  return async function* loop(...args: unknown[]): AsyncGenerator<unknown, void, undefined> {
    const items = call(await open(), method, args);
    if (isAsyncIterable(items)) yield* items;
  };
}

function call(member: unknown, method: string | undefined, args: unknown[]): unknown {
  const called: unknown = method === undefined ? member : Reflect.get(Object(member), method);
  if (typeof called === 'function') return Reflect.apply(called, member, args);
  throw new TypeError(`The client that this tenant’s options give has no ${method}().`);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
