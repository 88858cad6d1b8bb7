import type { ClerkPaginationRequest } from '../page.js';

/** Who asks. */
interface AsMachine {
  /**
   * The secret key of the machine that asks, for this call. Without one the client's
   * `machineSecretKey` counts, and without that its `secretKey`.
   */
  readonly machineSecretKey?: string;
}

/** How a token looks: a name for what Clerk knows (`mt_…`), or a JWT, which can be verified without asking. */
export type M2MTokenFormat = 'opaque' | 'jwt';

/** Which tokens to list. Those that are JWTs are kept nowhere, so none of them is listed. */
export type GetM2MTokenListParams = Pick<ClerkPaginationRequest, 'offset'> &
  AsMachine & {
    /** How many to answer with at most, from 1 to 100. Default 10. */
    readonly limit?: number;
    /** The machine that made them (`mch_…`). */
    readonly subject: string;
    /** Whether revoked ones are listed, too. Default false. */
    readonly revoked?: boolean;
    /** Whether expired ones are listed, too. Default false. */
    readonly expired?: boolean;
  };

/** What to make a token of. */
export interface CreateM2MTokenParams extends AsMachine {
  /** How long it lives, in seconds; null, the default, for as long as the machine's tokens do. */
  readonly secondsUntilExpiration?: number | null;
  /** Anything to keep in the token, as it is. */
  readonly claims?: Readonly<Record<string, unknown>> | null;
  /**
   * Answers with an opaque token that the machine made before, where one has the same claims and
   * scopes and lives at least this long, in seconds. It has to be less than the token's lifetime.
   */
  readonly minRemainingTtlSeconds?: number;
  /** Default `opaque`. */
  readonly tokenFormat?: M2MTokenFormat;
}

/** Which token to revoke. One that is a JWT can't be. */
export interface RevokeM2MTokenParams extends AsMachine {
  /** The token's id (`mt_…`). */
  readonly m2mTokenId: string;
  /** Why, for your own records. */
  readonly revocationReason?: string | null;
}

/** Which token to verify, and as whom. */
export interface VerifyM2MTokenParams extends AsMachine {
  /** The token itself: opaque (`mt_…`), or a JWT. No error shows it. */
  readonly token: string;
}
