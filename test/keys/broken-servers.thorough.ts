import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { fetchJwks } from '../../src/engine/keys/fetch-jwks.js';
import { MINUTE } from './moved-clock.js';
import { first, sourceForTests, until } from './open-source.js';

const under = sourceForTests();
afterEach(() => void jest.restoreAllMocks());

/** The real signal, only sooner: five seconds of waiting would prove nothing more. */
function endSoon(): void {
  const soon = AbortSignal.timeout(100);
  jest.spyOn(AbortSignal, 'timeout').mockReturnValue(soon);
}

describe('a key server', () => {
  it.each(['hang', 'trickle'] as const)(
    'that does not come to an end is given up on in time: %s',
    async (fault) => {
      endSoon();
      const test = under();
      test.server.fault = fault;
      expect(await test.find()).toBe('jwk-remote-failed-to-load');
      const { lastFailure } = test.source.health();
      expect(lastFailure).toMatch(/it did not answer within 5 seconds\.$/);
    },
  );

  it('that is given up on is hung up on, so that no connection is left', async () => {
    endSoon();
    const test = under();
    test.server.fault = 'hang';
    await test.find();
    await until(() => test.server.abandoned === 1);
  });

  it.each(['hang', 'trickle'] as const)(
    'that does not come to an end makes nobody wait where there are keys: %s',
    async (fault) => {
      const test = under();
      await test.warmUp();
      test.server.fault = fault;
      test.clock.move(30 * MINUTE);
      for (let count = 0; count < 100; count += 1) expect(test.findAtOnce()).toBe('found');
      expect(test.findAtOnce('made-up')).toBe('waits');
      expect(test.findAtOnce()).toBe('found');
    },
  );

  it('that sends more than a key set has is cut off, and does not fill the memory', async () => {
    const test = under();
    test.server.fault = 'flood';
    const before = performance.now();
    expect(await test.find()).toBe('jwk-remote-failed-to-load');
    expect(performance.now() - before).toBeLessThan(4_500);
  });

  it('may send spaces and keys that nobody knows, up to 1 MiB', async () => {
    const body = JSON.stringify({ keys: [...Array<string>(1_000).fill('?'), ...first.jwks.keys] });
    const answer = (length: number) =>
      fetchJwks({
        secretKey: 'sk_test_x',
        apiUrl: 'https://api.example',
        apiVersion: 'v1',
        fetch: async () => new Response(body.padEnd(length)),
      });
    expect(await answer(1_048_576)).toMatchObject({ fetched: true });
    expect(await answer(1_048_577)).toMatchObject({ fetched: false });
  });

  it('that is asked by a fetch which ignores the signal is given up on in time', async () => {
    endSoon();
    const fetch = () => new Promise<never>(() => {});
    const access = { secretKey: 'sk_test_x', apiUrl: 'https://api.example', apiVersion: 'v1' };
    expect(await fetchJwks({ ...access, fetch })).toMatchObject({ fetched: false });
  });

  it('that refuses connections for a while is asked again afterwards', async () => {
    const test = under();
    await test.warmUp();
    await test.server.goDown();
    await test.fails('nothing', 6 * MINUTE);
    await test.server.comeBack();
    test.clock.move(MINUTE);
    expect(test.findAtOnce()).toBe('found');
    await test.refreshed();
    expect(test.source.health().status).toBe('up');
  });
});
