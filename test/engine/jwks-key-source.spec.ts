import { describe, expect, test } from '@jest/globals';
import type { JwksAnswer } from '../../src/engine/keys/fetch-jwks.js';
import { JwksKeySource } from '../../src/engine/keys/jwks-key-source.js';
import { parseJwks } from '../../src/engine/keys/jwks.js';
import { local } from './support/engine.js';

const [jwk] = local.jwks.keys;

function published(...ids: string[]): JwksAnswer {
  const keys = parseJwks({ keys: ids.map((kid) => Object.assign({}, jwk, { kid })) });
  if (!keys) throw new Error('the fixture is not a key set');
  return { fetched: true, keys };
}

const OUTAGE: JwksAnswer = {
  fetched: false,
  failure: {
    reason: 'jwk-remote-failed-to-load',
    message: 'down',
    unavailable: { cause: 500, hint: 'down' },
  },
};

/** A Backend API whose keys can change, a clock that can be set, and a count of what was fetched. */
class Backend {
  fetches = 0;
  now = 1_000_000;
  answer: JwksAnswer = published('old');
  readonly source = new JwksKeySource({
    clock: () => this.now,
    fetchKeys: () => {
      this.fetches++;
      return Promise.resolve(this.answer);
    },
  });

  /** `found`, or the reason why not. */
  async find(keyId: unknown): Promise<string> {
    const lookup = await this.source.find(keyId);
    return lookup.found ? 'found' : lookup.failure.reason;
  }
}

describe('published keys', () => {
  test('are fetched once for 1,000 requests that wait for them', async () => {
    const backend = new Backend();
    const waiting = Array.from({ length: 1_000 }, () => backend.find('old'));
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['found']));
    expect(backend.fetches).toBe(1);
  });

  test('answer at once, without a promise, when they are there', async () => {
    const backend = new Backend();
    await backend.find('old');
    expect(backend.source.find('old')).toMatchObject({ found: true });
  });

  test('are used for five minutes, and fetched again in the last of them while they serve', async () => {
    const backend = new Backend();
    await backend.find('old');
    backend.now += 4 * 60_000 - 1;
    expect(await backend.find('old')).toBe('found');
    expect(backend.fetches).toBe(1);
    backend.now += 1;
    expect(backend.source.find('old')).toMatchObject({ found: true });
    expect(backend.fetches).toBe(2);
  });

  test('made-up key ids, of which anyone can send many, do not cost a fetch each', async () => {
    const backend = new Backend();
    await backend.find('old');
    for (let at = 0; at < 100; at++)
      expect(await backend.find(`made-up-${at}`)).toBe('jwk-kid-mismatch');
    expect(backend.fetches).toBe(1);
    backend.now += 5_000;
    for (let at = 0; at < 100; at++)
      expect(await backend.find(`made-up-${at}`)).toBe('jwk-kid-mismatch');
    expect(backend.fetches).toBe(2);
  });

  test('made-up key ids don’t cost a fetch each while Clerk is down either', async () => {
    const backend = new Backend();
    await backend.find('old');
    backend.answer = OUTAGE;
    backend.now += 5_000;
    for (let at = 0; at < 100; at++) {
      expect(await backend.find(`made-up-${at}`)).toBe('jwk-remote-failed-to-load');
    }
    expect(backend.fetches).toBe(2);
    expect(await backend.find('old')).toBe('found');
  });

  test('a new key is accepted after the cool-down', async () => {
    const backend = new Backend();
    await backend.find('old');
    backend.answer = published('old', 'new');
    backend.now += 4_999;
    expect(await backend.find('new')).toBe('jwk-kid-mismatch');
    backend.now += 1;
    expect(await backend.find('new')).toBe('found');
    expect(backend.fetches).toBe(2);
  });

  test('a key that was withdrawn goes away: with the next fetch', async () => {
    const backend = new Backend();
    await backend.find('old');
    backend.answer = published('new');
    backend.now += 4 * 60_000;
    // Causes the fetch, and is the last to be answered without it.
    expect(await backend.find('old')).toBe('found');
    expect(await backend.find('old')).toBe('jwk-kid-mismatch');
    backend.answer = published('newer');
    backend.now += 5_000;
    expect(await backend.find('newer')).toBe('found');
    expect(await backend.find('new')).toBe('jwk-kid-mismatch');
  });

  test('keys that outlived 24 hours don’t sign anybody in while Clerk is down', async () => {
    const backend = new Backend();
    await backend.find('old');
    backend.answer = OUTAGE;
    backend.now += 24 * 3_600_000 - 1;
    expect(await backend.find('old')).toBe('found');
    backend.now += 1;
    expect(await backend.find('old')).toBe('jwk-remote-failed-to-load');
  });

  test('what failed is tried again after a second, not at once, and says that it is an outage', async () => {
    const backend = new Backend();
    backend.answer = OUTAGE;
    expect(await backend.source.find('old')).toMatchObject({
      failure: { unavailable: { cause: 500 } },
    });
    backend.answer = published('old');
    backend.now += 999;
    expect(await backend.find('old')).toBe('jwk-remote-failed-to-load');
    expect(backend.fetches).toBe(1);
    backend.now += 1;
    expect(await backend.find('old')).toBe('found');
    expect(backend.fetches).toBe(2);
  });
});

describe('a key set', () => {
  test.each<[name: string, document: unknown]>([
    ['null', null],
    ['text', 'keys'],
    ['a list', [jwk]],
    ['an object without keys', {}],
    ['keys that are no list', { keys: { 0: jwk } }],
    ['no keys', { keys: [] }],
    ['keys of null', { keys: [null] }],
    ['a key without id', { keys: [{ ...jwk, kid: undefined }] }],
    ['a key whose id is a number', { keys: [{ ...jwk, kid: 1 }] }],
    ['a key for encryption', { keys: [{ ...jwk, use: 'enc' }] }],
    [
      'a symmetric key',
      { keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'old', n: 'AQAB', e: 'AQAB' }] },
    ],
    ['a key without modulus', { keys: [{ ...jwk, n: undefined }] }],
    ['a key without exponent', { keys: [{ ...jwk, e: undefined }] }],
  ])('of %s is none', (_name, document) => {
    expect(parseJwks(document)).toBeUndefined();
  });

  test('keeps its good keys when others can’t be read', () => {
    const strange = [null, 'x', { kty: 'EC', kid: 'ec' }, { ...jwk, kid: 'enc', use: 'enc' }];
    const set = parseJwks({ keys: [...strange, jwk, { ...jwk, kid: 'b', use: undefined }] });
    expect([...(set?.keys() ?? [])]).toEqual([local.kid, 'b']);
  });
});
