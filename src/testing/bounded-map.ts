/**
 * Values by key, of which only so many are kept: what was used longest ago goes first. An embedded
 * instance runs for days, and a probe without cookies is a new browser each time.
 */
export class BoundedMap<Value> {
  // A Map iterates in the order of insertion, so what is used is inserted again.
  private readonly entries = new Map<string, Value>();

  /** @param limit How many values are kept. */
  constructor(private readonly limit: number) {}

  /** The value with this key, which thereby becomes the last to go. */
  get(key: string): Value | undefined {
    const value = this.take(key);
    if (value !== undefined) this.entries.set(key, value);
    return value;
  }

  /** Keeps a value, in the place of the one that has the key. */
  set(key: string, value: Value): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.limit) return;
      this.entries.delete(oldest);
    }
  }

  /** All values, none of which is thereby used. */
  values(): Value[] {
    return [...this.entries.values()];
  }

  /** Removes the value with this key and returns it. */
  take(key: string): Value | undefined {
    const value = this.entries.get(key);
    this.entries.delete(key);
    return value;
  }
}
