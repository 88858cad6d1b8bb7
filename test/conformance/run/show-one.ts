import { BackendApi } from '../compare/backend-api.js';
import { differing } from '../compare/cause.js';
import { compare } from '../compare/compare.js';
import { DIFFERENCES } from '../differences/list.js';
import { scenarioOf } from '../generate/scenario-of.js';
import { decodedTokens } from './decoded-tokens.js';
import { stopClock } from './stop-clock.js';

/** Runs one scenario and prints all about it; whether ours is what it has to be. */
export async function showOne(seed: number, number: number): Promise<boolean> {
  stopClock();
  const api = await BackendApi.start();
  try {
    const scenario = scenarioOf(seed, number);
    const { theirs, ours, applied, expected, isExpected } = await compare(
      api,
      scenario,
      DIFFERENCES,
    );
    const shown = {
      scenario,
      tokens: decodedTokens(scenario),
      theirs: theirs.verdict,
      answered: theirs.observation,
      ours: ours.verdict,
      differences: applied.map(({ name }) => name),
      ...(isExpected ? {} : { expectedAndOurs: differing(expected, ours.observation) }),
    };
    process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
    return isExpected;
  } finally {
    await api.stop();
  }
}
