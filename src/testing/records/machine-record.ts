import type { LocalMachine } from '../local-machine.js';

/** A machine as the embedded instance keeps it. */
export interface MachineRecord extends LocalMachine {
  /** `ak_…` */
  readonly secretKey: string;
  /** A secret key that was replaced and counts for a while yet. */
  readonly previousKey: { readonly secretKey: string; readonly until: number } | undefined;
  /** How long its tokens live by default, in seconds. */
  readonly defaultTokenTtl: number;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}
