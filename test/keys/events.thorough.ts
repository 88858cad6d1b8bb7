import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KEY_EVENTS_CHANNEL } from 'clerk-nestjs';
import { HOUR, MINUTE, SECOND } from './moved-clock.js';
import { sourceForTests } from './open-source.js';

const under = sourceForTests();

let published: unknown[];
const note = (event: unknown) => void published.push(event);
beforeEach(() => {
  published = [];
  subscribe(KEY_EVENTS_CHANNEL, note);
});
afterEach(() => void unsubscribe(KEY_EVENTS_CHANNEL, note));

const CAUSE = "The keys could not be loaded from Clerk's Backend API: it answered 500.";

describe('while keys past their lifetime serve', () => {
  it('each attempt that fails is told: how old they are, how long they stay, and why', async () => {
    const test = under();
    await test.warmUp({ jwksStaleTtlInMs: HOUR });
    await test.fails('500', 6 * MINUTE);
    const stale = { kind: 'stale', cause: CAUSE };
    const told = { ...stale, ageInMs: 6 * MINUTE, staysForInMs: 54 * MINUTE };
    expect(test.events).toEqual([told]);
    test.clock.move(30 * MINUTE);
    await test.find('made-up');
    expect(test.events[1]).toEqual({
      ...stale,
      ageInMs: 36 * MINUTE,
      staysForInMs: 24 * MINUTE,
    });
    expect(published).toEqual(test.events);
  });

  it('nothing is told as long as that is within their lifetime', async () => {
    const test = under();
    await test.warmUp();
    await test.fails('500', 5 * MINUTE - 1);
    expect(test.events).toEqual([]);
  });
});

describe('when no keys serve', () => {
  it('that is told, with the age of those that were good', async () => {
    const test = under();
    await test.warmUp();
    test.server.fault = '500';
    test.clock.move(25 * HOUR);
    await test.find();
    expect(test.events).toEqual([{ kind: 'exhausted', ageInMs: 25 * HOUR, cause: CAUSE }]);
  });

  it('because there never were any, that is told too', async () => {
    const test = under();
    test.server.fault = '500';
    await test.find();
    expect(test.events).toEqual([{ kind: 'exhausted', ageInMs: undefined, cause: CAUSE }]);
  });
});

describe('after the outage', () => {
  it('the first answer of the key server ends the warning, once', async () => {
    const test = under();
    await test.warmUp();
    await test.fails('500', 6 * MINUTE);
    test.server.fault = 'nothing';
    test.clock.move(10 * MINUTE);
    expect(test.findAtOnce()).toBe('found');
    await test.refreshed();
    expect(test.events.map(({ kind }) => kind)).toEqual(['stale', 'refreshed']);
    expect(test.events[1]).toEqual({ kind: 'refreshed', afterInMs: 10 * MINUTE });
    expect(test.source.health()).toMatchObject({ status: 'up', staleForInMs: 0 });
    expect(test.source.health().lastFailure).toBeUndefined();
    test.clock.move(4 * MINUTE);
    test.findAtOnce();
    await test.refreshed();
    expect(test.events).toHaveLength(2);
  });
});

describe('what is told', () => {
  it.each(['500', '401', 'hang up', 'flood', 'no keys'] as const)(
    'holds no secret key: %s',
    async (fault) => {
      const test = under();
      await test.warmUp();
      await test.fails(fault, 6 * MINUTE);
      test.clock.move(30 * HOUR);
      await test.find();
      test.clock.move(SECOND);
      const told = JSON.stringify([test.events, published, test.source.health()]);
      expect(told).toContain("Clerk's Backend API");
      expect(told).not.toContain('sk_test');
    },
  );
});
