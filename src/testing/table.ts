/** Is told of a record that is new, has changed (then there are both) or is gone. */
type Report<Row> = (before: Row | undefined, after: Row | undefined) => void;

/** Records by id, in the order in which they came. */
export class Table<Row extends { readonly id: string }> {
  protected readonly rows: Map<string, Row>;

  /**
   * @param limit How many there may be; who adds one has to ask `isFull` first.
   * @param rows Those there are at first, of which nobody is told.
   * @param report Is told of each change.
   */
  constructor(
    protected readonly limit: number,
    rows: readonly Row[] = [],
    private readonly report: Report<Row> = () => {},
  ) {
    this.rows = new Map(rows.map((row) => [row.id, row]));
  }

  /** Whether another record would be too many: scripts run for days. */
  get isFull(): boolean {
    return this.rows.size >= this.limit;
  }

  /** How many records there are. */
  get size(): number {
    return this.rows.size;
  }

  /** The record with this id. */
  get(id: string): Row | undefined {
    return this.rows.get(id);
  }

  /** All records, the oldest first. */
  list(): Row[] {
    return [...this.rows.values()];
  }

  /** The first record that meets a condition. */
  find(condition: (row: Row) => boolean): Row | undefined {
    for (const row of this.rows.values()) if (condition(row)) return row;
    return undefined;
  }

  /** Keeps a record, in the place of the one with its id. */
  put(row: Row): Row {
    const before = this.rows.get(row.id);
    this.rows.set(row.id, row);
    this.report(before, row);
    return row;
  }

  /** Removes the record with this id, if there is one. */
  delete(id: string): void {
    const before = this.rows.get(id);
    if (this.rows.delete(id)) this.report(before, undefined);
  }

  /** Removes all records that meet a condition. */
  deleteWhere(condition: (row: Row) => boolean): void {
    for (const row of this.list()) if (condition(row)) this.delete(row.id);
  }
}

/** A table of what may be forgotten: the oldest record makes room for a new one. */
export class RecentTable<Row extends { readonly id: string }> extends Table<Row> {
  /** Keeps a record, and forgets the oldest if there are too many. */
  override put(row: Row): Row {
    super.put(row);
    const [oldest] = this.rows.keys();
    if (this.rows.size > this.limit && oldest !== undefined) this.delete(oldest);
    return row;
  }
}
