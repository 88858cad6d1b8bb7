import { withoutNoise } from './quiet.js';
import { type Range, runScenarios } from './run-scenarios.js';
import { stopClock } from './stop-clock.js';

// A process that runs the range it is sent, answers with the summary, and ends.
process.once('message', (message) => {
  stopClock();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sent by main.ts
  void answer(message as Range);
});

// Nobody is left to answer to.
process.once('disconnect', () => {
  process.exit(1);
});

async function answer(range: Range): Promise<void> {
  const summary = await withoutNoise(() => runScenarios(range));
  process.send?.(summary, () => {
    process.exit(0);
  });
}
