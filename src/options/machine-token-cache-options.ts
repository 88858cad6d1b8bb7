import type { MachineAnswerLimits } from '../engine/evidence/machine-answers.js';

/** The option `machineTokenCache`: how much of what Clerk says about opaque tokens is kept, and for how long. */
export interface MachineTokenCacheOptions {
  /** How many good tokens are remembered, and as many again that were refused. Default: 10,000. */
  max?: number;
  /**
   * For how long a token that Clerk has found good is taken without asking again, in milliseconds;
   * never past its own end. Default: 10,000.
   */
  ttlInMs?: number;
  /** For how long a token that Clerk has refused stays refused, in milliseconds. Default: 2,000. */
  negativeTtlInMs?: number;
}

/** Completes the option `machineTokenCache`, which has been checked. */
export function machineAnswerLimits(
  given: MachineTokenCacheOptions | false = {},
): MachineAnswerLimits | false {
  if (given === false) return false;
  const { max = 10_000, ttlInMs = 10_000, negativeTtlInMs = 2_000 } = given;
  return { max, ttlInMs, negativeTtlInMs };
}
