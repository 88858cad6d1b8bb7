import { describe, expect, it } from '@jest/globals';
import { BoundedMap } from '../../src/testing/bounded-map.js';
import { HandshakeNonces } from '../../src/testing/handshake-nonces.js';
import { LocalStore } from '../../src/testing/local-store.js';

describe('a bounded map', () => {
  it('drops what was used longest ago', () => {
    const map = new BoundedMap<number>(2);
    map.set('a', 1);
    map.set('b', 2);
    expect(map.get('a')).toBe(1);
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  });

  it('counts a replaced value once, and a taken one not at all', () => {
    const map = new BoundedMap<number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('b', 3);
    expect(map.take('b')).toBe(3);
    map.set('c', 4);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 4]);
  });
});

describe('probes without cookies, each a new browser', () => {
  it('push a forgotten browser out, but not one in use', () => {
    const { clients, users } = new LocalStore();
    const [used, forgotten] = [clients.create(0), clients.create(0)];
    const session = clients.signIn(used, users.ada, 0);
    for (let probe = 0; probe < 1_500; probe += 1) {
      clients.create(probe);
      clients.find(used.devBrowser);
    }
    expect(clients.find(forgotten.devBrowser)).toBeUndefined();
    expect(clients.sessionOf(clients.find(used.devBrowser))).toEqual(session);
  });

  it('can’t pile up nonces either', () => {
    const nonces = new HandshakeNonces();
    const first = nonces.issue([], 0);
    const later = Array.from({ length: 1_000 }, () => nonces.issue([], 0));
    expect(nonces.redeem(first, 0)).toBeUndefined();
    expect(later.every((nonce) => nonces.redeem(nonce, 0))).toBe(true);
  });
});
