import type { VerificationFailure } from '../claims/verification-failure.js';
import type { DecodedToken, Token } from '../facts/decoded-token.js';
import type { HandshakeTicket } from '../facts/handshake-ticket.js';
import type { MachineToken } from '../facts/machine-token.js';
import type { Unavailable } from '../outcome.js';
import type { Redemption } from './redeem-handshake.js';
import type { Refreshing } from './refresh-session.js';
import type { MachineVerification } from './verify-machine-token.js';

/** Is this a good session token, with clocks this far apart? */
export interface VerifyQuestion {
  readonly ask: 'verify';
  readonly token: DecodedToken;
  readonly skewInMs: number;
}

/** Which cookies does this handshake stand for? */
export interface RedeemQuestion {
  readonly ask: 'redeem';
  readonly ticket: HandshakeTicket;
}

/** Can this expired session be had fresh? */
export interface RefreshQuestion {
  readonly ask: 'refresh';
  readonly expired: Token;
  readonly refreshToken: string;
}

/** Is this a good token of a program, and whose? */
export interface MachineQuestion {
  readonly ask: 'machine';
  readonly token: MachineToken;
}

/** What a decision can need to know that the request itself does not say. */
export type Question = VerifyQuestion | RedeemQuestion | RefreshQuestion | MachineQuestion;

/** An answered {@link VerifyQuestion}. */
export interface Verification {
  readonly question: VerifyQuestion;
  /** Why the token is refused; nothing when it is good. */
  readonly failure: VerificationFailure | undefined;
}

/**
 * The answers that a decision has so far. A request has one handshake, one session to refresh and
 * one token in its header.
 */
export class Evidence {
  /** What every decision starts with. */
  static readonly none = new Evidence([]);

  private constructor(
    private readonly verifications: readonly Verification[],
    /** What came of the handshake, if it has been asked for. */
    readonly redemption?: Redemption,
    /** What came of refreshing the session, if it has been asked for. */
    readonly refreshing?: Refreshing,
    /** What came of verifying a program's token, if it has been asked for. */
    readonly machine?: MachineVerification,
  ) {}

  /** This evidence and one verification more. */
  withVerification(verification: Verification): Evidence {
    const verifications = [...this.verifications, verification];
    return new Evidence(verifications, this.redemption, this.refreshing, this.machine);
  }

  /** This evidence and what came of the handshake. */
  withRedemption(redemption: Redemption): Evidence {
    return new Evidence(this.verifications, redemption, this.refreshing, this.machine);
  }

  /** This evidence and what came of refreshing the session. */
  withRefreshing(refreshing: Refreshing): Evidence {
    return new Evidence(this.verifications, this.redemption, refreshing, this.machine);
  }

  /** This evidence and what came of verifying a program's token. */
  withMachine(machine: MachineVerification): Evidence {
    return new Evidence(this.verifications, this.redemption, this.refreshing, machine);
  }

  /** The verification of this token at this tolerance, if it has been asked for. */
  verification(token: DecodedToken, skewInMs: number): Verification | undefined {
    return this.verifications.find(
      ({ question }) => question.token === token && question.skewInMs === skewInMs,
    );
  }

  /** Why something that the decision rests on could not be asked. A failed refresh is no such thing. */
  get unavailable(): Unavailable | undefined {
    const failures = this.verifications.map(({ failure }) => failure?.unavailable);
    return (
      this.redemption?.unavailable ?? failures.find((unavailable) => unavailable !== undefined)
    );
  }
}
