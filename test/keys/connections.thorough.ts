import { describe, expect, it } from '@jest/globals';
import { Connections } from '../../src/request/connections.js';

describe('fetched keys', () => {
  it('are not shared by calls that want them to serve for different times', () => {
    const connections = new Connections();
    const of = (jwksStaleTtlInMs?: number) =>
      connections.get({ secretKey: 'sk_test_of_all', jwksStaleTtlInMs }).keys;
    expect(of(1_000)).toBe(of(1_000));
    expect(of()).toBe(of());
    expect(new Set([of(), of(0), of(1_000), of(2_000)]).size).toBe(4);
  });
});
