import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Routes, Row } from '../../../src/client/routes.js';

/** A row of one of the client's tables. */
export interface SourceRow {
  /** The name of the table, and of the method in it. */
  readonly table: string;
  readonly name: string;
  readonly method: string;
  /** The path, with the names of its slots in braces, without a query. */
  readonly path: string;
  /** The names in the query that is sent always. */
  readonly fixedQuery: readonly string[];
  readonly routes: Routes<unknown>;
}

const CLIENT = fileURLToPath(new URL('../../../src/client', import.meta.url));

/** Every row of every table that a file of `src/client` exports, found by looking into all of them. */
export async function rowsOfSource(): Promise<readonly SourceRow[]> {
  const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' });
  const modules: object[] = [];
  // One after the other: jest mixes up modules that are loaded at once.
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const module: object = await import(pathToFileURL(`${CLIENT}/${file}`).href);
    modules.push(module);
  }
  const tables = modules.flatMap((module) => Object.entries(module)).filter(isTable);
  // A table that several files export is one.
  const names = new Map(tables.map(([table, routes]) => [routes, table]));
  return [...names].flatMap(([routes, table]) =>
    Object.entries(routes.rows).map(([name, row]) => rowOf(table, name, row, routes)),
  );
}

function isTable(entry: [string, unknown]): entry is [string, Routes<unknown>] {
  const [name, value] = entry;
  return name.endsWith('Routes') && typeof value === 'object' && value !== null && 'rows' in value;
}

function rowOf(table: string, name: string, row: Row, routes: Routes<unknown>): SourceRow {
  const [method = '', target = ''] = row.split(' ');
  const [path = '', query = ''] = target.split('?');
  const fixedQuery = [...new URLSearchParams(query).keys()];
  return { table, name, method, path, fixedQuery, routes };
}
