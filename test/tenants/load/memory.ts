import type { Measurement } from './measurement.js';
import type { ServerProcess } from './server-process.js';
import type { Until } from './visitors.js';

/**
 * How much more may be reachable at the end of a run than at its start, when every tenant has been
 * called at already. What engine and library still learn meanwhile is a tenth of it; 50,000 requests,
 * a minute's, pass it when 85 bytes are kept of each.
 */
export const MOST_GROWTH_IN_BYTES = 4 * 2 ** 20;

/** The server at the start, in the middle and at the end of a run, each after a collection. */
export interface MemoryCourse {
  readonly start: Measurement;
  readonly middle: Measurement;
  readonly end: Measurement;
}

/** What happens before the memory is looked at. */
export type Settle = () => Promise<void>;

/** Makes requests for so long and looks at the memory meanwhile. */
export async function watchMemory(
  server: ServerProcess,
  ask: (first: number, until: Until) => Promise<number>,
  seconds: number,
  settle: Settle = async () => undefined,
): Promise<MemoryCourse> {
  const look = async () => {
    await settle();
    return server.measure('collect');
  };
  const half = { seconds: seconds / 2 };
  const start = await look();
  const asked = await ask(0, half);
  const middle = await look();
  await ask(asked, half);
  return { start, middle, end: await look() };
}

/** How much more is reachable at the end than at the start, in bytes. */
export function growthOf({ start, end }: MemoryCourse): number {
  return end.heapInBytes - start.heapInBytes;
}
