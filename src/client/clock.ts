import { abortedOf, onAbort } from './on-abort.js';

/** Time and chance, which a test may hold in its hands. */
export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** The time of day, as a Unix time in milliseconds. */
  today(): number;
  /** A number from 0 to below 1. */
  random(): number;
  /**
   * Resolves after some milliseconds. It keeps the process alive, as a call that is under way does: a
   * script would else end in the middle of its work, as if it were done.
   *
   * @param ms How long.
   * @param signals Each ends the wait: the promise then rejects with the signal's reason.
   */
  wait(ms: number, signals?: readonly AbortSignal[]): Promise<void>;
}

/** The real ones. */
export const realClock: Clock = {
  now: () => performance.now(),
  today: () => Date.now(),
  random: () => Math.random(),
  wait: async (ms, signals = []) => {
    abortedOf(signals)?.throwIfAborted();
    let timer: NodeJS.Timeout | undefined;
    let leave = () => {};
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(resolve, ms);
        leave = onAbort(signals, reject);
      });
    } finally {
      clearTimeout(timer);
      leave();
    }
  },
};
