import type { M2MToken } from './m2m-token.js';

/**
 * Verifies machine-to-machine tokens that are JWTs, without asking the Backend API about them.
 *
 * @param token What somebody showed.
 * @returns What it says, once it is verified; undefined when it is no JWT whose subject is a
 * machine, and has to be asked about. Rejects with a `MachineTokenVerificationError` when it is no
 * good.
 */
export type VerifyM2MJwt = (token: string) => Promise<M2MToken> | undefined;
