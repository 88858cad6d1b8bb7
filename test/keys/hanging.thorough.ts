import { describe, expect, it } from '@jest/globals';
import { first, sourceForTests } from './open-source.js';
import { HOUR } from './moved-clock.js';

const under = sourceForTests();

describe.each(['hang', 'trickle'] as const)('with the key server hanging (%s)', (fault) => {
  it('no request waits over 5 seconds', async () => {
    const test = under();
    test.server.fault = fault;
    const waits = Array.from({ length: 100 }, async () => {
      const before = performance.now();
      expect(await test.find()).toBe('jwk-remote-failed-to-load');
      return performance.now() - before;
    });
    const waited = await Promise.all(waits);
    // What a busy machine adds is on top.
    expect(Math.max(...waited)).toBeLessThan(6_500);
    expect(test.server.fetches).toBe(1);
    expect(test.findAtOnce()).toBe('jwk-remote-failed-to-load');
  });

  it('a request with an unknown key id waits no longer either, and others don’t at all', async () => {
    const test = under();
    await test.warmUp();
    test.server.fault = fault;
    test.clock.move(HOUR);
    expect(test.findAtOnce()).toBe('found');
    const before = performance.now();
    const unknown = test.find('made-up');
    for (let count = 0; count < 1_000; count += 1) expect(test.findAtOnce()).toBe('found');
    expect(await unknown).toBe('jwk-remote-failed-to-load');
    expect(performance.now() - before).toBeLessThan(6_500);
    expect(test.findAtOnce(first.kid)).toBe('found');
    expect(test.findAtOnce('made-up-too')).toBe('jwk-remote-failed-to-load');
    const cause = expect.stringContaining('within 5 seconds');
    expect(test.events).toMatchObject([{ kind: 'stale', cause }]);
  });
});
