import { apiErrors, invalidProblem, missingProblem, unknownProblem } from './api-errors.js';
import type { Problem } from './api-errors.js';
import type { Field } from './field.js';
import type { Reply } from './reply.js';

/** The parameters of an operation, by name. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a call gave: what is required is there, the rest may be absent or `null`. */
export type Given<Table extends Fields> = {
  readonly [Name in keyof Table]: Table[Name] extends Field<infer Value, true>
    ? Value
    : Table[Name] extends Field<infer Value>
      ? Value | null | undefined
      : never;
};

/** What was read: the parameters, or all that is wrong with them. */
export type Read<Table extends Fields> = { given: Given<Table> } | { problems: readonly Problem[] };

/**
 * Hands on what a body gave, once all of it is right; otherwise answers with everything that is
 * wrong with it.
 *
 * @param status Of that answer; default 422.
 */
export function withBody<Table extends Fields>(
  body: Readonly<Record<string, unknown>>,
  fields: Table,
  use: (given: Given<Table>) => Reply,
  status: 400 | 422 = 422,
): Reply {
  const read = readFields(body, fields);
  return 'problems' in read ? apiErrors(status, read.problems) : use(read.given);
}

/** Reads a body, or one item of a body that is a list. */
export function readFields<Table extends Fields>(
  body: Readonly<Record<string, unknown>>,
  fields: Table,
): Read<Table> {
  const unknown = Object.keys(body).filter((name) => !Object.hasOwn(fields, name));
  const read = Object.entries(fields).map(([name, field]) => readField(name, field, body));
  const problems = [
    ...unknown.map(unknownProblem),
    ...read.flatMap(({ problem }) => problem ?? []),
  ];
  if (problems.length > 0) return { problems };
  const given: unknown = Object.fromEntries(read.map(({ name, value }) => [name, value]));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value came from the field of its name
  return { given: given as Given<Table> };
}

function readField(
  name: string,
  { isRequired, parse, rule, code }: Field<unknown>,
  body: Readonly<Record<string, unknown>>,
): { name: string; value?: unknown; problem?: Problem } {
  const raw = Object.hasOwn(body, name) ? body[name] : undefined;
  if (raw === undefined || raw === null || (isRequired && raw === '')) {
    return isRequired ? { name, problem: missingProblem(name) } : { name, value: raw };
  }
  const value = parse(raw);
  return value === undefined
    ? { name, problem: invalidProblem(name, rule, code) }
    : { name, value };
}
