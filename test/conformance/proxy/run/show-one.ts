import { compareProxies } from '../compare/compare-proxies.js';
import { placesOf } from '../compare/places.js';
import { exchangeOf } from '../generate/exchange-of.js';
import { withProxies } from './with-proxies.js';

/** Runs one exchange and prints all about it; whether ours is what it has to be. */
export function showOne(seed: number, number: number): Promise<boolean> {
  return withProxies(async (upstream, servers) => {
    const comparison = await compareProxies(upstream, servers, exchangeOf(seed, number));
    const { scenario, theirs, ours, expected, applied, isExpected } = comparison;
    const shown = {
      scenario,
      theirs,
      ours,
      differences: applied.map(({ name }) => name),
      expectedAndOurs: placesOf(expected, ours),
    };
    process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
    return isExpected;
  });
}
