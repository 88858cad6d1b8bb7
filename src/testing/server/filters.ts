/** Whether a row is among those that a list asks for. */
export type Filter<Row> = (row: Row) => boolean;

/** Rows that meet every filter. */
export function matching<Row>(rows: readonly Row[], filters: readonly Filter<Row>[]): Row[] {
  return rows.filter((row) => filters.every((filter) => filter(row)));
}

/**
 * Keeps the rows that have one of the values given, which may be repeated; no value keeps all. A
 * value with a minus sign excludes what has it.
 */
export function having<Row>(
  query: URLSearchParams,
  name: string,
  valuesOf: (row: Row) => readonly (string | null)[],
): Filter<Row> {
  const asked = query.getAll(name).filter((value) => value !== '');
  const excluded = asked.filter((value) => value.startsWith('-')).map((value) => value.slice(1));
  const wanted = asked.filter((value) => !value.startsWith('-')).map(withoutPlus);
  return (row) => {
    const values = valuesOf(row);
    const has = (one: string) => values.includes(one);
    return !excluded.some(has) && (wanted.length === 0 || wanted.some(has));
  };
}

/** As `having`, in whatever case, for values that may begin with a sign themselves: phone numbers. */
export function equal<Row>(
  query: URLSearchParams,
  name: string,
  valuesOf: (row: Row) => readonly (string | null)[],
): Filter<Row> {
  const wanted = query.getAll(name).map((value) => value.trim().replace(/^\+/, '').toLowerCase());
  return (row) =>
    wanted.length === 0 ||
    valuesOf(row).some((value) => wanted.includes((value ?? '').replace(/^\+/, '').toLowerCase()));
}

/** Keeps the rows in one of whose values the text given occurs, in whatever case. */
export function containing<Row>(
  query: URLSearchParams,
  name: string,
  valuesOf: (row: Row) => readonly (string | null)[],
): Filter<Row> {
  const wanted = query.get(name)?.trim().toLowerCase() ?? '';
  return (row) => valuesOf(row).some((value) => value?.toLowerCase().includes(wanted)) || !wanted;
}

/** Keeps the rows whose time lies on the side asked for: `<name>_before` and `<name>_after`. */
export function around<Row>(
  query: URLSearchParams,
  name: string,
  timeOf: (row: Row) => number | null,
): Filter<Row> {
  const before = timeFrom(query, `${name}_before`);
  const after = timeFrom(query, `${name}_after`);
  return (row) => {
    if (before === undefined && after === undefined) return true;
    const time = timeOf(row);
    if (time === null) return false;
    return (before === undefined || time < before) && (after === undefined || time > after);
  };
}

function timeFrom(query: URLSearchParams, name: string): number | undefined {
  const raw = query.get(name);
  return raw ? Number(raw) : undefined;
}

// One that wasn't escaped arrives as a space.
function withoutPlus(value: string): string {
  return value.replace(/^[+ ]/, '');
}
