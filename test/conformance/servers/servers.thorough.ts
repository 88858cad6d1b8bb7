import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { NOW } from '../generate/world.js';
import { NOTHING, type Summary } from '../run/summary.js';
import { verdictOn } from '../run/verdict-on.js';
import { runGroups } from './run/run-groups.js';
import { SERVER_SUITE } from './run/server-suite.js';

// The same bytes to a Nest application with our module and to Express with the vendor's middleware.
// Any number more of them: node test/conformance/servers/run.mjs --count 2000 --seed 1

const SEED = 20_261_121;
const COUNT = 150;

let summary: Summary = NOTHING;
beforeAll(async () => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  // The vendor tells the console about every odd request.
  for (const method of ['log', 'warn', 'error'] as const) {
    jest.spyOn(console, method).mockImplementation(() => undefined);
  }
  summary = await runGroups({ seed: SEED, first: 0, count: COUNT });
}, 60_000);
afterAll(() => {
  jest.restoreAllMocks();
});

describe('whole servers compared with the vendor’s', () => {
  test('every request gets the same answer, but for the differences that are listed', () => {
    expect(verdictOn(SERVER_SUITE, summary)).toEqual([]);
  });

  test('as many requests were compared as were meant to be', () => {
    expect(summary.scenarios).toBe(COUNT);
  });

  test('handlers saw somebody signed in, and browsers were sent to Clerk', () => {
    expect(summary.verdicts).toMatchObject({ 200: expect.any(Number) });
    expect(Object.keys(summary.verdicts).some((verdict) => verdict.startsWith('307'))).toBe(true);
  });
});
