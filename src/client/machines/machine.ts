import { given, many, shape } from '../shape.js';

/** A service of yours that calls others with machine-to-machine tokens. Times are Unix times in milliseconds. Source: schema Machine. */
export interface Machine {
  /** `mch_…`: the `subject` of its tokens. */
  readonly id: string;
  /** What people tell it from others by. */
  readonly name: string;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
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
