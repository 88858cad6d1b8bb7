import { beforeEach, describe, expect, it } from '@jest/globals';
import { InMemoryDeliveryStore } from 'clerk-nestjs/webhooks';

const HOUR_IN_MS = 3_600_000;

let now: number;
let store: InMemoryDeliveryStore;

const run = (deliveryId: string, runId = 'run_1', handler = 'Hooks.created') => ({
  deliveryId,
  handler,
  runId,
});

beforeEach(() => {
  now = 1_000_000;
  store = new InMemoryDeliveryStore({ maxRuns: 3, now: () => now });
});

describe('The store in memory', () => {
  it('gives a handler of a delivery to one run only', () => {
    expect(store.claim(run('a'), 100)).toBe('claimed');
    expect(store.claim(run('a', 'run_2'), 100)).toBe('running');
    store.complete(run('a'));
    expect(store.claim(run('a', 'run_3'), 100)).toBe('done');
  });

  it('keeps handlers and deliveries apart, whatever their names hold', () => {
    store.claim(run('a', 'run_1', 'b"],["c'), 100);
    expect(store.claim(run('a', 'run_2', 'b'), 100)).toBe('claimed');
    expect(store.claim(run('a"],["b', 'run_3', 'c'), 100)).toBe('claimed');
  });

  it('gives a failed one away again at once', () => {
    store.claim(run('a'), 100);
    store.fail(run('a'));
    expect(store.claim(run('a', 'run_2'), 100)).toBe('claimed');
  });

  it('gives one away whose lease is over, and not a moment earlier', () => {
    store.claim(run('a'), 100);
    now += 99;
    expect(store.claim(run('a', 'run_2'), 100)).toBe('running');
    now += 1;
    expect(store.claim(run('a', 'run_2'), 100)).toBe('claimed');
  });

  it('lets a run that came back from the dead not take back the claim of a later one', () => {
    store.claim(run('a'), 100);
    now += 100;
    store.claim(run('a', 'run_2'), 100);
    store.fail(run('a'));
    expect(store.claim(run('a', 'run_3'), 100)).toBe('running');
  });

  it('lets a run that fails late not undo what another has done', () => {
    store.claim(run('a'), 100);
    store.complete(run('a', 'run_2'));
    store.fail(run('a'));
    expect(store.claim(run('a', 'run_3'), 100)).toBe('done');
  });

  it('remembers for longer than Clerk tries', () => {
    store.claim(run('a'), 100);
    store.complete(run('a'));
    now += 47 * HOUR_IN_MS;
    expect(store.claim(run('a', 'run_2'), 100)).toBe('done');
    now += HOUR_IN_MS;
    expect(store.claim(run('a', 'run_2'), 100)).toBe('claimed');
  });

  it('forgets the oldest when it is full, and grows no further', () => {
    for (const id of ['a', 'b', 'c']) {
      store.claim(run(id), 100);
      store.complete(run(id));
    }
    store.claim(run('d'), 100);
    expect(['b', 'c'].map((id) => store.claim(run(id, 'run_2'), 100))).toEqual(['done', 'done']);
    expect(store.claim(run('a', 'run_2'), 100)).toBe('claimed');
  });
});
