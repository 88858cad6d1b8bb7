import type { GrowthResult } from '../growth/growth.js';
import { isFlat } from '../growth/memory.js';
import { markdownTable } from './markdown-table.js';

const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

/** Memory over many distinct tokens, and cost over many live ones; as Markdown. */
export function growthLines({ memory, costs }: GrowthResult): string[] {
  const [one] = costs;
  return [
    ...markdownTable(
      ['distinct tokens', 'heap (MiB)', 'RSS (MiB)'],
      memory.points.map((point) => [
        point.tokens.toLocaleString('en'),
        mib(point.heapUsed),
        mib(point.rss),
      ]),
    ),
    '',
    `The heap grows by ${memory.bytesPerToken.toFixed(2)} bytes a token: ${isFlat(memory) ? 'flat' : 'NOT FLAT'}.`,
    '',
    ...markdownTable(
      [
        'live tokens',
        'CPU of a request (µs)',
        'of one token',
        'ideal map (µs)',
        'of one token',
        'ours / ideal',
      ],
      costs.map(({ tokens, ours, ideal }) => [
        tokens.toLocaleString('en'),
        ours.toFixed(1),
        (ours / (one?.ours ?? ours)).toFixed(2),
        ideal.toFixed(1),
        (ideal / (one?.ideal ?? ideal)).toFixed(2),
        (ours / ideal).toFixed(2),
      ]),
    ),
  ];
}
