import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'clerk-nestjs';
import { type Platform, PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

const recorded = recordedClerkForTests();
const open = appsForTests();

/** Asks three times, with pauses in between, and tells how often the keys were fetched. */
async function fetches(platform: Platform, options: ClerkModuleOptions, pauseInMs = 0) {
  const { publishableKey, secretKey } = recorded.clerk;
  const { apiUrl } = recorded;
  const app = await open(platform, { publishableKey, secretKey, apiUrl, ...options });
  for (let count = 0; count < 3; count += 1) {
    await wait(pauseInMs);
    const token = recorded.clerk.mintSessionToken('ada');
    expect((await app.ask('/guarded', { token })).status).toBe(200);
  }
  // What the last one has started in the background is to be counted, too.
  await wait(pauseInMs);
  expect(new Set(recorded.asked())).toEqual(new Set(['GET /v1/jwks']));
  return recorded.asked().length;
}

describe.each(PLATFORMS)('skipJwksCache, on %s', (platform) => {
  it('fetches the keys for each verification anew', async () => {
    expect(await fetches(platform, { skipJwksCache: true })).toBe(3);
  });

  it('wins over jwksCacheTtlInMs', async () => {
    const options = { skipJwksCache: true, jwksCacheTtlInMs: 60_000 };
    expect(await fetches(platform, options)).toBe(3);
  });

  it('that is false, or not given, fetches them once', async () => {
    expect(await fetches(platform, { skipJwksCache: false })).toBe(1);
  });
});

describe.each(PLATFORMS)('jwksCacheTtlInMs, on %s', (platform) => {
  it('is how old keys are when the next request fetches others, which it does not wait for', async () => {
    expect(await fetches(platform, { jwksCacheTtlInMs: 100 }, 150)).toBe(3);
  });

  it('that is not over yet lets them serve', async () => {
    expect(await fetches(platform, { jwksCacheTtlInMs: 60_000 }, 150)).toBe(1);
  });

  it('is longer than that unless it is given', async () => {
    expect(await fetches(platform, {}, 150)).toBe(1);
  });

  it('of 0 uses them once', async () => {
    expect(await fetches(platform, { jwksCacheTtlInMs: 0 })).toBe(3);
  });
});
