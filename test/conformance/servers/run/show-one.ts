import { BackendApi } from '../../compare/backend-api.js';
import { compare } from '../../compare/compare.js';
import { printComparison } from '../../run/print-comparison.js';
import { stopClock } from '../../run/stop-clock.js';
import { ServerGroup } from '../compare/server-group.js';
import { SERVER_DIFFERENCES } from '../differences/list.js';
import { exchangesOf, GROUP_SIZE } from '../generate/exchanges.js';
import { requestLines } from '../generate/wire.js';

/** Runs one exchange and prints all about it; whether our answer is what it has to be. */
export async function showOne(seed: number, number: number): Promise<boolean> {
  stopClock();
  const index = number % GROUP_SIZE;
  const scenario = exchangesOf(seed, Math.floor(number / GROUP_SIZE), index + 1)[index];
  if (!scenario) throw new Error('there is no such exchange');
  const api = await BackendApi.start();
  const group = await ServerGroup.open(api, scenario);
  try {
    const comparison = await compare(group, scenario, SERVER_DIFFERENCES);
    printComparison(comparison, { lines: requestLines(scenario), refusal: group.refusal });
    return comparison.isExpected;
  } finally {
    await group.close();
    await api.stop();
  }
}
