/**
 * The base of every error this package throws, so that one `instanceof` (or one look at
 * `clerkError`, which the vendor's own checks use) recognises them all.
 */
export abstract class ClerkError extends Error {
  /** A stable, machine-readable name of what went wrong; one literal for each class. */
  abstract readonly code: string;

  /** Always true: the mark by which `isClerkError()` of the vendor's SDKs knows an error. */
  readonly clerkError = true as const;

  /**
   * @param message What happened and what to do about it. Never holds a key or a token.
   * @param options `cause`: the error that led to this one.
   */
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}
