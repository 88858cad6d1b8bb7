import { Child } from '../processes/child.js';
import { slopeOf } from '../report/statistics.js';
import { REMEMBERED_TOKENS } from '../servers/token-cache.js';

/** Memory after full garbage collections, in bytes; `heapUsed` includes buffers outside of the heap. */
export interface MemoryPoint {
  /** How many distinct tokens have been passed. */
  readonly tokens: number;
  readonly heapUsed: number;
  readonly rss: number;
}

/** How memory grows with the number of distinct tokens. */
export interface MemoryResult {
  readonly points: readonly MemoryPoint[];
  /** Of the heap, in bytes for each further token once the cache is full. */
  readonly bytesPerToken: number;
}

/** A cache that keeps a token keeps at least a thousand bytes of each; noise is far below this. */
const FLAT_IN_BYTES = 3;
const STEPS = 10;

/** Passes distinct tokens, each valid and each verified, through this package. */
export async function measureMemory(
  tokens: number,
  report: (point: MemoryPoint) => void,
): Promise<MemoryResult> {
  const child = await Child.start({ module: 'growth/measure-memory.js', core: 'measured' });
  const points: MemoryPoint[] = [];
  try {
    for (let step = 0; step < STEPS; step += 1) {
      const point = await child.ask<MemoryPoint>('grow', Math.ceil(tokens / STEPS));
      report(point);
      points.push(point);
    }
  } finally {
    await child.stop();
  }
  return { points, bytesPerToken: slopeOf(pointsWithFullCache(points)) };
}

function pointsWithFullCache(points: readonly MemoryPoint[]) {
  return points
    .filter(({ tokens }) => tokens >= REMEMBERED_TOKENS)
    .map(({ tokens, heapUsed }) => ({ x: tokens, y: heapUsed }));
}

/** Whether memory does not grow. */
export function isFlat({ bytesPerToken }: MemoryResult): boolean {
  return bytesPerToken < FLAT_IN_BYTES;
}
