import { describe, expect, it } from '@jest/globals';
import { MINUTE, SECOND } from './moved-clock.js';
import { first, second, sourceForTests, until } from './open-source.js';

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
