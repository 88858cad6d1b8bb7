import { describe, expect, test } from '@jest/globals';
import { parseJwks } from '../../src/engine/keys/jwks.js';
import { JwksKeySource } from '../../src/engine/keys/jwks-key-source.js';
import type { JwksAnswer } from '../../src/engine/keys/fetch-jwks.js';
import { local } from './support/engine.js';

const failure = { reason: 'jwk-remote-failed-to-load', message: 'Down.' } as const;
const keys = parseJwks(local.jwks) ?? new Map();

/** A Backend API with a clock, and keys that are kept for so long. */
class Backend {
  now = 1_000_000;
  fetches = 0;
  answer: JwksAnswer = { fetched: true, keys };
  readonly #source: JwksKeySource;

  constructor(lifetimeInMs: number | undefined, staleTtlInMs?: number) {
    this.#source = new JwksKeySource({
      clock: () => this.now,
      lifetimeInMs,
      staleTtlInMs,
      fetchKeys: () => {
        this.fetches += 1;
        return Promise.resolve(this.answer);
      },
    });
  }

  async find(keyId: string = local.kid): Promise<string> {
    const lookup = await this.#source.find(keyId);
    return lookup.found ? 'found' : lookup.failure.reason;
  }
}

describe('fetched keys', () => {
  test.each<[lifetimeInMs: number | undefined, milliseconds: number]>([
    [undefined, 4 * 60_000],
    [60_000, 48_000],
    [1, 1],
    [86_400_000, 69_120_000],
  ])(
    'are fetched again, kept for %s, after %s milliseconds',
    async (lifetimeInMs, milliseconds) => {
      const backend = new Backend(lifetimeInMs);
      await backend.find();
      backend.now += milliseconds - 1;
      expect([await backend.find(), backend.fetches]).toEqual(['found', 1]);
      backend.now += 1;
      expect([await backend.find(), backend.fetches]).toEqual(['found', 2]);
    },
  );

  test.each<[lifetimeInMs: number, staleTtlInMs: number | undefined, milliseconds: number]>([
    [60_000, undefined, 86_400_000],
    [60_000, 600_000, 600_000],
    [60_000, 60_000, 60_000],
    [60_000, 0, 60_000],
    [60_000, 30_000, 60_000],
    [60_000, Number.NaN, 60_000],
    [172_800_000, undefined, 172_800_000],
  ])(
    'that can’t be fetched again serve, kept for %s and no staler than %s, for %s milliseconds',
    async (lifetimeInMs, staleTtlInMs, milliseconds) => {
      const backend = new Backend(lifetimeInMs, staleTtlInMs);
      await backend.find();
      backend.answer = { fetched: false, failure };
      backend.now += milliseconds - 1;
      expect(await backend.find()).toBe('found');
      backend.now += 1;
      expect(await backend.find()).toBe(failure.reason);
    },
  );

  test.each([0, -1, Number.NaN])(
    'are fetched each time where they are kept for %s, and serve nobody past that',
    async (lifetimeInMs) => {
      const backend = new Backend(lifetimeInMs, 86_400_000);
      await backend.find();
      expect([await backend.find(), backend.fetches]).toEqual(['found', 2]);
      backend.answer = { fetched: false, failure };
      expect([await backend.find(), backend.fetches]).toEqual([failure.reason, 3]);
    },
  );

  test('are fetched each time where they are not to be kept', async () => {
    const backend = new Backend(0);
    for (let at = 1; at <= 3; at++) {
      // oxlint-disable-next-line no-await-in-loop
      expect([await backend.find(), backend.fetches]).toEqual(['found', at]);
    }
    backend.answer = { fetched: false, failure };
    expect(await backend.find()).toBe(failure.reason);
    backend.answer = { fetched: true, keys };
    expect(await backend.find()).toBe('found');
  });

  test('are fetched once for all who wait, even where they are not to be kept', async () => {
    const backend = new Backend(0);
    await Promise.all(Array.from({ length: 100 }, () => backend.find()));
    expect(backend.fetches).toBe(1);
  });
});

describe('made-up key ids', () => {
  test.each<[lifetimeInMs: number, coolDown: number]>([
    [60_000, 5_000],
    [6_250, 5_000],
  ])(
    'cost a fetch in so many milliseconds, with keys kept for %s: %s',
    async (lifetime, coolDown) => {
      const backend = new Backend(lifetime);
      await backend.find();
      backend.now += coolDown - 1;
      expect([await backend.find('made-up'), backend.fetches]).toEqual(['jwk-kid-mismatch', 1]);
      backend.now += 1;
      expect([await backend.find('made-up'), backend.fetches]).toEqual(['jwk-kid-mismatch', 2]);
    },
  );

  test('cost one in a second after a failure, or less where keys are kept for less', async () => {
    for (const [lifetime, coolDown] of [
      [60_000, 1_000],
      [300, 300],
    ] as const) {
      const backend = new Backend(lifetime);
      backend.answer = { fetched: false, failure };
      // oxlint-disable-next-line no-await-in-loop
      await backend.find();
      backend.now += coolDown - 1;
      // oxlint-disable-next-line no-await-in-loop
      expect([await backend.find(), backend.fetches]).toEqual([failure.reason, 1]);
      backend.now += 1;
      // oxlint-disable-next-line no-await-in-loop
      expect([await backend.find(), backend.fetches]).toEqual([failure.reason, 2]);
    }
  });
});
