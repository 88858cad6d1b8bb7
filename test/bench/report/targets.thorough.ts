import { expect, it } from '@jest/globals';
import { shortOf } from './targets.js';

it.each([
  { name: 'ofBare', figure: 0.8, target: 0.87, short: 0.07 },
  { name: 'ofBare', figure: 0.95, target: 0.87, short: 0 },
  { name: 'ofIdeal', figure: 0.9, target: 0.97, short: 0.07 },
  { name: 'ofVendorsCpu', figure: 0.2, target: 0.05, short: 0.15 },
  { name: 'ofVendorsCpu', figure: 0.02, target: 0.05, short: 0 },
  // As it is printed: 0.87.
  { name: 'ofBare', figure: 0.866, target: 0.87, short: 0 },
] as const)('$figure of $name misses $target by $short', ({ name, figure, target, short }) => {
  expect(shortOf(name, figure, target)).toBe(short);
});
