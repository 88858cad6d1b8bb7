import { describe, expect, it } from '@jest/globals';
import { addedCpuOf, ratiosOf } from './ratios.js';
import { sample } from './samples.js';

// The machine is half as fast in the second round, for everybody.
const SAMPLES = [
  sample(0, 'bare', 1000, 100),
  sample(0, 'ours', 900, 110),
  sample(0, 'vendor', 250, 500),
  sample(1, 'vendor', 125, 1000),
  sample(1, 'bare', 500, 200),
  sample(1, 'ours', 450, 220),
];

describe('The ratios', () => {
  it('are those of the same round, so that a machine that slows down changes none', () => {
    const { ofBare, ofVendorsCpu } = ratiosOf(SAMPLES, 'ours');
    expect(ofBare).toEqual({ median: 0.9, min: 0.9, max: 0.9 });
    expect(ofVendorsCpu).toEqual({ median: 0.025, min: 0.025, max: 0.025 });
  });

  it('are missing where somebody was not measured', () => {
    expect(ratiosOf(SAMPLES, 'ours').ofIdeal).toBeUndefined();
    expect(ratiosOf(SAMPLES, 'naive').ofBare).toBeUndefined();
  });

  it('count as added CPU what the bare application does not need', () => {
    expect(addedCpuOf(SAMPLES, 'ours')).toEqual({ median: 15, min: 10, max: 20 });
  });
});
