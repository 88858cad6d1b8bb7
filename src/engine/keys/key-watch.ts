import { type ReportKeyEvent, tell } from './key-event.js';

/** What a failed fetch leaves. */
interface Remaining {
  /** Why it failed. */
  readonly cause: string;
  /** How old the last good keys are, in milliseconds. */
  readonly ageInMs: number | undefined;
  /** For how long they still serve, in milliseconds; none: they don't. */
  readonly staysForInMs: number | undefined;
}

/** Tells of keys that can't be refreshed, and once when they could be again. */
export class KeyWatch {
  readonly #report: ReportKeyEvent | undefined;
  #since: number | undefined;

  /** @param report Told of each event; so is the diagnostics channel. */
  constructor(report: ReportKeyEvent | undefined) {
    this.#report = report;
  }

  /** A fetch failed, and with it keys serve that are too old, or none. */
  failed({ cause, ageInMs, staysForInMs }: Remaining, now: number): void {
    this.#since ??= now;
    const event =
      ageInMs === undefined || staysForInMs === undefined
        ? ({ kind: 'exhausted', ageInMs, cause } as const)
        : ({ kind: 'stale', ageInMs, staysForInMs, cause } as const);
    tell(event, this.#report);
  }

  /** Keys were fetched. */
  fetched(now: number): void {
    const since = this.#since;
    if (since === undefined) return;
    this.#since = undefined;
    tell({ kind: 'refreshed', afterInMs: Math.max(0, now - since) }, this.#report);
  }
}
