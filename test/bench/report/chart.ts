import type { PeerName } from '../apps/peer.js';
import { scenarioOf } from '../servers/scenarios.js';
import { ratiosOf } from './ratios.js';
import type { ScenarioResult } from './sample.js';

const LABELS = {
  ideal: 'ideal map of verified tokens',
  naive: 'jose on each request',
  ours: 'clerk-nestjs',
  vendor: '@clerk/express',
};
/** Who is drawn, in the order of the bars. */
const ORDER = ['ours', 'ideal', 'naive', 'vendor'] as const;

const WIDTH = 760;
const LEFT = 230;
const RIGHT = 60;
const TOP = 64;
const BAR = 11;
const GAP = 16;

/** Both themes, by what the reader's system prefers; the background is the page's. */
const STYLE = `
    text { font: 12px system-ui, sans-serif; fill: #24292f; }
    .title { font-size: 14px; font-weight: 600; }
    .value { font-size: 10px; fill: #57606a; }
    .grid { stroke: #8c959f; stroke-opacity: .35; } .whole { stroke-opacity: 1; }
    .ours { fill: #0f766e; } .ideal { fill: #8c959f; } .naive { fill: #c2851b; } .vendor { fill: #7c5cff; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; } .value { fill: #9da7b3; }
      .ours { fill: #2dd4bf; } .ideal { fill: #6e7681; } .naive { fill: #e3b341; } .vendor { fill: #a371f7; }
    }`;

interface Bar {
  readonly peer: PeerName;
  readonly share: number;
}

/** A chart of the throughput that is left of a bare application's, for each scenario. */
export function chartOf(results: readonly ScenarioResult[]): string {
  const groups = results.map((result) => ({
    title: scenarioOf(result.scenario).title,
    bars: barsOf(result),
  }));
  // All of it is on the chart, or more where somebody has more.
  const most = Math.max(1.05, ...groups.flatMap(({ bars }) => bars.map(({ share }) => share)));
  const unit = (WIDTH - LEFT - RIGHT) / most;
  const parts: string[] = [];
  let y = TOP;
  for (const { title, bars } of groups) {
    if (bars.length === 0) continue;
    const middle = y + (bars.length * BAR) / 2 + 4;
    parts.push(text(LEFT - 10, middle, title, 'text-anchor="end"'));
    for (const bar of bars) {
      parts.push(drawBar(y, bar, unit));
      y += BAR;
    }
    y += GAP;
  }
  return svg(y, [...grid(y, most, unit), ...legend(), ...parts]);
}

function barsOf({ samples }: ScenarioResult): Bar[] {
  return ORDER.flatMap((peer) => {
    const share = ratiosOf(samples, peer).ofBare?.median;
    return share === undefined ? [] : [{ peer, share }];
  });
}

function drawBar(y: number, { peer, share }: Bar, unit: number): string {
  const width = (share * unit).toFixed(1);
  const bar = `<rect class="${peer}" x="${LEFT}" y="${y}" width="${width}" height="${BAR - 2}" rx="1.5"/>`;
  return bar + text(LEFT + Number(width) + 4, y + BAR - 3, share.toFixed(2), 'class="value"');
}

function grid(bottom: number, most: number, unit: number): string[] {
  const count = Math.floor(most / 0.25) + 1;
  return Array.from({ length: count }, (_none, number) => {
    const share = number * 0.25;
    const x = LEFT + share * unit;
    const kind = share === 1 ? 'grid whole' : 'grid';
    const line = `<line class="${kind}" x1="${x}" y1="${TOP - 6}" x2="${x}" y2="${bottom - GAP + 4}"/>`;
    return line + text(x, bottom + 4, String(share), 'class="value" text-anchor="middle"');
  });
}

function legend(): string[] {
  let x = 12;
  return ORDER.map((peer) => {
    const label = LABELS[peer];
    const entry = `<rect class="${peer}" x="${x}" y="34" width="10" height="10" rx="1.5"/>${text(x + 15, 43, label)}`;
    x += 32 + label.length * 6.6;
    return entry;
  });
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y}" ${attributes}>${escapeXml(content)}</text>`;
}

function escapeXml(content: string): string {
  return content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function svg(bottom: number, parts: readonly string[]): string {
  const height = bottom + 14;
  const title = 'Throughput, as a share of a bare Nest application’s';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}">`,
    `  <style>${STYLE}\n  </style>`,
    `  ${text(12, 20, title, 'class="title"')}`,
    ...parts.map((part) => `  ${part}`),
    '</svg>',
    '',
  ].join('\n');
}
