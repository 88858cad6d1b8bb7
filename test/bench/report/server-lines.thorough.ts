import { describe, expect, it } from '@jest/globals';
import { chartOf } from './chart.js';
import { markdownTable } from './markdown-table.js';
import { sample } from './samples.js';
import { idleLines, ratioLines, targetLines } from './server-lines.js';

const RESULTS = [
  {
    scenario: 'bearer-repeated',
    samples: [
      sample(0, 'bare', 1000, 100),
      sample(0, 'ideal', 970, 103),
      sample(0, 'ours', 800, 120),
      sample(0, 'vendor', 200, 500),
    ],
  },
];

describe('The report', () => {
  it('says of each target whether it is met, and by how much it is missed', () => {
    expect(targetLines(RESULTS)).toEqual([
      'bearer, one token, share of bare Nest (at least): 0.80, target 0.87: short by 0.07',
      'bearer, one token, share of the ideal map (at least): 0.82, target 0.97: short by 0.15',
      'bearer, one token, share of the CPU that the vendor adds (at most): 0.05, target 0.05: ok',
    ]);
  });

  it('says of a target that it was not measured where somebody is missing', () => {
    const [bearer] = RESULTS;
    const samples = bearer?.samples.filter(({ peer }) => peer !== 'ideal') ?? [];
    expect(targetLines([{ scenario: 'bearer-repeated', samples }])[1]).toBe(
      'bearer, one token, share of the ideal map (at least): not measured',
    );
  });

  it('has a row for each scenario, with the vendor beside us', () => {
    const [, , row] = ratioLines(RESULTS);
    expect(row).toContain('**0.80** (0.80–0.80) short by 0.07');
    expect(row).toContain('**0.20** (0.20–0.20)');
    expect(row).toContain('**0.05** (0.05–0.05) ✓');
  });

  it('warns where the server was not what limited the throughput', () => {
    expect(idleLines(RESULTS)).toEqual([]);
    const slow = { ...sample(0, 'bare', 1, 1), serverBusy: 0.5 };
    expect(idleLines([{ scenario: 'garbage', samples: [slow] }])[0]).toMatch(/^In 1 of 1 /);
  });
});

it('The chart draws a bar for each of the compared, as long as its share', () => {
  const chart = chartOf(RESULTS);
  const bars = [...chart.matchAll(/<rect class="(\w+)"[^>]* y="(?!34")\d+" width="([\d.]+)"/g)];
  const widths = Object.fromEntries(bars.map(([, peer, width]) => [peer, Number(width)]));
  expect(Object.keys(widths)).toEqual(['ours', 'ideal', 'vendor']);
  expect(Number(widths.ours) / Number(widths.vendor)).toBeCloseTo(4, 1);
});

it('The chart has room for who has more than all of it', () => {
  const samples = [sample(0, 'bare', 100, 1), sample(0, 'ours', 250, 1)];
  const chart = chartOf([{ scenario: 'garbage', samples }]);
  const [, width] = /<rect class="ours" x="230" y="64" width="([\d.]+)"/.exec(chart) ?? [];
  expect(Number(width)).toBe(470);
  expect(chart).toContain('>2.5</text>');
});

it('A Markdown table is padded, so that it can be read as text too', () => {
  expect(markdownTable(['', 'µs'], [['bearer', '1234']])).toEqual([
    '|        |   µs |',
    '| ------ | ---: |',
    '| bearer | 1234 |',
  ]);
});
