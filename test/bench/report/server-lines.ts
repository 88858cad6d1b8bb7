import { scenarioOf } from '../servers/scenarios.js';
import { markdownTable } from './markdown-table.js';
import { addedCpuOf, figureOf, type Ratios, ratiosOf, shareByCpuOf } from './ratios.js';
import type { Sample, ScenarioResult } from './sample.js';
import type { Spread } from './statistics.js';
import { shortOf, type Targets } from './targets.js';
import { PEER_NAMES, type PeerName } from '../apps/peer.js';

/** Below this the server was not what limited its throughput. */
const BUSY = 0.95;
const TITLES: Readonly<Record<PeerName, string>> = {
  bare: 'bare Nest',
  ideal: 'ideal map',
  naive: 'naive jose',
  ours: 'clerk-nestjs',
  vendor: '@clerk/express',
};

/** Ours beside the others, with the targets: the table of the README. */
export function ratioLines(results: readonly ScenarioResult[]): string[] {
  const head = [
    '',
    'share of bare Nest',
    'the vendor’s',
    'share of the ideal map',
    'added CPU (µs)',
    'the vendor’s',
    'share of the vendor’s',
  ];
  const rows = results.map(({ scenario, samples }) => {
    const { title, targets = {} } = scenarioOf(scenario);
    const ours = ratiosOf(samples, 'ours');
    return [
      title,
      cell('ofBare', ours, targets),
      share(ratiosOf(samples, 'vendor').ofBare),
      cell('ofIdeal', ours, targets),
      micros(addedCpuOf(samples, 'ours')),
      micros(addedCpuOf(samples, 'vendor')),
      cell('ofVendorsCpu', ours, targets),
    ];
  });
  return markdownTable(head, rows);
}

/** Every figure of every one of the compared: medians over the rounds. */
export function detailLines(results: readonly ScenarioResult[]): string[] {
  const head = [
    '',
    'requests/s',
    'CPU (µs)',
    'share of bare Nest by CPU',
    'p50 (ms)',
    'p99 (ms)',
    'server busy',
    'load busy',
  ];
  const rows = results.flatMap(({ scenario, samples }) =>
    PEER_NAMES.filter((peer) => samples.some((sample) => sample.peer === peer)).map((peer) => {
      const median = (figure: (sample: Sample) => number, digits: number) =>
        figureOf(samples, peer, figure)?.median.toFixed(digits) ?? '';
      return [
        `${scenarioOf(scenario).title}: ${TITLES[peer]}`,
        median((one) => one.requestsPerSecond, 0),
        median((one) => one.cpuPerRequestInUs, 1),
        shareByCpuOf(samples, peer)?.median.toFixed(2) ?? '',
        median((one) => one.p50InMs, 0),
        median((one) => one.p99InMs, 0),
        median((one) => one.serverBusy, 2),
        median((one) => one.loadBusy, 2),
      ];
    }),
  );
  return markdownTable(head, rows);
}

/** Which measurements say little about throughput, as something else limited it. */
export function idleLines(results: readonly ScenarioResult[]): string[] {
  const samples = results.flatMap((result) => result.samples);
  const idle = samples.filter(({ serverBusy }) => serverBusy < BUSY).length;
  if (idle === 0) return [];
  return [
    `In ${idle} of ${samples.length} measurements the server's core was busy with it for less than ` +
      `${BUSY * 100} % of the time: other programs were running. Trust the CPU more than the throughput.`,
  ];
}

/** Every target, and by how much it is missed where it is. */
export function targetLines(results: readonly ScenarioResult[]): string[] {
  return results.flatMap(({ scenario, samples }) => {
    const { title, targets = {} } = scenarioOf(scenario);
    const ratios = ratiosOf(samples, 'ours');
    return targetNames(targets).map((name) => {
      const spread = ratios[name];
      const target = targets[name];
      if (!spread || target === undefined) return `${title}, ${MEANINGS[name]}: not measured`;
      const short = shortOf(name, spread.median, target);
      const verdict = short === 0 ? 'ok' : `short by ${short.toFixed(2)}`;
      return `${title}, ${MEANINGS[name]}: ${spread.median.toFixed(2)}, target ${target.toFixed(2)}: ${verdict}`;
    });
  });
}

const MEANINGS: Readonly<Record<keyof Targets, string>> = {
  ofBare: 'share of bare Nest (at least)',
  ofIdeal: 'share of the ideal map (at least)',
  ofVendorsCpu: 'share of the CPU that the vendor adds (at most)',
};

function targetNames(targets: Targets): (keyof Targets)[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of targets
  return Object.keys(targets) as (keyof Targets)[];
}

function cell(name: keyof Targets, ratios: Ratios, targets: Targets): string {
  const spread = ratios[name];
  if (!spread) return '';
  const target = targets[name];
  if (target === undefined) return share(spread);
  const short = shortOf(name, spread.median, target);
  return `${share(spread)} ${short === 0 ? '✓' : `short by ${short.toFixed(2)}`}`;
}

function share(spread: Spread | undefined): string {
  if (!spread) return '';
  const [median, min, max] = [spread.median, spread.min, spread.max].map((one) => one.toFixed(2));
  return `**${median}** (${min}–${max})`;
}

const micros = (spread: Spread | undefined) => (spread ? spread.median.toFixed(0) : '');
