import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE, SECOND } from './moved-clock.js';
import { first, second, sourceForTests } from './open-source.js';

const under = sourceForTests();

describe('with the key server down for an hour', () => {
  it.each(['500', '401', 'hang', 'hang up', 'trickle', 'no keys'] as const)(
    'every known key is found at once, minute by minute: %s',
    async (fault) => {
      const test = under();
      await test.warmUp();
      test.server.fault = fault;
      for (let minutes = 0; minutes < 60; minutes += 1) {
        test.clock.move(MINUTE);
        expect(test.findAtOnce()).toBe('found');
        await setTimeout(1);
      }
      test.server.fault = 'nothing';
    },
  );
});

describe('keys that the key server no longer gives', () => {
  it.each(['500', '401', 'hang up', 'no keys', 'flood'] as const)(
    'answer at once for 24 hours, and not a millisecond longer: %s',
    async (fault) => {
      const test = under();
      await test.warmUp();
      await test.fails(fault, 5 * MINUTE);
      test.clock.move(24 * HOUR - 5 * MINUTE - 1);
      expect(test.findAtOnce()).toBe('found');
      test.clock.move(1);
      expect(await test.find()).toMatch(/^(jwk-remote-failed-to-load|secret-key-invalid)$/);
    },
  );

  it('older than jwksStaleTtlInMs are not served', async () => {
    const test = under();
    await test.warmUp({ jwksStaleTtlInMs: 10 * MINUTE });
    await test.fails('500', 5 * MINUTE);
    test.clock.move(5 * MINUTE - 1);
    expect(test.findAtOnce()).toBe('found');
    test.clock.move(1);
    expect(await test.find()).toBe('jwk-remote-failed-to-load');
    const lookup = await test.source.find(first.kid);
    expect(lookup).toMatchObject({ failure: { unavailable: { cause: 500 } } });
  });

  it('older than jwksStaleTtlInMs are not served either while a fetch is under way: requests wait', async () => {
    const test = under();
    await test.warmUp({ jwksStaleTtlInMs: 10 * MINUTE });
    test.server.publish(second);
    test.clock.move(10 * MINUTE);
    expect(test.findAtOnce()).toBe('waits');
    expect(await test.find()).toBe('jwk-kid-mismatch');
  });

  it('are not served past their lifetime with jwksStaleTtlInMs: 0', async () => {
    const test = under();
    await test.warmUp({ jwksStaleTtlInMs: 0 });
    await test.fails('500', 5 * MINUTE - 1);
    expect(test.findAtOnce()).toBe('found');
    test.clock.move(1);
    expect(await test.find()).toBe('jwk-remote-failed-to-load');
  });

  it.each([{ skipJwksCache: true }, { jwksCacheTtlInMs: 0 }])(
    'are not served at all with %j',
    async (options) => {
      const test = under();
      await test.warmUp({ jwksStaleTtlInMs: HOUR, ...options });
      expect(test.findAtOnce()).toBe('waits');
      expect(await test.find()).toBe('found');
      test.server.fault = '500';
      expect(await test.find()).toBe('jwk-remote-failed-to-load');
      test.server.fault = 'nothing';
      expect(await test.find()).toBe('found');
    },
  );
});

describe('with no keys at all', () => {
  it('the end of an outage is noticed after a second, however long it was', async () => {
    const test = under();
    test.server.fault = '500';
    for (let count = 0; count < 30; count += 1) {
      expect(await test.find()).toBe('jwk-remote-failed-to-load');
      test.clock.move(SECOND);
    }
    expect(await test.find()).toBe('jwk-remote-failed-to-load');
    test.server.fault = 'nothing';
    test.clock.move(SECOND - 1);
    expect(test.findAtOnce()).toBe('jwk-remote-failed-to-load');
    test.clock.move(1);
    expect(await test.find()).toBe('found');
    expect(test.server.fetches).toBe(32);
  });

  it('so it is where the last good ones are too old', async () => {
    const test = under();
    await test.warmUp();
    await test.fails('500', 5 * MINUTE);
    for (let count = 0; count < 10; count += 1) {
      test.clock.move(HOUR);
      await test.find('made-up');
    }
    test.clock.move(14 * HOUR);
    expect(await test.find()).toBe('jwk-remote-failed-to-load');
    test.server.fault = 'nothing';
    test.clock.move(SECOND);
    expect(await test.find()).toBe('found');
  });
});

describe('a clock that is set back', () => {
  it.each([1, HOUR, 23 * HOUR])(
    'by %d ms after the keys were fetched makes nobody wait, and them be fetched again',
    async (back) => {
      const test = under();
      await test.warmUp();
      test.clock.move(-back);
      test.server.publish(second);
      expect(test.findAtOnce()).toBe('found');
      await test.refreshed();
      expect(test.findAtOnce()).toBe('jwk-kid-mismatch');
    },
  );

  it('by more than keys may be old makes requests wait for others', async () => {
    const test = under();
    await test.warmUp();
    test.clock.move(-24 * HOUR);
    test.server.fault = '500';
    expect(await test.find()).toBe('jwk-remote-failed-to-load');
    test.server.fault = 'nothing';
    test.clock.move(SECOND);
    expect(await test.find()).toBe('found');
  });

  it('in an outage delays no attempt', async () => {
    const test = under();
    await test.warmUp();
    await test.fails('500', 5 * MINUTE);
    test.server.fault = 'nothing';
    test.clock.move(-3 * MINUTE);
    expect(test.findAtOnce()).toBe('found');
    expect(await test.find('made-up')).toBe('jwk-kid-mismatch');
    expect(test.server.fetches).toBe(3);
  });

  it('during a cool-down does not prolong it', async () => {
    const test = under();
    test.server.fault = '500';
    expect(await test.find()).toBe('jwk-remote-failed-to-load');
    test.server.fault = 'nothing';
    test.clock.move(-HOUR);
    expect(await test.find()).toBe('found');
  });
});
