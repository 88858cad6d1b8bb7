import type { AnyCallTable } from '../calls/call-table.js';
import { OWN_BILLING } from './own-billing-calls.js';
import { OWN } from './own-calls.js';
import type { OwnTable } from './own-table.js';
import { WIDER } from './wider-calls.js';

const TABLES = [OWN, OWN_BILLING, WIDER];

/** All tables in one, to be looked into by names that are found at run time. */
export const OWN_CALLS: AnyCallTable = Object.fromEntries(
  TABLES.flatMap((table) => Object.keys(table)).map((api) => [api, methodsOf(api)]),
);

function methodsOf(api: string): AnyCallTable[string] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the arguments' types are given up
  const methods = TABLES.map((table: OwnTable) => (table as AnyCallTable)[api]);
  return Object.assign({}, ...methods);
}
