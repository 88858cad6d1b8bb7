import type { VerificationFailure } from '../claims/verification-failure.js';
import type { DecodedToken } from '../facts/decoded-token.js';

/** Is this a good session token, with clocks this far apart? */
export interface VerifyQuestion {
  readonly ask: 'verify';
  readonly token: DecodedToken;
  readonly skewInMs: number;
}

/** What a decision can need to know that the request itself does not say. */
export type Question = VerifyQuestion;

/** An answered {@link VerifyQuestion}. */
export interface Verification {
  readonly question: VerifyQuestion;
  /** Why the token is refused; nothing when it is good. */
  readonly failure: VerificationFailure | undefined;
}

/** The answer to a question. */
export type Answer = Verification;

/** The answers that a decision has so far. */
export class Evidence {
  /** What every decision starts with. */
  static readonly none = new Evidence([]);

  readonly #answers: readonly Answer[];

  private constructor(answers: readonly Answer[]) {
    this.#answers = answers;
  }

  /** This evidence and one answer more. */
  with(answer: Answer): Evidence {
    return new Evidence([...this.#answers, answer]);
  }

  /** The verification of this token at this tolerance, if it has been asked for. */
  verification(token: DecodedToken, skewInMs: number): Verification | undefined {
    return this.#answers.find(
      ({ question }) => question.token === token && question.skewInMs === skewInMs,
    );
  }
}
