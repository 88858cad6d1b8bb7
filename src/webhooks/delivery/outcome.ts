import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What became of a delivery: all of its handlers are done; one has failed and has to run again; or
 * that can't be said, as another process is at it or the store does not answer.
 */
export type Outcome = 'done' | 'failed' | 'unsettled';

const WORST_FIRST = ['failed', 'unsettled', 'done'] as const;

/** The outcome of several together. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  return WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'done';
}

/** What something comes to, or `late` when it takes longer. It goes on, but nobody waits for it. */
export async function within<Result>(
  timeInMs: number,
  result: Promise<Result>,
): Promise<Result | 'late'> {
  const end = new AbortController();
  const late = sleep(timeInMs, 'late' as const, { signal: end.signal, ref: false });
  try {
    return await Promise.race([result, late]);
  } finally {
    end.abort();
  }
}
