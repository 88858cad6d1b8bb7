import { jest } from '@jest/globals';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** The clock of this process, which a test can move; timers and sockets keep theirs. */
export class MovedClock {
  readonly #spy: jest.SpiedFunction<typeof Date.now>;
  #now: number;

  constructor() {
    this.#now = Date.now();
    this.#spy = jest.spyOn(Date, 'now').mockImplementation(() => this.#now);
  }

  /** @param milliseconds Negative: sets it back. */
  move(milliseconds: number): void {
    this.#now += milliseconds;
  }

  restore(): void {
    this.#spy.mockRestore();
  }
}
