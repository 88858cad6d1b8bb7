import { describe, expect, it } from '@jest/globals';
import { LocalInstance, UnknownLocalTokenError } from 'clerk-nestjs/testing';
import { MachineTokenStore } from '../../src/testing/machine-token-store.js';

describe('revoking', () => {
  it('an unknown token, one of another kind, or a JWT throws and never repeats what it was given', () => {
    const instance = new LocalInstance();
    const { id, token } = instance.createApiKey({ subject: 'ada' });
    const jwt = instance.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' });
    expect(() => instance.revokeM2mToken(id)).toThrow(UnknownLocalTokenError);
    expect(() => instance.revokeOAuthAccessToken(id)).toThrow(UnknownLocalTokenError);
    expect(() => instance.revokeM2mToken(jwt.id)).toThrow("a JWT can't be revoked");
    expect(() => instance.revokeApiKey(token)).toThrow(UnknownLocalTokenError);
    expect(() => instance.revokeApiKey(token)).not.toThrow(token);
  });
});

describe('tokens that a test run makes without end', () => {
  it('push out the one used longest ago, but not one in use', () => {
    const store = new MachineTokenStore('ak');
    const record = {
      subject: 'user_1',
      scopes: [],
      revoked: false,
      revocationReason: null,
      expiration: null,
      createdAt: 0,
      updatedAt: 0,
    };
    const [used, forgotten] = ['used', 'forgotten'].map((id) => store.add({ id, ...record }));
    for (let count = 0; count < 1_500; count += 1) {
      store.add({ id: String(count), ...record });
      store.find(used?.token ?? '');
    }
    expect(store.find(used?.token ?? '')).toMatchObject({ id: 'used' });
    expect(store.find(forgotten?.token ?? '')).toBeUndefined();
    expect(() => store.revoke('forgotten')).toThrow(UnknownLocalTokenError);
  });
});
