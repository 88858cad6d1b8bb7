import { readFileSync } from 'node:fs';

interface Operation {
  method: string;
  path: string;
  operationId: string;
  body?: string[];
  answer: { status: number; schema?: string };
}

type Schema = string | Compound;

interface Compound {
  enum?: unknown[];
  list?: Schema;
  values?: Schema;
  any?: Schema[];
  fields?: Record<string, Schema>;
  nullable?: boolean;
}

const documented: Operation[] = read('../../client/operations/operations.json');
const schemas: Record<string, Schema> = read('../../client/samples/schemas.json');

/** The operations of the Backend API's OpenAPI document, by id. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  documented.map((one) => [one.operationId, one]),
);

/** What of a value contradicts a schema of the document, as paths with a reason. */
export function contradictions(value: unknown, schema: Schema, path = '$'): string[] {
  if (typeof schema === 'string') return ofName(value, schema, path);
  if (value === null && schema.nullable) return [];
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${path}: ${String(value)}`];
  if (schema.any) {
    const tried = schema.any.map((one) => contradictions(value, one, path));
    return tried.some((found) => found.length === 0) ? [] : (tried[0] ?? []);
  }
  if (schema.list !== undefined) return ofList(value, schema.list, path);
  return schema.fields ? ofFields(value, schema.fields, path) : [];
}

function ofName(value: unknown, name: string, path: string): string[] {
  const bare = name.replace(/\?$/, '');
  if (value === null) return bare === name ? [`${path}: null`] : [];
  if (bare.startsWith('#')) return contradictions(value, schemas[bare.slice(1)] ?? 'missing', path);
  const fits = TYPES[bare];
  if (!fits) return [`${path}: no such schema, ${bare}`];
  return fits(value) ? [] : [`${path}: no ${bare}`];
}

const TYPES: Record<string, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  url: (value) => typeof value === 'string' && URL.canParse(value),
  date: (value) => typeof value === 'string',
  int: Number.isInteger,
  number: (value) => typeof value === 'number',
  bool: (value) => typeof value === 'boolean',
  free: (value) => typeof value === 'object' && value !== null,
};

function ofList(value: unknown, item: Schema, path: string): string[] {
  if (!Array.isArray(value)) return [`${path}: no list`];
  return value.flatMap((one, index) => contradictions(one, item, `${path}[${index}]`));
}

function ofFields(value: unknown, fields: Record<string, Schema>, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: no object`];
  const given = new Map<string, unknown>(Object.entries(value));
  const known = new Set(Object.keys(fields).map((name) => name.replace(/\?$/, '')));
  const unknown = [...given.keys()].filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `${path}.${name}: not in the document`),
    ...Object.entries(fields).flatMap(([name, schema]) => {
      const bare = name.replace(/\?$/, '');
      const inner = `${path}.${bare}`;
      if (given.has(bare)) return contradictions(given.get(bare), schema, inner);
      return bare === name ? [`${inner}: missing`] : [];
    }),
  ];
}

// What the generator of the files writes is checked by its own specs.
function read(path: string) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
