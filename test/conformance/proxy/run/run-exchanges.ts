import { NOTHING, type Summary, together } from '../../run/summary.js';
import { compareProxies, type ProxyComparison } from '../compare/compare-proxies.js';
import type { ProxyObservation } from '../compare/observe.js';
import { placesOf } from '../compare/places.js';
import { exchangeOf } from '../generate/exchange-of.js';
import { withProxies } from './with-proxies.js';

const MOST_SHOWN = 4;

/** Runs exchanges one after another. */
export function runExchanges({
  seed,
  first,
  count,
}: {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
}): Promise<Summary> {
  return withProxies(async (upstream, servers) => {
    let summary = NOTHING;
    for (let number = first; number < first + count; number += 1) {
      const comparison = await compareProxies(upstream, servers, exchangeOf(seed, number));
      summary = together(summary, summaryOf(comparison));
    }
    return summary;
  });
}

function summaryOf(comparison: ProxyComparison): Summary {
  const { scenario, theirs, applied, isExpected } = comparison;
  const size = JSON.stringify([scenario.request, scenario.answer]).length;
  const example = { number: scenario.number, size };
  const verdict = `${statusOf(theirs)} of ${scenario.oracle}, beside ours on ${scenario.platform}`;
  return {
    scenarios: 1,
    verdicts: { [verdict]: 1 },
    matched: Object.fromEntries(isExpected ? applied.map(({ name }) => [name, 1]) : []),
    groups: isExpected ? [] : [{ cause: causeOf(comparison), count: 1, example }],
    strays: [],
  };
}

function statusOf({ answer }: ProxyObservation): string {
  if (!answer) return 'none, as it is not the proxy’s,';
  return answer.status === 0 ? 'nothing' : `${String(answer.status).slice(0, 1)}xx`;
}

/** What an unexplained difference is about, in a line: alike for what has one cause, as a rule. */
function causeOf({ scenario, expected, ours, applied }: ProxyComparison): string {
  const places = Object.keys(placesOf(expected, ours)).slice(0, MOST_SHOWN).join(', ');
  const names = applied.map(({ name }) => ` [${name}]`).join('');
  return `${scenario.oracle}, ${scenario.platform}: ${places}${names}`;
}
