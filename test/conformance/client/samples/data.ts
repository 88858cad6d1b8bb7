import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Schemas } from './schema.js';

/** What an operation answers when all goes well. */
export interface OperationAnswer {
  readonly status: number;
  /** The name of the body's schema; there is no body without it. */
  readonly schema?: string;
  /** Whether the body is one thing, a list of all, or a page of a longer list. */
  readonly form?: 'one' | 'list' | 'page';
  /** The name of the schema of what a list or page holds. */
  readonly item?: string;
}

/** An operation of the Backend API. */
export interface Operation {
  readonly method: string;
  /** Starts with a slash, without the API's version, with names in braces for what is filled in. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly deprecated: boolean;
  /** What may stand in the query, by name. */
  readonly query?: readonly string[];
  /** The outermost fields of the body, or of each item where it is a list. */
  readonly body?: readonly string[];
  readonly answer: OperationAnswer;
}

/** Every operation of Backend API 2026-05-12. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by generate.mjs in this form
export const OPERATIONS = read('test/client/operations/operations.json') as readonly Operation[];

/** The schemas of their answers. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by generate.mjs in this form
export const SCHEMAS = read('test/client/samples/schemas.json') as Schemas;

/** Reads a file of the repository; compiled, this module lies in a folder of its own below it. */
function read(path: string): unknown {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, path))) {
    if (dirname(folder) === folder) throw new Error(`there is no ${path}`);
    folder = dirname(folder);
  }
  const data: unknown = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  return data;
}
