import { describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import {
  LocalInstance,
  UnknownLocalSubjectError,
  UnknownLocalTokenError,
  UnknownLocalUserError,
} from 'clerk-nestjs/testing';
import { MachineTokenStore } from '../../src/testing/machine-token-store.js';
import { BoundedMap } from '../../src/testing/bounded-map.js';
import { HandshakeNonces } from '../../src/testing/handshake-nonces.js';
import { LocalStore } from '../../src/testing/local-store.js';

describe('machine tokens', () => {
  const NOW = Date.UTC(2026, 10, 3, 12, 0, 0, 700);
  const SECONDS = Math.floor(NOW / 1000);

  function frozenInstance() {
    return new LocalInstance({ number: 7, now: () => NOW });
  }

  describe('the machines of an instance', () => {
    it('are the application, one that may call it and one that may not, by fixed ids', () => {
      const { api, worker, outsider } = new LocalInstance().machines;
      expect(api.id).toBe('mch_2LocalClerkApi0000000000000');
      const ids = [api, worker, outsider].map(({ id }) => id);
      expect(new Set(ids).size).toBe(3);
      for (const id of ids) expect(id).toMatch(/^mch_\w{27}$/);
      expect(worker.scopedMachines).toEqual([api.id]);
      expect([...api.scopedMachines, ...outsider.scopedMachines]).toEqual([]);
    });

    it('have a secret key of the vendor’s form, another for each instance', () => {
      const [first, second] = [new LocalInstance(), new LocalInstance()];
      expect(first.machineSecretKey).toMatch(/^ak_[0-9A-Za-z]{32}$/);
      expect(second.machineSecretKey).not.toBe(first.machineSecretKey);
    });
  });

  describe('an opaque token', () => {
    it.each([
      ['an API key', 'ak', (i: LocalInstance) => i.createApiKey({ subject: 'ada' })],
      ['an M2M token', 'mt', (i: LocalInstance) => i.createM2mToken({ subject: 'worker' })],
      ['of OAuth', 'oat', (i: LocalInstance) => i.createOAuthAccessToken({ subject: 'ada' })],
    ])('%s has the vendor’s form, and never the same', (_, prefix, create) => {
      const instance = frozenInstance();
      const [first, second] = [create(instance), create(instance)];
      expect(first.id).toMatch(new RegExp(`^${prefix}_[0-9a-f]{32}$`));
      expect(first.token).toMatch(new RegExp(`^${prefix}_[0-9A-Za-z]{32}$`));
      expect(new Set([first.id, second.id, first.token, second.token]).size).toBe(4);
    });
  });

  describe('an M2M token as a JWT', () => {
    it('has the category, the claims and the machines it may call', () => {
      const instance = frozenInstance();
      const { api, worker } = instance.machines;
      const { id, token } = instance.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' });
      expect(decodeProtectedHeader(token)).toEqual({
        alg: 'RS256',
        cat: 'cl_B7d4PD333AAA',
        kid: instance.kid,
        typ: 'JWT',
      });
      expect(id).toMatch(/^mt_[0-9a-f]{32}$/);
      expect(decodeJwt(token)).toEqual({
        exp: SECONDS + 3600,
        iat: SECONDS,
        iss: 'https://local-clerk-7.clerk.accounts.dev',
        jti: id,
        nbf: SECONDS - 10,
        scopes: api.id,
        sub: worker.id,
      });
    });

    it('takes a machine by id, a lifetime, scopes, and any claim over its own', () => {
      const instance = frozenInstance();
      const { token } = instance.createM2mToken({
        subject: instance.machines.outsider.id,
        tokenFormat: 'jwt',
        secondsUntilExpiration: 30,
        scopes: ['mch_a', 'mch_b'],
        claims: { nbf: undefined, iss: 'https://evil.example', tier: { gold: true } },
      });
      const claims = decodeJwt(token);
      expect(claims).toMatchObject({
        sub: instance.machines.outsider.id,
        exp: SECONDS + 30,
        scopes: 'mch_a mch_b',
        iss: 'https://evil.example',
        tier: { gold: true },
      });
      expect(claims).not.toHaveProperty('nbf');
    });

    it('is signed by the instance’s key, with any header', async () => {
      const instance = new LocalInstance();
      const header = { alg: 'RS512', cat: undefined, typ: 'at+jwt' };
      const { token } = instance.createM2mToken({ subject: 'worker', tokenFormat: 'jwt', header });
      expect(decodeProtectedHeader(token)).toEqual({
        alg: 'RS512',
        kid: instance.kid,
        typ: 'at+jwt',
      });
      await jwtVerify(token, await importSPKI(instance.jwtKey, 'RS512'));
    });
  });

  describe('an OAuth access token as a JWT', () => {
    it('has its own type and no category, and says who acts for whom', () => {
      const instance = frozenInstance();
      const { id, token } = instance.createOAuthAccessToken({
        subject: 'ada',
        tokenFormat: 'jwt',
        scopes: ['profile', 'email'],
      });
      expect(decodeProtectedHeader(token)).toEqual({
        alg: 'RS256',
        kid: instance.kid,
        typ: 'at+jwt',
      });
      expect(id).toMatch(/^oat_[0-9a-f]{32}$/);
      expect(decodeJwt(token)).toEqual({
        client_id: 'client_2LocalClerkOAuth00000000000',
        exp: SECONDS + 86_400,
        iat: SECONDS,
        iss: 'https://local-clerk-7.clerk.accounts.dev',
        jti: id,
        nbf: SECONDS - 10,
        scope: 'profile email',
        sub: instance.users.ada.id,
      });
    });

    it('takes a client, an audience, a lifetime, any claim and any header', async () => {
      const instance = new LocalInstance();
      const { token } = instance.createOAuthAccessToken({
        subject: instance.users.grace.id,
        clientId: 'client_mine',
        aud: 'https://api.example',
        secondsUntilExpiration: 5,
        tokenFormat: 'jwt',
        claims: { jti: undefined, scp: ['read'] },
        header: { typ: 'application/at+jwt' },
      });
      const { payload, protectedHeader } = await jwtVerify(
        token,
        await importSPKI(instance.jwtKey, 'RS256'),
      );
      expect(protectedHeader.typ).toBe('application/at+jwt');
      expect(payload).toMatchObject({
        sub: instance.users.grace.id,
        client_id: 'client_mine',
        aud: 'https://api.example',
        scp: ['read'],
      });
      expect(payload).not.toHaveProperty('jti');
      expect(Number(payload.exp) - Number(payload.iat)).toBe(5);
    });
  });

  describe('a subject that is not there', () => {
    const instance = new LocalInstance();

    it.each(['eve', 'worker', 'toString', ''])('has no API key: %p', (subject) => {
      expect(() => instance.createApiKey({ subject })).toThrow(UnknownLocalSubjectError);
      expect(() => instance.createApiKey({ subject })).toThrow('It has: ada, grace, alan, acme.');
    });

    it.each(['ada', 'mch_nowhere', 'toString'])('has no M2M token: %p', (subject) => {
      const create = () => instance.createM2mToken({ subject });
      expect(create).toThrow(UnknownLocalSubjectError);
      expect(create).toThrow('It has: api, worker, outsider.');
    });

    it.each(['acme', 'worker'])('has no OAuth access token: %p', (subject) => {
      const create = () => instance.createOAuthAccessToken({ subject });
      expect(create).toThrow(UnknownLocalUserError);
    });
  });
});

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
