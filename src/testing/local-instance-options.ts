/** What can be chosen about an embedded instance. */
export interface LocalInstanceOptions {
  /**
   * 0 to 99; default 1. The publishable key follows from it, and from that the names of the
   * cookies: the same number keeps them across restarts.
   */
  readonly number?: number;
  /** The `azp` claim of its tokens; default `http://localhost:3000`. */
  readonly azp?: string;
  /** `sk_test_…`; default a random one. */
  readonly secretKey?: string;
  /** The clock: Unix time in milliseconds; default `Date.now`. */
  readonly now?: () => number;
}
