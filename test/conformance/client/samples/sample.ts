import type { Schema, Schemas } from './schema.js';

/**
 * Which of the many values that a schema allows: a number takes the alternatives at that place and
 * leaves nothing out; `sparse` leaves out what may be left out, and has null where null may stand.
 */
export type Variety = number | 'sparse';

/** All that a sample is made from, beside its schema. */
interface Way {
  readonly schemas: Schemas;
  readonly variety: Variety;
  /** The field that the value is for; it shows in the value. */
  readonly field: string;
  /** The named schemas around it. */
  readonly within: readonly string[];
}

/** What an application may keep in metadata: keys that must come through as they are. */
const FREE = { some_key: 1, otherKey: { deep_key: ['a', { innerKey: null }] } } as const;

const SOME_TIME = 1_700_000_000_000;

/**
 * A value that a schema allows: each field's is its own, and always the same.
 *
 * @param schemas All schemas.
 * @param name The schema's name.
 * @param variety Which value.
 */
export function sampleOf(schemas: Schemas, name: string, variety: Variety): unknown {
  return sample(`#${name}`, { schemas, variety, field: name, within: [] });
}

/**
 * A value that a schema without a name allows.
 *
 * @param schemas The schemas that it may refer to.
 */
export function sampleOfSchema(schemas: Schemas, schema: Schema, variety: Variety): unknown {
  return sample(schema, { schemas, variety, field: 'item', within: [] });
}

function sample(schema: Schema, way: Way): unknown {
  const { variety } = way;
  if (typeof schema === 'string') return word(schema, way);
  if (schema.nullable && variety === 'sparse') return null;
  if ('enum' in schema) return schema.enum[placeOf(variety) % schema.enum.length];
  if ('list' in schema) return listOf(schema.list, way);
  if ('any' in schema)
    return sample(schema.any[placeOf(variety) % schema.any.length] ?? 'free', way);
  if ('values' in schema) {
    return { some_key: sample(schema.values, way), otherKey: sample(schema.values, way) };
  }
  return fieldsOf(schema.fields, way);
}

function listOf(item: Schema, way: Way): unknown[] {
  const { variety } = way;
  // An answer that is a list has something in it; a list inside of something may be empty.
  if (variety === 'sparse') return way.within.length > 1 ? [] : [sample(item, way)];
  return [sample(item, way), sample(item, { ...way, variety: variety + 1 })];
}

function fieldsOf(fields: Readonly<Record<string, Schema>>, way: Way): unknown {
  const entries = Object.entries(fields).flatMap(([key, schema]) => {
    const name = key.replace(/\?$/, '');
    if (name !== key && way.variety === 'sparse') return [];
    const value = sample(schema, { ...way, field: name });
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function word(text: string, way: Way): unknown {
  const { schemas, variety, field, within } = way;
  const isNullable = text.endsWith('?');
  if (isNullable && variety === 'sparse') return null;
  const kind = isNullable ? text.slice(0, -1) : text;
  if (!kind.startsWith('#')) return plain(kind, field, placeOf(variety));
  const name = kind.slice(1);
  // A schema may contain itself.
  if (within.includes(name)) return isNullable ? null : undefined;
  const schema = schemas[name];
  if (schema === undefined) throw new Error(`there is no schema ${name}`);
  return sample(schema, { ...way, within: [...within, name] });
}

function plain(kind: string, field: string, place: number): unknown {
  const number = numberOf(field) + place;
  switch (kind) {
    case 'text':
      return /ur[li]s?$/.test(field) ? urlOf(field, place) : `${field} ${place}`;
    case 'url':
      return urlOf(field, place);
    case 'date':
      return new Date(SOME_TIME + number).toISOString();
    case 'int':
      return /_(?:at|on|after|before|start|end)$|timestamp/.test(field)
        ? SOME_TIME + number
        : number;
    case 'number':
      return number + 0.5;
    case 'bool':
      return place % 2 === 0;
    case 'free':
      return FREE;
    default:
      throw new Error(`there is no kind ${kind}`);
  }
}

function urlOf(field: string, place: number): string {
  return `https://${field.replaceAll('_', '-')}.example/${place}?a=b%20c`;
}

/** A number of a field's own, so that two fields can't be taken for each other. */
function numberOf(field: string): number {
  return Buffer.from(field).reduce((sum, letter) => (sum * 31 + letter) % 9_973, 7);
}

function placeOf(variety: Variety): number {
  return variety === 'sparse' ? 0 : variety;
}
