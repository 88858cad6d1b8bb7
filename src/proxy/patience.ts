/** Gives up after a time in which nothing has happened. */
export class Patience {
  readonly #timer: NodeJS.Timeout;

  /**
   * @param timeoutInMs How long nothing may happen.
   * @param giveUp Called each time it was that long, until {@link stop}.
   */
  constructor(timeoutInMs: number, giveUp: () => void) {
    this.#timer = setInterval(giveUp, timeoutInMs).unref();
  }

  /** Something has happened: the time begins anew. */
  readonly refresh = (): void => {
    this.#timer.refresh();
  };

  stop(): void {
    clearInterval(this.#timer);
  }
}
