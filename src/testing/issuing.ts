import type { LocalStore } from './local-store.js';

/** What an instance issues machine tokens with. */
export interface Issuing {
  readonly store: LocalStore;
  /** The `iss` claim: the URL of the Frontend API. */
  readonly issuer: string;
  /** Unix time in milliseconds. */
  readonly now: number;
  /** Signs a JWT with a session token's header, changed by the one given. */
  readonly sign: (claims: Record<string, unknown>, header: Record<string, unknown>) => string;
}
