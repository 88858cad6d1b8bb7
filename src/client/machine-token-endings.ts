import { digestOf } from '../digest.js';

/** How many endings are remembered by name: more than there are in the life of a kept answer. */
const MOST_NAMES = 10_000;

/**
 * Which tokens of programs were ended by our clients, so that nobody goes on with what was known of
 * them before. There is nothing to subscribe to and nothing to let go of: whoever has asked about a
 * token remembers the {@link count} of that moment and compares.
 */
export class MachineTokenEndings {
  #count = 0;
  /** Up to here the names are forgotten. */
  #forgotten = 0;
  /** The latest ending of each name, the oldest first. Digests: a key may be mistaken for an id. */
  readonly #latest = new Map<string, number>();

  /** How many endings there have been. */
  get count(): number {
    return this.#count;
  }

  /**
   * Notes that everything of these names has ended.
   *
   * @param names Ids of tokens, or of whom tokens stand for; or a kind of token, for all of it.
   */
  note(names: readonly string[]): void {
    for (const name of names.map(digestOf)) {
      this.#count += 1;
      this.#latest.delete(name);
      this.#latest.set(name, this.#count);
    }
    for (const [name, ending] of this.#latest) {
      if (this.#latest.size <= MOST_NAMES) return;
      this.#latest.delete(name);
      this.#forgotten = ending;
    }
  }

  /**
   * Whether something was ended after a moment. What is forgotten counts as ended.
   *
   * @param count The {@link count} of that moment.
   * @param names Digests of its names: see `digestOf`.
   */
  endedSince(count: number, names: readonly string[]): boolean {
    if (count === this.#count) return false;
    if (count < this.#forgotten) return true;
    return names.some((name) => (this.#latest.get(name) ?? 0) > count);
  }
}

/**
 * The endings by all clients of the process. Ids are nobody else's, so an ending that is no news
 * to some instance costs it no more than a question; and a client that the application has made by
 * itself counts as the injected one does.
 */
export const machineTokenEndings = new MachineTokenEndings();
