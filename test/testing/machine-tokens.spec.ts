import { describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import {
  LocalInstance,
  UnknownLocalSubjectError,
  UnknownLocalUserError,
} from 'clerk-nestjs/testing';

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
