import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { JwksKeySource } from '../../src/engine/keys/jwks-key-source.js';
import { HOUR, MINUTE, MovedClock, SECOND } from './moved-clock.js';
import { first, second, sourceForTests, until } from './open-source.js';

describe('fetching keys', () => {
  const under = sourceForTests();

  describe('a cold start', () => {
    it('with 1,000 concurrent requests makes 1 key fetch', async () => {
      const test = under();
      const asked = Array.from({ length: 1_000 }, () => test.find());
      expect(new Set(await Promise.all(asked))).toEqual(new Set(['found']));
      expect(test.server.fetches).toBe(1);
    });

    it('with 1,000 concurrent requests and a key server that fails makes 1 key fetch', async () => {
      const test = under();
      test.server.fault = '500';
      const asked = Array.from({ length: 1_000 }, () => test.find());
      expect(new Set(await Promise.all(asked))).toEqual(new Set(['jwk-remote-failed-to-load']));
      expect(test.server.fetches).toBe(1);
    });
  });

  describe('keys older than four fifths of their lifetime', () => {
    it('are refreshed in the background, by one fetch, while they answer at once', async () => {
      const test = under();
      await test.warmUp();
      test.clock.move(4 * MINUTE - 1);
      expect(test.findAtOnce()).toBe('found');
      expect(test.server.fetches).toBe(1);
      test.clock.move(1);
      test.server.delayInMs = 30;
      for (let count = 0; count < 1_000; count += 1) expect(test.findAtOnce()).toBe('found');
      await test.refreshed();
      expect(test.server.fetches).toBe(2);
    });

    it('are as good as new when the refresh succeeds: the next one is four minutes later', async () => {
      const test = under();
      await test.warmUp();
      for (let round = 2; round <= 5; round += 1) {
        test.clock.move(4 * MINUTE - 1);
        expect(test.findAtOnce()).toBe('found');
        await setTimeout(5);
        expect(test.server.fetches).toBe(round - 1);
        test.clock.move(1);
        expect(test.findAtOnce()).toBe('found');
        await test.refreshed();
        expect(test.server.fetches).toBe(round);
      }
    });

    it('that nobody asked for in hours answer at once, and are refreshed', async () => {
      const test = under();
      await test.warmUp();
      test.clock.move(10 * HOUR);
      expect(test.findAtOnce()).toBe('found');
      await test.refreshed();
      expect(test.events).toEqual([]);
    });
  });

  describe('a refresh in the background that fails', () => {
    it('by a rejection is no unhandled one, and costs nobody the keys', async () => {
      const { clock, server } = under();
      await under().warmUp();
      const good = await under().source.find(first.kid);
      if (!good.found) throw new Error('the key server publishes the key');
      const keys = new Map([[first.kid, good.key]]);
      let calls = 0;
      const source = new JwksKeySource({
        clock: () => Date.now(),
        fetchKeys: async () => {
          calls += 1;
          if (calls > 1) throw new Error('rejected');
          return { fetched: true, keys };
        },
        report: () => {
          throw new Error('a listener that throws');
        },
      });
      const unhandled: unknown[] = [];
      const note = (reason: unknown) => void unhandled.push(reason);
      process.on('unhandledRejection', note);
      await source.find(first.kid);
      clock.move(HOUR);
      expect(source.find(first.kid)).toMatchObject({ found: true });
      await until(() => source.health().lastFailure !== undefined);
      await setTimeout(5);
      process.off('unhandledRejection', note);
      expect(unhandled).toEqual([]);
      expect(source.find(first.kid)).toMatchObject({ found: true });
      expect([calls, server.fetches]).toEqual([2, 1]);
    });

    it('is tried again after 1, 2, 4 and then 5 seconds, whatever comes in between', async () => {
      const test = under();
      await test.warmUp();
      await test.fails('500', HOUR);
      for (const pause of [1, 2, 4, 5, 5, 5]) {
        const { fetches } = test.server;
        test.clock.move(pause * SECOND - 1);
        for (let count = 0; count < 10; count += 1) expect(test.findAtOnce()).toBe('found');
        await setTimeout(5);
        expect(test.server.fetches).toBe(fetches);
        test.clock.move(1);
        expect(test.findAtOnce()).toBe('found');
        await until(() => test.server.fetches > fetches);
        // Waits for the same fetch, and so tells when it has ended.
        expect(await test.find('made-up')).toBe('jwk-remote-failed-to-load');
        expect(test.server.fetches).toBe(fetches + 1);
      }
    });

    it('after another that succeeded is tried again after a second, as the first one ever', async () => {
      const test = under();
      await test.warmUp();
      for (let outage = 0; outage < 5; outage += 1) {
        await test.fails('500', 5 * MINUTE);
        test.server.fault = 'nothing';
        test.clock.move(SECOND);
        expect(test.findAtOnce()).toBe('found');
        await test.refreshed();
      }
    });
  });

  describe('the clock', () => {
    it('is looked up each time, so that a test of an application can move it later', async () => {
      const test = under();
      test.clock.restore();
      await test.warmUp({});
      const clock = new MovedClock();
      clock.move(HOUR);
      expect(test.source.health().ageInMs).toBeGreaterThanOrEqual(HOUR);
      clock.restore();
    });
  });

  describe('a lookup that finds', () => {
    it('answers with one and the same object, made once', async () => {
      const { source } = under();
      await under().warmUp();
      expect(source.find(first.kid)).toBe(source.find(first.kid));
    });
  });
});

describe('unknown keys', () => {
  const under = sourceForTests();

  describe('10,000 tokens of unknown key ids', () => {
    it('cause at most one fetch per cool-down', async () => {
      const test = under();
      await test.warmUp();
      for (let round = 2; round <= 4; round += 1) {
        test.clock.move(5 * SECOND);
        const made = Array.from({ length: 10_000 }, (_, count) => test.find(`made-up-${count}`));
        expect(new Set(await Promise.all(made))).toEqual(new Set(['jwk-kid-mismatch']));
        for (let count = 0; count < 10; count += 1) {
          test.clock.move(SECOND / 2 - 1);
          expect(test.findAtOnce(`later-${count}`)).toBe('jwk-kid-mismatch');
        }
        expect(test.server.fetches).toBe(round);
      }
    });

    it('cause at most one fetch per cool-down while the key server fails, too', async () => {
      const test = under();
      await test.warmUp();
      test.server.fault = '500';
      for (let round = 2; round <= 4; round += 1) {
        test.clock.move(5 * SECOND);
        const made = Array.from({ length: 10_000 }, (_, count) => test.find(`made-up-${count}`));
        expect(new Set(await Promise.all(made))).toEqual(new Set(['jwk-remote-failed-to-load']));
        test.clock.move(5 * SECOND - 1);
        expect(test.findAtOnce('later')).toBe('jwk-remote-failed-to-load');
        expect(test.server.fetches).toBe(round);
        test.clock.move(1 - 5 * SECOND);
      }
    });

    it('make no request wait whose key is known', async () => {
      const test = under();
      await test.warmUp();
      test.server.fault = 'hang';
      test.clock.move(5 * SECOND);
      for (let count = 0; count < 10_000; count += 1) void test.source.find(`made-up-${count}`);
      for (let count = 0; count < 100; count += 1) expect(test.findAtOnce()).toBe('found');
      await until(() => test.server.fetches > 1);
      expect(test.server.fetches).toBe(2);
    });
  });

  describe('a flood of unknown key ids', () => {
    it("can't postpone the refresh", async () => {
      const test = under();
      await test.warmUp();
      test.server.publish(second);
      for (let seconds = 0; seconds < 5 * 60; seconds += 1) {
        test.clock.move(SECOND);
        await test.find('made-up');
      }
      // What the flood itself fetches is the refresh.
      expect(test.findAtOnce()).toBe('jwk-kid-mismatch');
      expect(test.findAtOnce(second.kid)).toBe('found');
    });

    it("can't postpone the refresh while the key server fails, for longer than a cool-down", async () => {
      const test = under();
      await test.warmUp();
      test.server.fault = '500';
      for (let count = 0; count < 60; count += 1) {
        test.clock.move(5 * SECOND);
        await test.find('made-up');
      }
      test.server.fault = 'nothing';
      test.clock.move(4 * SECOND);
      expect(test.findAtOnce('made-up')).toBe('jwk-remote-failed-to-load');
      test.clock.move(SECOND);
      expect(test.findAtOnce()).toBe('found');
      await test.refreshed();
      expect(test.source.health()).toMatchObject({ status: 'up', ageInMs: 0 });
    });

    it('does not keep an outage from ending where there are no keys', async () => {
      const test = under();
      test.server.fault = '500';
      for (let tenths = 0; tenths < 50; tenths += 1) {
        test.clock.move(SECOND / 10);
        await test.find('made-up');
      }
      test.server.fault = 'nothing';
      test.clock.move(SECOND);
      expect(await test.find('made-up')).toBe('jwk-kid-mismatch');
      expect(test.findAtOnce(first.kid)).toBe('found');
    });
  });

  describe('a really new key', () => {
    it('is accepted at once where nobody has asked in the last five seconds', async () => {
      const test = under();
      await test.warmUp();
      test.server.publish(first, second);
      test.clock.move(5 * SECOND);
      expect(await test.find(second.kid)).toBe('found');
      expect(test.findAtOnce(second.kid)).toBe('found');
    });

    it('is accepted within seconds in a flood of unknown key ids', async () => {
      const test = under();
      await test.warmUp();
      test.clock.move(5 * SECOND);
      await test.find('made-up');
      test.server.publish(first, second);
      const verdicts: string[] = [];
      for (let seconds = 0; seconds < 6; seconds += 1) {
        for (let count = 0; count < 100; count += 1) void test.source.find(`made-up-${count}`);
        verdicts.push(await test.find(second.kid));
        test.clock.move(SECOND);
      }
      expect(verdicts).toEqual([...Array<string>(5).fill('jwk-kid-mismatch'), 'found']);
      expect(test.server.fetches).toBe(3);
    });

    it('is accepted by a refresh that is under way, also within the cool-down', async () => {
      const test = under();
      await test.warmUp();
      await test.fails('500', 5 * MINUTE);
      test.server.fault = 'nothing';
      test.server.publish(second);
      test.clock.move(SECOND);
      expect(test.findAtOnce(first.kid)).toBe('found');
      expect(await test.find(second.kid)).toBe('found');
      expect(test.server.fetches).toBe(3);
    });

    it('is accepted within five seconds of the end of an outage', async () => {
      const test = under();
      await test.warmUp();
      await test.fails('500', 20 * MINUTE);
      for (let minutes = 0; minutes < 20; minutes += 1) {
        test.clock.move(MINUTE);
        expect(await test.find(second.kid)).toBe('jwk-remote-failed-to-load');
      }
      test.server.fault = 'nothing';
      test.server.publish(second);
      test.clock.move(5 * SECOND);
      expect(await test.find(second.kid)).toBe('found');
    });
  });

  describe('while Clerk can’t be asked', () => {
    it('an unknown key id is unavailable, as nobody knows whether it is made up or new', async () => {
      const test = under();
      await test.warmUp();
      await test.fails('500', 5 * MINUTE);
      const lookup = await test.source.find('made-up-or-new');
      expect(lookup).toMatchObject({ found: false, failure: { unavailable: { cause: 500 } } });
    });

    it.each([undefined, null, 7, {}, ['x'], '__proto__', 'constructor', ''])(
      'a key id of %j finds no key',
      async (keyId) => {
        const test = under();
        await test.warmUp();
        expect(test.source.find(keyId)).toMatchObject({ found: false });
      },
    );
  });
});
