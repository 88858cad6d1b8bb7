import { NOW } from '../../generate/world.js';

/** The clock of a process, in place of its own: one function, as some keep the one they were given. */
export class MovedClock {
  #now = NOW;

  constructor() {
    Date.now = () => this.#now;
  }

  /** @param now Milliseconds since 1970; it can also go back. */
  move(now: number): void {
    this.#now = now;
  }
}
