import { apiErrors, invalidProblem } from './api-errors.js';
import { json } from './reply.js';
import type { Reply } from './reply.js';

/** How a list is cut and ordered. */
export interface ListRules<Row> {
  /** What the rows can be ordered by: the wire's names, and where to find it in a row. */
  readonly columns: Readonly<Record<string, (row: Row) => string | number | null | undefined>>;
  /** Default `-created_at`. */
  readonly defaultOrder?: string;
  /** Default 500. */
  readonly maxLimit?: number;
  /** The status of a refusal; default 422. */
  readonly status?: 400 | 422;
}

/** A part of a list, and how long the whole is. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

const DEFAULT_LIMIT = 10;
const DEFAULT_ORDER = '-created_at';

/** Orders and cuts a list as `order_by`, `limit` and `offset` ask, and hands the part on. */
export function withPage<Row>(
  query: URLSearchParams,
  rows: readonly Row[],
  rules: ListRules<NoInfer<Row>>,
  use: (page: Page<Row>) => Reply,
): Reply {
  const { maxLimit = 500, status = 422 } = rules;
  const limit = integerOf(query, 'limit', DEFAULT_LIMIT, 1, maxLimit);
  const offset = integerOf(query, 'offset', 0, 0);
  if (limit === undefined)
    return refuse('limit', `must be an integer from 1 to ${maxLimit}`, status);
  if (offset === undefined) return refuse('offset', 'must be an integer from 0 on', status);
  const ordered = inOrder(query, rows, rules);
  if (!ordered) {
    return refuse('order_by', `must be one of ${Object.keys(rules.columns).join(', ')}`, status);
  }
  return use({ rows: ordered.slice(offset, offset + limit), total: rows.length });
}

/** The answer `{ data, total_count }`. */
export function pageJson<Row>({ rows, total }: Page<Row>, toJson: (row: Row) => unknown): Reply {
  return json(200, { data: rows.map(toJson), total_count: total });
}

/** The rows in the order that `order_by` asks for; undefined when they can't be. */
export function inOrder<Row>(
  query: URLSearchParams,
  rows: readonly Row[],
  { columns, defaultOrder = DEFAULT_ORDER }: ListRules<Row>,
): Row[] | undefined {
  // A plus sign that wasn't escaped arrives as a space.
  const [, sign, name = ''] = /^([-+ ]?)(.*)$/.exec(query.get('order_by') || defaultOrder) ?? [];
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (!column) return undefined;
  const ascending = rows.toSorted((a, b) => compare(column(a), column(b)));
  // Reversed as a whole, so that of rows of the same millisecond the last one comes first.
  return sign === '-' ? ascending.toReversed() : ascending;
}

function compare(a: Sortable, b: Sortable): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a ?? ''), String(b ?? '')];
  return left === right ? 0 : left < right ? -1 : 1;
}

type Sortable = string | number | null | undefined;

function integerOf(
  query: URLSearchParams,
  name: string,
  fallback: number,
  min: number,
  max = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const raw = query.get(name);
  if (raw === null || raw === '') return fallback;
  const value = /^\d+$/.test(raw) ? Number(raw) : -1;
  return min <= value && value <= max ? value : undefined;
}

function refuse(name: string, rule: string, status: 400 | 422): Reply {
  return apiErrors(status, [invalidProblem(name, rule)]);
}
