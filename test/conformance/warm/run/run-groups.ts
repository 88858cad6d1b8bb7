import { Logger } from '@nestjs/common';
import { BackendApi } from '../../compare/backend-api.js';
import { SignatureCount } from '../compare/signature-count.js';
import { GROUP_SIZE, warmGroupOf } from '../generate/warm-group.js';
import { MovedClock } from './moved-clock.js';
import { plainFetch } from './plain-fetch.js';
import { runGroup, type Take } from './run-group.js';
import { NOTHING, type Summary, summaryOf, together } from './summary.js';

/** Groups to run: every `step`-th number from `first`, below `first + count`. */
export interface GroupRange {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  /** Default 1. */
  readonly step?: number;
}

/**
 * Runs groups one after another; one at a time, as the clock is the process's.
 *
 * @param also Takes each comparison too.
 */
export async function runGroups(
  { seed, first, count, step = 1 }: GroupRange,
  also: Take = () => {},
): Promise<Summary> {
  Logger.overrideLogger(false);
  globalThis.fetch = plainFetch;
  const [signatures, clock] = [new SignatureCount(), new MovedClock()];
  const backendApi = await BackendApi.start();
  try {
    let summary = NOTHING;
    for (let number = first; number < first + count; number += step) {
      await runGroup(warmGroupOf(seed, number), { backendApi, signatures, clock }, (comparison) => {
        summary = together(summary, summaryOf(comparison));
        also(comparison);
      });
      summary = { ...summary, scenarios: summary.scenarios + GROUP_SIZE };
    }
    return summary;
  } finally {
    await backendApi.stop();
  }
}
