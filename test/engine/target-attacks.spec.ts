import { describe, expect, test } from '@jest/globals';
import { RequestFacts } from '../../src/engine/facts/request-facts.js';
import { instanceOf, NOW } from './support/engine.js';
import { requestSource } from './support/request-source.js';

const LENGTH = 2_000_000;

function facts(target: string): RequestFacts {
  return new RequestFacts(requestSource({ target }), instanceOf('development'), NOW);
}

describe('a target made to keep the process busy', () => {
  // A pattern that looks back from each of these marks would take minutes; a pass takes no time.
  test.each(['?', '&', '=', '%', '?a'])('of nothing but %s is read in one pass', (mark) => {
    const target = `/open/${mark.repeat(LENGTH / mark.length)}`;
    const before = performance.now();
    expect(facts(target).query('__clerk_synced')).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

test.each([
  ['/a?__clerk_synced=true', 'true'],
  ['/a?x=1&__clerk%5Fsynced=true', 'true'],
  ['/a?%5F_clerk_synced=true', 'true'],
  ['/__clerk_synced=true', undefined],
  ['/a%20b', undefined],
  ['/a?b=c', undefined],
])('a parameter of Clerk’s is found in the query of %s: %s', (target, expected) => {
  expect(facts(target).query('__clerk_synced')).toBe(expected);
});
