import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../nest/support/platforms.js';
import { appForTests } from './key-app.js';
import type { Fault } from './key-server.js';
import { MINUTE } from './moved-clock.js';

const app = appForTests();

describe.each(PLATFORMS)('an application on %s', (platform) => {
  it('makes 1 key fetch on a cold start with 1,000 concurrent requests', async () => {
    const { server, log } = app();
    server.delayInMs = 2_000;
    await app().start(platform);
    const statuses = await Promise.all(Array.from({ length: 1_000 }, () => app().ask()));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect([server.fetches, log.lines]).toEqual([1, []]);
  });

  it.each<Fault>(['500', 'hang', 'hang up', 'trickle'])(
    'refuses no valid request with the key server down for an hour, and makes none wait: %s',
    async (fault) => {
      const { clock, server } = app();
      await app().start(platform);
      expect(await app().ask()).toBe(200);
      server.fault = fault;
      const slowest = { inMs: 0 };
      for (let minutes = 0; minutes < 60; minutes += 1) {
        clock.move(MINUTE);
        const before = performance.now();
        expect(await app().ask()).toBe(200);
        slowest.inMs = Math.max(slowest.inMs, performance.now() - before);
      }
      expect(slowest.inMs).toBeLessThan(4_500);
    },
  );
});
