import { given, many, shape } from '../shape.js';

/** A service of yours that calls others with machine-to-machine tokens. Times are Unix times in milliseconds. Source: schema Machine. */
export interface Machine {
  readonly id: string;
  readonly name: string;
  readonly instanceId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The machines that this one may call. Theirs are not listed. */
  readonly scopedMachines: Machine[];
  /** How long a token lives that this machine makes and doesn't say it of, in seconds. */
  readonly defaultTokenTtl: number;
  /** The machine's secret key (`ak_…`), which only the answer to its making brings. */
  readonly secretKey?: string;
}

const readScopedMachine = shape<Machine>({
  id: given,
  name: given,
  instanceId: given,
  createdAt: given,
  updatedAt: given,
  scopedMachines: { read: () => [] },
  defaultTokenTtl: given,
  secretKey: { read: () => undefined },
});

/** Reads a resource whose `object` is `machine`. */
export const readMachine = shape<Machine>({
  id: given,
  name: given,
  instanceId: given,
  createdAt: given,
  updatedAt: given,
  scopedMachines: many(readScopedMachine),
  defaultTokenTtl: given,
  secretKey: given,
});
