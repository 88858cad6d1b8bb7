import { inspect } from 'node:util';
import {
  type AuthObject,
  type AuthObjectDebugData,
  type FetchToken,
  type JwtPayload,
  resolvePending,
  type SessionAuthObject,
  signedInAuth,
  signedOutAuth,
} from './auth/index.js';
import type { RequestFacts } from './facts/request-facts.js';
import type { Outcome } from './outcome.js';

/** How an auth object treats a session that still has tasks to do. */
export interface PendingSessionOptions {
  /** Whether a session whose status is `pending` counts as signed out. Default: true. */
  treatPendingAsSignedOut?: boolean;
}

/** A request's outcome, together with the auth object that applications see of it. */
export class Authentication {
  /** What the request said. */
  readonly facts: RequestFacts;
  /** What the engine made of it. */
  readonly outcome: Outcome;

  readonly #fetchToken: FetchToken;
  #auth: SessionAuthObject | undefined;

  /**
   * @param facts What the request said.
   * @param outcome What the engine made of it.
   * @param fetchToken Makes tokens of templates, for the auth object's `getToken()`.
   */
  constructor(facts: RequestFacts, outcome: Outcome, fetchToken: FetchToken) {
    this.facts = facts;
    this.outcome = outcome;
    this.#fetchToken = fetchToken;
  }

  /** The auth object; one and the same for each way of treating pending sessions that changes nothing. */
  toAuth({ treatPendingAsSignedOut }: PendingSessionOptions = {}): AuthObject {
    this.#auth ??= this.#build();
    return resolvePending(this.#auth, treatPendingAsSignedOut);
  }

  /** What a log or an answer shows when it is given this object: no token, no cookie. */
  toJSON(): AuthObjectDebugData {
    return debugData(this.outcome);
  }

  /** The same for `console.log` and Nest's logger. */
  [inspect.custom](): AuthObjectDebugData {
    return this.toJSON();
  }

  #build(): SessionAuthObject {
    const debug = () => debugData(this.outcome);
    if (this.outcome.status !== 'signed-in') return signedOutAuth({ debug });
    const { token } = this.outcome;
    return signedInAuth({
      token: token.text,
      // Verified, but not every claim that the vendor's type promises is required of a token; the
      // readers of claims check each one again.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      claims: token.claims as unknown as JwtPayload,
      fetchToken: this.#fetchToken,
      debug,
    });
  }
}

/** An allowlist: nothing gets into debug output that was not put here on purpose. */
function debugData(outcome: Outcome): AuthObjectDebugData {
  return outcome.status === 'signed-in'
    ? { status: outcome.status, reason: null, message: null }
    : { status: outcome.status, reason: outcome.reason, message: outcome.message };
}
