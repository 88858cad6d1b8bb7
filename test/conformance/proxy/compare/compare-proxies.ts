import { isDeepStrictEqual } from 'node:util';
import { PROXY_DIFFERENCES } from '../differences/list.js';
import type { ProxyDifference } from '../differences/proxy-difference.js';
import type { ProxyScenario } from '../generate/proxy-scenario.js';
import type { ProxyServers } from '../serve/proxy-servers.js';
import type { RecordingUpstream } from '../serve/recording-upstream.js';
import { observe, type ProxyObservation } from './observe.js';

/** What came of one exchange. */
export interface ProxyComparison {
  readonly scenario: ProxyScenario;
  readonly theirs: ProxyObservation;
  readonly ours: ProxyObservation;
  /** What ours had to be; that of the vendor where no difference applies. */
  readonly expected: ProxyObservation;
  /** The differences that had a part in that. */
  readonly applied: readonly ProxyDifference[];
  readonly isExpected: boolean;
}

/** Asks both sides, one after the other, and compares ours with what it has to be. */
export async function compareProxies(
  upstream: RecordingUpstream,
  servers: ProxyServers,
  scenario: ProxyScenario,
): Promise<ProxyComparison> {
  const ours = await observe(upstream, servers.portsFor(scenario).ours, scenario);
  const differences = PROXY_DIFFERENCES.filter((difference) => difference.applies(scenario));
  const asked = differences.reduce((other, each) => each.asIf?.(other) ?? other, scenario);
  const theirs = await observe(upstream, servers.portsFor(asked).theirs, asked);
  const applied = differences.filter((difference) => 'asIf' in difference);
  let expected = theirs;
  for (const difference of differences) {
    const changed = difference.change?.(expected, scenario, upstream.host) ?? expected;
    const hasPart = !isDeepStrictEqual(changed, expected) && !applied.includes(difference);
    if (hasPart) applied.push(difference);
    expected = changed;
  }
  return {
    scenario,
    theirs,
    ours,
    expected,
    applied,
    isExpected: isDeepStrictEqual(ours, expected),
  };
}
