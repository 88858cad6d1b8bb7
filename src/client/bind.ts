import type { ApiCall, Send } from './api-call.js';
import { splitCaller } from './caller.js';
import { pathSegment } from './path-segment.js';
import type { Routes } from './routes.js';
import { isWireObject } from './shape.js';

/**
 * Makes the methods of a table: each fills the slots of its row from its arguments and sends the
 * rest of the parameter object, or the list in its place, along. Bad ids reject before any request
 * is made.
 *
 * @param routes The table.
 * @param send What makes the calls.
 */
export function bind<Bound>(routes: Routes<Bound>, send: Send): Bound {
  const methods = Object.keys(routes.rows).map((name) => [name, method(name, routes, send)]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- routes() has checked every row against the signature of its method
  return Object.fromEntries(methods) as Bound;
}

function method(
  name: string,
  { rows, convention, departures }: Routes<unknown>,
  send: Send,
): (...args: unknown[]) => Promise<unknown> {
  const { version, caller: kind } = convention;
  const departure = departures[name];
  // A client has hundreds of methods and calls a few: a row is taken apart when it is called.
  return async (...args) => {
    const row = rows[name] ?? '';
    const space = row.indexOf(' ');
    const { path, params } = fill(row.slice(space + 1), args);
    const [template = ''] = row.slice(space + 1).split('?');
    return send({
      method: row.slice(0, space),
      version,
      template,
      path,
      ...splitCaller(kind, params),
      ...(departure && { departure }),
    });
  };
}

function fill(template: string, args: readonly unknown[]): Pick<ApiCall, 'path' | 'params'> {
  const last = args.at(-1);
  const params = isWireObject(last) ? { ...last } : {};
  const positional = typeof last === 'object' && last !== null ? args.slice(0, -1) : args;
  // Splitting by a group keeps what it matched: literal parts at even places, slots at odd ones.
  const parts = template.split(/\{(\w+)\}/).map((part, place) => {
    const slot = (place - 1) / 2;
    if (!Number.isInteger(slot)) return part;
    if (slot < positional.length) return pathSegment(part, positional[slot]);
    const segment = pathSegment(part, params[part]);
    delete params[part];
    return segment;
  });
  return { path: parts.join(''), params: Array.isArray(last) ? last : params };
}
