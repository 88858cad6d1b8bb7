import type { ApiCall, Convention, Send } from './api-call.js';
import { splitCaller } from './caller.js';
import { pathSegment } from './path-segment.js';
import type { Routes, Row } from './routes.js';
import { isWireObject } from './shape.js';

/**
 * Makes the methods of a table: each fills the slots of its row from its arguments and sends the
 * rest of the parameter object along. Bad ids reject before any request is made.
 *
 * @param routes The table.
 * @param send What makes the calls.
 */
export function bind<Bound>(routes: Routes<Bound>, send: Send): Bound {
  const { rows, convention } = routes;
  const methods = Object.entries(rows).map(([name, row]) => [name, method(row, convention, send)]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- routes() has checked every row against the signature of its method
  return Object.fromEntries(methods) as Bound;
}

function method(
  row: Row,
  { version, caller: kind }: Convention,
  send: Send,
): (...args: unknown[]) => Promise<unknown> {
  const space = row.indexOf(' ');
  const verb = row.slice(0, space);
  // Splitting by a group keeps what it matched: literal parts at even places, slots at odd ones.
  const parts = row.slice(space + 1).split(/\{(\w+)\}/);
  return async (...args) => {
    const { path, params } = fill(parts, args);
    return send({ method: verb, version, path, ...splitCaller(kind, params) });
  };
}

function fill(
  parts: readonly string[],
  args: readonly unknown[],
): Pick<ApiCall, 'path' | 'params'> {
  const last = args.at(-1);
  const params = isWireObject(last) ? { ...last } : {};
  const positional = isWireObject(last) ? args.slice(0, -1) : args;
  const path = parts.map((part, place) => {
    const slot = (place - 1) / 2;
    if (!Number.isInteger(slot)) return part;
    if (slot < positional.length) return pathSegment(part, positional[slot]);
    const segment = pathSegment(part, params[part]);
    delete params[part];
    return segment;
  });
  return { path: path.join(''), params };
}
