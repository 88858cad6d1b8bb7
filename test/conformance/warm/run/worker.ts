import { withoutNoise } from '../../run/quiet.js';
import { type GroupRange, runGroups } from './run-groups.js';

// A process that runs the groups it is sent, answers with the summary, and ends.
process.once('message', (message) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sent by run-on-processes.ts
  void answer(message as GroupRange);
});

// Nobody is left to answer to.
process.once('disconnect', () => {
  process.exit(1);
});

async function answer(range: GroupRange): Promise<void> {
  const summary = await withoutNoise(() => runGroups(range));
  process.send?.(summary, () => {
    process.exit(0);
  });
}
