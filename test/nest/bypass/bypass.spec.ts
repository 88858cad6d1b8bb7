import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { Arena } from './arena.js';
import { ATTEMPTS } from './attempts.js';

// The same attempts as a grid: node test/nest/bypass/print.mjs

describe.each(PLATFORMS)('on %s, this gets nobody past the guard:', (platform) => {
  let arena: Arena;

  beforeAll(async () => {
    arena = await Arena.open(platform);
  });

  afterAll(() => arena.close());

  it.each(ATTEMPTS.map((attempt) => [attempt.name, attempt] as const))(
    '%s',
    async (_name, attempt) => {
      expect(await attempt.run(arena)).toEqual([]);
    },
    30_000,
  );
});
