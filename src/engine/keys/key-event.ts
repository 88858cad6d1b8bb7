import { channel } from 'node:diagnostics_channel';

/** What there is to tell of fetched keys. Holds no secret. */
export type KeyEvent =
  | {
      /** A refresh failed, and keys past their lifetime serve. Told after each attempt. */
      readonly kind: 'stale';
      /** How old the keys are, in milliseconds. */
      readonly ageInMs: number;
      /** For how long they still serve, in milliseconds. */
      readonly staysForInMs: number;
      /** Why the refresh failed, as a sentence. */
      readonly cause: string;
    }
  | {
      /** A fetch failed, and no keys serve: requests with tokens are answered 503. */
      readonly kind: 'exhausted';
      /** How old the last good keys are, in milliseconds; not there if there never were any. */
      readonly ageInMs: number | undefined;
      /** Why the fetch failed, as a sentence. */
      readonly cause: string;
    }
  | {
      /** Keys have been fetched, after one of the others. */
      readonly kind: 'refreshed';
      /** For how long that was not so, in milliseconds since it was first told. */
      readonly afterInMs: number;
    };

/** Takes events. */
export type ReportKeyEvent = (event: KeyEvent) => void;

/** The name of the `node:diagnostics_channel` that every event is published on. */
export const KEY_EVENTS_CHANNEL = 'clerk-nestjs:keys';

const published = channel(KEY_EVENTS_CHANNEL);

/** Tells an event to whoever subscribed, and to the one who made the source. */
export function tell(event: KeyEvent, report: ReportKeyEvent | undefined): void {
  published.publish(event);
  try {
    report?.(event);
  } catch {
    // Whoever listens badly must not cost requests their keys.
  }
}
