import type { Clock } from '../../src/client/clock.js';

/** A clock that moves only when somebody waits, and notes for how long. */
export interface HandHeldClock extends Clock {
  /** The waits, in milliseconds. */
  readonly waits: number[];
  /** What chance answers. */
  chance: number;
}

export function handHeldClock(): HandHeldClock {
  let now = 0;
  const clock: HandHeldClock = {
    waits: [],
    chance: 0,
    now: () => now,
    today: () => Date.parse('2026-11-21T12:00:00Z') + now,
    random: () => clock.chance,
    wait: async (ms, signals = []) => {
      clock.waits.push(ms);
      for (const signal of signals) signal.throwIfAborted();
      now += ms;
    },
  };
  return clock;
}
