import type { ForgetfulRun } from './forgetful-run.js';
import { growthOf, type MemoryCourse, MOST_GROWTH_IN_BYTES } from './memory.js';
import type { Settings } from './settings.js';
import type { SteadyRun } from './steady-run.js';
import type { Tally } from './tally.js';

/** What must not be, in sentences; none when tenants stay apart. */
export function problemsOf(
  { tenants }: Settings,
  steady: SteadyRun,
  forgetful: readonly ForgetfulRun[],
): readonly string[] {
  const idle = forgetful.filter(({ loads }) => loads <= tenants);
  return [
    ...[steady, ...forgetful].flatMap(({ tally, memory }) => problemsIn(tally, memory)),
    ...idle.map(() => 'No tenant had to be loaded again: a run proves nothing.'),
  ];
}

function problemsIn(tally: Tally, memory: MemoryCourse): readonly string[] {
  const { foreignIdentities, unexpected, examples } = tally;
  return [
    ...(foreignIdentities > 0 ? [`${foreignIdentities} answers carry another identity.`] : []),
    ...(unexpected > 0 ? [`${unexpected} answers are unexpected.`] : []),
    ...examples,
    ...(growthOf(memory) > MOST_GROWTH_IN_BYTES ? ['The memory grows beyond its bound.'] : []),
  ];
}
