import type { User } from '../../client/index.js';

/** How many users are remembered; the one that was fetched first makes room. */
const MOST_USERS = 10_000;

interface Entry {
  readonly user: Promise<User>;
  /** Infinite while the answer is on its way: whoever asks meanwhile waits for the same. */
  expiresAt: number;
}

/** Users as fetched from Clerk, for a time. What fails is not remembered. */
export class UserCache {
  readonly #entries = new Map<string, Entry>();

  /**
   * @param fetchUser Asks Clerk.
   * @param lifetimeInMs How long an answer is used; 0: only by those who asked while it was on its way.
   * @param clock Milliseconds, ever increasing.
   */
  constructor(
    private readonly fetchUser: (userId: string) => Promise<User>,
    private readonly lifetimeInMs: number,
    private readonly clock: () => number,
  ) {}

  /** The user of an id, fetched or remembered; rejects as fetching does. */
  get(userId: string): Promise<User> {
    const known = this.#entries.get(userId);
    if (known && known.expiresAt > this.clock()) return known.user;
    const entry: Entry = { user: this.fetchUser(userId), expiresAt: Infinity };
    this.#entries.delete(userId);
    this.#entries.set(userId, entry);
    this.#makeRoom();
    void this.#settle(userId, entry);
    return entry.user;
  }

  async #settle(userId: string, entry: Entry): Promise<void> {
    try {
      await entry.user;
      entry.expiresAt = this.clock() + this.lifetimeInMs;
    } catch {
      // Whoever asked is told.
      entry.expiresAt = -Infinity;
    }
    const isLatest = this.#entries.get(userId) === entry;
    if (isLatest && entry.expiresAt <= this.clock()) this.#entries.delete(userId);
  }

  #makeRoom(): void {
    for (const userId of this.#entries.keys()) {
      if (this.#entries.size <= MOST_USERS) return;
      this.#entries.delete(userId);
    }
  }
}
