import { given, shape } from '../shape.js';

/** That one machine may call another. Source: schema MachineScope. */
export interface MachineScope {
  /** The machine that calls. */
  readonly fromMachineId: string;
  /** The machine that is called. */
  readonly toMachineId: string;
  /** A Unix time in milliseconds. */
  readonly createdAt?: number;
  /** Whether the permission was taken back. */
  readonly deleted?: boolean;
}

/** Reads a resource whose `object` is `machine_scope`. */
export const readMachineScope = shape<MachineScope>({
  fromMachineId: given,
  toMachineId: given,
  createdAt: given,
  deleted: given,
});
