import { given, shape } from '../shape.js';

/** The key by which a machine proves itself. Whoever holds it is that machine: never log it. */
export interface MachineSecretKey {
  /** The key itself (`ak_…`). */
  readonly secret: string;
}

/** Reads a resource whose `object` is `machine_secret_key`. */
export const readMachineSecretKey = shape<MachineSecretKey>({ secret: given });
