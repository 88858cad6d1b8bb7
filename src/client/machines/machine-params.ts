import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';

/** Which machines to list. */
export type GetMachineListParams = ClerkPaginationRequest<{
  /** Default `-created_at`: the newest first. */
  readonly orderBy?: WithSign<'name' | 'created_at'>;
  /** A whole id, or a part of a name. */
  readonly query?: string;
}>;

/** What to make a machine of. */
export interface CreateMachineParams {
  /** What people tell it from others by, in 1 to 255 characters. */
  readonly name: string;
  /** The ids of the machines that it may call, at most 150. */
  readonly scopedMachines?: readonly string[];
  /** How long its tokens live that don't say it themselves, in seconds. Default 3600. */
  readonly defaultTokenTtl?: number;
}

/** What to change of a machine; what is not given stays. */
export interface UpdateMachineParams {
  /** The machine's id (`mch_…`). */
  readonly machineId: string;
  /** What people tell it from others by, in 1 to 255 characters. */
  readonly name?: string;
  /** How long its tokens live that don't say it themselves, in seconds. */
  readonly defaultTokenTtl?: number;
}

/** Which machine gets a new secret key. */
export interface RotateMachineSecretKeyParams {
  /** The machine's id (`mch_…`). */
  readonly machineId: string;
  /** How long the old key works, too, in seconds: from 0 (no longer) to 28,800 (8 hours). */
  readonly previousTokenTtl: number;
}
