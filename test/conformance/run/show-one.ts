import { BackendApi } from '../compare/backend-api.js';
import { compare } from '../compare/compare.js';
import { engineSides } from '../compare/engine-sides.js';
import { DIFFERENCES } from '../differences/list.js';
import { scenarioOf } from '../generate/scenario-of.js';
import { printComparison } from './print-comparison.js';
import { stopClock } from './stop-clock.js';

/** Runs one scenario and prints all about it; whether ours is what it has to be. */
export async function showOne(seed: number, number: number): Promise<boolean> {
  stopClock();
  const api = await BackendApi.start();
  try {
    const comparison = await compare(engineSides(api), scenarioOf(seed, number), DIFFERENCES);
    printComparison(comparison);
    return comparison.isExpected;
  } finally {
    await api.stop();
  }
}
