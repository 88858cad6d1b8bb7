import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { parseJwks } from '../../src/engine/keys/jwks.js';
import { JwksKeySource } from '../../src/engine/keys/jwks-key-source.js';
import type { VerificationKey } from '../../src/engine/keys/key-source.js';
import { MINUTE, SECOND } from './moved-clock.js';
import { first, second, sourceForTests } from './open-source.js';

const under = sourceForTests();

async function keyOf(keyId: string): Promise<VerificationKey> {
  const lookup = await under().source.find(keyId);
  if (!lookup.found) throw new Error(lookup.failure.message);
  return lookup.key;
}

describe('a withdrawn key', () => {
  it('is refused after the refresh', async () => {
    const test = under();
    await test.warmUp();
    test.server.publish(second);
    test.clock.move(4 * MINUTE);
    expect(test.findAtOnce()).toBe('found');
    await test.refreshed();
    expect(test.findAtOnce()).toBe('jwk-kid-mismatch');
    expect(test.findAtOnce(second.kid)).toBe('found');
  });

  it('is refused after an unknown key id has caused the fetch', async () => {
    const test = under();
    await test.warmUp();
    test.server.publish(second);
    test.clock.move(5 * SECOND);
    expect(await test.find('made-up')).toBe('jwk-kid-mismatch');
    expect(test.findAtOnce()).toBe('jwk-kid-mismatch');
  });

  it('that comes back is accepted again', async () => {
    const test = under();
    await test.warmUp();
    test.server.publish(second);
    test.clock.move(5 * SECOND);
    expect(await test.find('made-up')).toBe('jwk-kid-mismatch');
    test.server.publish(first, second);
    test.clock.move(5 * SECOND);
    expect(await test.find(first.kid)).toBe('found');
  });
});

describe('an answer without a usable key', () => {
  it.each(['no keys', '500', '401', 'hang up', 'flood'] as const)(
    'is a failure and keeps the old keys: %s',
    async (fault) => {
      const test = under();
      await test.warmUp();
      const before = await keyOf(first.kid);
      await test.fails(fault, 4 * MINUTE);
      expect(await keyOf(first.kid)).toBe(before);
    },
  );
});

describe('the object of a key', () => {
  it('is that of before where the key is still the same, so that it tells what it has verified', async () => {
    const test = under();
    await test.warmUp();
    const before = await keyOf(first.kid);
    test.server.publish(second, first);
    test.clock.move(4 * MINUTE);
    expect(test.findAtOnce()).toBe('found');
    await test.refreshed();
    expect(await keyOf(first.kid)).toBe(before);
    expect(await keyOf(second.kid)).not.toBe(before);
  });

  it.each<[string, object, boolean]>([
    ['nothing', {}, true],
    ['its use, which says no more', { use: undefined }, true],
    ['its material', { n: second.jwks.keys[0]?.n }, false],
    ['its exponent', { e: 'Aw' }, false],
    ['its algorithm', { alg: 'RS512' }, false],
    ['its algorithm, for none', { alg: undefined }, false],
  ])('where %s has changed under the same id, is the same: %j %s', async (_what, change, same) => {
    let jwk: object = { ...first.jwks.keys[0] };
    let now = 0;
    const source = new JwksKeySource({
      clock: () => now,
      lifetimeInMs: 100,
      fetchKeys: async () => ({ fetched: true, keys: parseJwks({ keys: [jwk] }) ?? new Map() }),
    });
    const before = await source.find(first.kid);
    jwk = { ...jwk, ...change };
    now = 90;
    void source.find(first.kid);
    await source.find('made-up');
    const after = await source.find(first.kid);
    if (!before.found || !after.found) throw new Error('the fixture holds the key');
    expect(after.key === before.key).toBe(same);
    const { key } = after.key;
    expect(key.equals(createPublicKey({ key: { ...jwk, kty: 'RSA' }, format: 'jwk' }))).toBe(true);
  });
});
