import { type CostResult, measureCosts } from './costs.js';
import { measureMemory, type MemoryResult } from './memory.js';

/** How memory and cost grow. */
export interface GrowthResult {
  readonly memory: MemoryResult;
  readonly costs: readonly CostResult[];
}

/** Measures both; says on the way where it is. */
export async function measureGrowth(tokens: number, rounds: number): Promise<GrowthResult> {
  const memory = await measureMemory(tokens, (point) => {
    process.stderr.write(`${point.tokens} tokens, ${Math.round(point.heapUsed / 2 ** 20)} MiB\n`);
  });
  return { memory, costs: await measureCosts(rounds) };
}
