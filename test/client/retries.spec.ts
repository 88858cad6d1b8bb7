import { describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { backendApiForTests, rejection } from './backend-api-server.js';
import { handHeldClock } from './hand-held-clock.js';
import { acts, inTurn, ok, reset, status, thingsOf, truncated } from './retried-things.js';
import { setTimeout as pause } from 'node:timers/promises';
import { createBackendApiClient } from '../../src/client/index.js';

const api = await backendApiForTests();

describe('what is asked again', () => {
  /** A busy machine must not be taken for one that hangs. */
  const PATIENCE_IN_MS = 5_000;

  const faults: [string, (res: ServerResponse) => void, number][] = [
    ['an answer of 500', status(500), PATIENCE_IN_MS],
    ["a gateway's page", (res) => res.writeHead(502).end('<html>'), PATIENCE_IN_MS],
    ['an answer of 503', status(503), PATIENCE_IN_MS],
    ['a connection that is reset', reset, PATIENCE_IN_MS],
    ['a body that breaks off', truncated, PATIENCE_IN_MS],
    ['a server that hangs', () => {}, 500],
  ];

  describe.each(faults)('after %s', (_name, fault, timeoutInMs) => {
    test.each(['GET', 'PUT', 'DELETE'] as const)('a %s is made again', async (method) => {
      inTurn(api, fault, ok);
      const clock = handHeldClock();
      const things = thingsOf(api, { timeoutInMs }, clock);
      await expect(acts[method](things)).resolves.toEqual({ object: 'thing', id: 'a' });
      expect(api.requests.map((request) => request.method)).toEqual([method, method]);
      expect(api.requests[1]?.body).toBe(api.requests[0]?.body);
      expect(clock.waits).toHaveLength(1);
    });

    test.each(['POST', 'PATCH'] as const)(
      'a %s, which may have been done, is not',
      async (method) => {
        inTurn(api, fault, ok);
        await rejection(acts[method](thingsOf(api, { timeoutInMs }, handHeldClock())));
        expect(api.requests).toHaveLength(1);
      },
    );
  });

  describe('after 429', () => {
    test.each(['GET', 'PUT', 'DELETE', 'POST', 'PATCH'] as const)(
      'a %s is made again',
      async (method) => {
        inTurn(api, status(429), ok);
        await acts[method](thingsOf(api, {}, handHeldClock()));
        expect(api.requests).toHaveLength(2);
      },
    );

    test.each([
      ['2', 2_000],
      ['0', 0],
      ['Sat, 21 Nov 2026 12:00:03 GMT', 3_000],
      ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
      ['soon', 125],
      ['-5', 125],
    ])('Retry-After: %s is a wait of %i ms', async (header, ms) => {
      inTurn(api, status(429, { 'Retry-After': header }), ok);
      const clock = handHeldClock();
      await acts.GET(thingsOf(api, {}, clock));
      expect(clock.waits).toEqual([ms]);
    });

    test('the wait is never shorter than Retry-After asks, whatever chance says', async () => {
      inTurn(api, status(429, { 'Retry-After': '2' }), ok);
      const clock = handHeldClock();
      clock.chance = 0.999;
      await acts.GET(thingsOf(api, {}, clock));
      expect(clock.waits[0]).toBeGreaterThan(2_000);
      expect(clock.waits[0]).toBeLessThan(2_250);
    });

    test('an API that asks for an hour is not waited for, and not asked again', async () => {
      inTurn(api, status(429, { 'Retry-After': '3600' }), ok);
      const clock = handHeldClock();
      const error = await rejection(acts.GET(thingsOf(api, {}, clock)));
      expect(error).toMatchObject({ status: 429, retryAfter: 3600 });
      expect(api.requests).toHaveLength(1);
      expect(clock.waits).toEqual([]);
    });

    test('a Retry-After on 503 is obeyed too', async () => {
      inTurn(api, status(503, { 'Retry-After': '4' }), ok);
      const clock = handHeldClock();
      await acts.GET(thingsOf(api, {}, clock));
      expect(clock.waits).toEqual([4_000]);
    });
  });

  test.each([500, 502, 503, 504, 520, 529])('an answer of %i is asked for again', async (code) => {
    inTurn(api, status(code), ok);
    await acts.GET(thingsOf(api, {}, handHeldClock()));
    expect(api.requests).toHaveLength(2);
  });

  describe('what says that it will stay so', () => {
    test.each([400, 401, 403, 404, 409, 422, 501, 505, 511, 530])(
      'an answer of %i is not asked for again',
      async (code) => {
        inTurn(api, status(code), ok);
        const error = await rejection(acts.GET(thingsOf(api, {}, handHeldClock())));
        expect(error).toHaveProperty('status', code);
        expect(api.requests).toHaveLength(1);
      },
    );

    test.each([
      ['a body that is not JSON', (res: ServerResponse) => void res.end('<html>')],
      ['a redirect', (res: ServerResponse) => void res.writeHead(302, { Location: '/' }).end()],
    ])('%s is not asked for again', async (_name, answer) => {
      inTurn(api, answer, ok);
      await rejection(acts.GET(thingsOf(api, {}, handHeldClock())));
      expect(api.requests).toHaveLength(1);
    });
  });
});

describe('the waits', () => {
  test.each([
    [0, [125, 250, 500, 1_000, 1_000]],
    [0.5, [187.5, 375, 750, 1_500, 1_500]],
  ])('double up to the longest, up to a half left to chance (%d)', async (chance, waits) => {
    inTurn(api, status(500));
    const clock = handHeldClock();
    clock.chance = chance;
    const retry = { attempts: 6, longestDelayInMs: 2_000 };
    await rejection(acts.GET(thingsOf(api, { retry }, clock)));
    expect(clock.waits).toEqual(waits);
  });

  test('the number of attempts is bounded, and the last error is what the call rejects with', async () => {
    inTurn(api, status(500), reset, status(503));
    const error = await rejection(acts.GET(thingsOf(api, {}, handHeldClock())));
    expect(error).toHaveProperty('status', 503);
    expect(api.requests).toHaveLength(3);
  });

  test('the time of all attempts and waits is bounded', async () => {
    inTurn(api, status(429, { 'Retry-After': '4' }));
    const clock = handHeldClock();
    await rejection(acts.GET(thingsOf(api, { retry: { attempts: 10, totalInMs: 10_000 } }, clock)));
    expect(clock.waits).toEqual([4_000, 4_000]);
  });

  test('a server that hangs can not hold a call longer than all attempts may take', async () => {
    api.answer = () => {};
    const retry = { attempts: 10, firstDelayInMs: 10, totalInMs: 400 };
    const { users } = createBackendApiClient({
      secretKey: 'sk_test_retry',
      apiUrl: api.url,
      timeoutInMs: 10_000,
      retry,
    });
    const started = performance.now();
    expect(await rejection(users.getUser('user_1'))).toHaveProperty('failure', 'timeout');
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

describe('unless told otherwise', () => {
  const options = { secretKey: 'sk_test_retry', apiUrl: api.url };

  test('a client retries nothing', async () => {
    inTurn(api, status(503), ok);
    await rejection(createBackendApiClient(options).users.getUser('user_1'));
    expect(api.requests).toHaveLength(1);
  });

  test('what a client retries can be switched off for a call, and on', async () => {
    inTurn(api, status(429, { 'Retry-After': '0' }));
    const retry = { attempts: 2, firstDelayInMs: 1 };
    const patient = createBackendApiClient({ ...options, retry });
    await rejection(patient.with({ retry: false }).users.getUser('user_1'));
    expect(api.requests).toHaveLength(1);
    await rejection(createBackendApiClient(options).with({ retry }).users.getUser('user_1'));
    expect(api.requests).toHaveLength(3);
  });

  test.each([
    [{ attempts: 0 }, 'retry.attempts'],
    [{ attempts: 1.5 }, 'retry.attempts'],
    [{ attempts: 1_000 }, 'retry.attempts'],
    [{ attempts: Number.NaN }, 'retry.attempts'],
    [{ firstDelayInMs: -1 }, 'retry.firstDelayInMs'],
    [{ longestDelayInMs: Infinity }, 'retry.longestDelayInMs'],
    [{ totalInMs: 0 }, 'retry.totalInMs'],
  ])('retries of %j refuse to be set up, and the error names %s', (retry, name) => {
    expect(() => createBackendApiClient({ ...options, retry })).toThrow(name);
  });
});

describe('a wait between two attempts', () => {
  const retry = {
    attempts: 3,
    firstDelayInMs: 20_000,
    longestDelayInMs: 20_000,
    totalInMs: 60_000,
  };
  const client = createBackendApiClient({ secretKey: 'sk_test_retry', apiUrl: api.url, retry });

  test('ends when the call is aborted', async () => {
    inTurn(api, status(500), ok);
    const controller = new AbortController();
    const outcome = rejection(client.with({ signal: controller.signal }).users.getUser('user_1'));
    while (api.requests.length === 0) await pause(5);
    await pause(50);
    controller.abort(new Error('enough'));
    const error = await outcome;
    expect(error).toMatchObject({ failure: 'aborted', method: 'GET', path: '/v1/users/user_1' });
    expect(error).toMatchObject({ errors: [{ code: 'aborted' }], cause: { message: 'enough' } });
    expect(api.requests).toHaveLength(1);
  });

  test('keeps the process alive, as a script would else end in the middle of its work', async () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    inTurn(api, status(500), ok);
    const controller = new AbortController();
    const outcome = rejection(client.with({ signal: controller.signal }).users.getUser('user_1'));
    while (api.requests.length === 0) await pause(5);
    await pause(50);
    const during = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    controller.abort();
    await outcome;
    expect(during).toBeGreaterThan(before);
  });
});
