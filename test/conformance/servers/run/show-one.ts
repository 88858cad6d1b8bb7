import { BackendApi } from '../../compare/backend-api.js';
import { differing } from '../../compare/cause.js';
import { decodedTokens } from '../../run/decoded-tokens.js';
import { compareServers } from '../compare/compare-servers.js';
import { ServerGroup } from '../compare/server-group.js';
import { SERVER_DIFFERENCES } from '../differences/list.js';
import { exchangesOf, GROUP_SIZE } from '../generate/exchanges.js';
import { requestLines } from '../generate/wire.js';

/** Runs one exchange and prints all about it; whether our answer is what it has to be. */
export async function showOne(seed: number, number: number): Promise<boolean> {
  const index = number % GROUP_SIZE;
  const scenario = exchangesOf(seed, Math.floor(number / GROUP_SIZE), index + 1)[index];
  if (!scenario) throw new Error('there is no such exchange');
  const api = await BackendApi.start();
  const group = await ServerGroup.open(api, scenario);
  try {
    const { theirs, ours, applied, expected, isExpected } = await compareServers(
      group,
      scenario,
      SERVER_DIFFERENCES,
    );
    const shown = {
      scenario,
      lines: requestLines(scenario),
      tokens: decodedTokens(scenario),
      theirs: theirs.verdict,
      answered: theirs.observation,
      ours: ours.verdict,
      refusal: group.refusal,
      differences: applied.map(({ name }) => name),
      ...(isExpected ? {} : { expectedAndOurs: differing(expected, ours.observation) }),
    };
    process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
    return isExpected;
  } finally {
    await group.close();
    await api.stop();
  }
}
