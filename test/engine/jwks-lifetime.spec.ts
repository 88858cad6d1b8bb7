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

  constructor(lifetimeInMs: number | undefined) {
    this.#source = new JwksKeySource({
      clock: () => this.now,
      lifetimeInMs,
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
    [undefined, 5 * 60_000],
    [60_000, 60_000],
    [1, 1],
    [86_400_000, 86_400_000],
  ])('are kept, told %s, for %s milliseconds', async (lifetimeInMs, milliseconds) => {
    const backend = new Backend(lifetimeInMs);
    await backend.find();
    backend.now += milliseconds - 1;
    expect([await backend.find(), backend.fetches]).toEqual(['found', 1]);
    backend.now += 1;
    expect([await backend.find(), backend.fetches]).toEqual(['found', 2]);
  });

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
    [2_000, 2_000],
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
