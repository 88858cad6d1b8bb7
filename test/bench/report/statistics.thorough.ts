import { describe, expect, it } from '@jest/globals';
import { medianOf, rotate, slopeOf, spreadOf } from './statistics.js';

describe('The median', () => {
  it.each([
    { numbers: [3], median: 3 },
    { numbers: [9, 1, 5], median: 5 },
    { numbers: [10, 1, 2, 3], median: 2.5 },
  ])('of $numbers is $median', ({ numbers, median }) => {
    expect(medianOf(numbers)).toBe(median);
  });

  it('comes with the least and the most, and there is none of nothing', () => {
    expect(spreadOf([2, 8, 3])).toEqual({ median: 3, min: 2, max: 8 });
    expect(spreadOf([])).toBeUndefined();
  });
});

describe('The slope', () => {
  it('is what each step adds, whatever it starts from', () => {
    const points = [1, 2, 5].map((x) => ({ x, y: 100 + 3 * x }));
    expect(slopeOf(points)).toBeCloseTo(3);
  });

  it('is zero where nothing grows', () => {
    expect(slopeOf([1, 2, 3].map((x) => ({ x, y: 7 })))).toBe(0);
  });
});

it('Rotating lets each be the first once', () => {
  const firsts = [0, 1, 2, 3].map((round) => rotate(['a', 'b', 'c'], round)[0]);
  expect(firsts).toEqual(['a', 'b', 'c', 'a']);
});
