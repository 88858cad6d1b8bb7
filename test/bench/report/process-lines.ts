import { PEER_NAMES } from '../apps/peer.js';
import type { InProcessResult } from '../in-process/in-process.js';
import { scenarioOf } from '../servers/scenarios.js';
import type { ImportResult } from '../startup/imports.js';
import type { StartupResult } from '../startup/startup.js';
import { markdownTable } from './markdown-table.js';

/** What requests cost without a server; CPU and bytes are what comes on top of making the request. */
export function inProcessLines(results: readonly InProcessResult[]): string[] {
  const head = ['in process', 'operations/s', 'added CPU (µs)', 'added bytes'];
  const find = (scenario: string, peer: string) =>
    results.find((one) => one.scenario === scenario && one.peer === peer);
  const names = [...new Set(results.map(({ scenario }) => scenario))];
  const rows = names.flatMap((scenario) =>
    PEER_NAMES.flatMap((peer) => {
      const [bare, one] = [find(scenario, 'bare'), find(scenario, peer)];
      if (!bare || !one || peer === 'bare') return [];
      return [
        [
          `${scenarioOf(scenario).title}: ${peer}`,
          Math.round(one.operationsPerSecond).toLocaleString('en'),
          (one.cpuInUs - bare.cpuInUs).toFixed(1),
          Math.round(one.bytes - bare.bytes).toLocaleString('en'),
        ],
      ];
    }),
  );
  return markdownTable(head, rows);
}

/** What applications need at their start. */
export function startupLines(results: readonly StartupResult[], imports?: ImportResult): string[] {
  const mib = (bytes: number | undefined) =>
    bytes === undefined || Number.isNaN(bytes) ? '' : (bytes / 2 ** 20).toFixed(1);
  const head = [
    'application',
    'listens after (ms)',
    'RSS (MiB)',
    'heap (MiB)',
    'RSS after 20,000 requests',
    'heap after them',
  ];
  const rows = results.map((one) => [
    one.peer,
    one.milliseconds.toFixed(0),
    mib(one.rss),
    mib(one.heapUsed),
    mib(one.rssAfter),
    mib(one.heapUsedAfter),
  ]);
  const table = markdownTable(head, rows);
  if (!imports) return table;
  const { ours, vendor, oursOverVendors } = imports;
  return [
    ...table,
    '',
    `Importing the package after Nest takes ${ours.toFixed(0)} ms, @clerk/express and ` +
      `@clerk/backend ${vendor.toFixed(0)} ms: ${oursOverVendors.toFixed(2)} of it.`,
  ];
}
