import { readDeletedObject } from './deleted-object.js';
import type { Departure } from './departure.js';
import { resourceReaders } from './resources.js';
import { isWireObject } from './shape.js';

type Read = Exclude<Departure['read'], 'text' | undefined>;

/**
 * Reads the body of a successful answer. A list becomes a list, and a page of one that says how
 * many there are becomes `{ data, totalCount }`, as in the vendor's client. What says that it was
 * deleted becomes a `DeletedObject`, whatever was asked for.
 *
 * @param body The parsed body.
 * @param read Reads what is not a list, and each item of what is. By default it depends on the
 * `object` of the resource; a kind that has no reader comes as it is.
 */
export function toAnswer(body: unknown, read: Read = readResource): unknown {
  const list = listOf(body);
  if (!list) return readOne(body, read);
  const data = list.map((item) => readOne(item, read));
  const totalCount = isWireObject(body) ? body['total_count'] : undefined;
  return totalCount === undefined ? data : { data, totalCount };
}

function listOf(body: unknown): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body;
  if (!isWireObject(body)) return undefined;
  return [body['m2m_tokens'], body['data']].find((list) => Array.isArray(list));
}

function readOne(body: unknown, read: Read): unknown {
  if (!isWireObject(body)) return body;
  return 'object' in body && 'deleted' in body ? readDeletedObject(body) : read(body);
}

const readResource: Read = (wire) => {
  const kind = wire['object'];
  if (kind === 'total_count') return wire['total_count'];
  const reader = resourceReaders.get(kind);
  return reader ? reader(wire) : wire;
};
