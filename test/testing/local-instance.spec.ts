import { describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import {
  LocalClerkOptionsError,
  LocalInstance,
  signedInAs,
  testingInstance,
  UnknownLocalUserError,
} from 'clerk-nestjs/testing';
import { featureClaim, organizationClaim } from '../../src/testing/organization-claims.js';
import { seededUsers } from '../../src/testing/seed.js';

describe('an instance', () => {
  const DEVELOPMENT_HOST = /^(([a-z]+)-){2}([0-9]{1,2})\.clerk\.accounts([a-z.]*)(dev|com)$/i;
  const NOW = Date.UTC(2026, 10, 3, 12, 0, 0, 700);
  const SECONDS = Math.floor(NOW / 1000);

  function frozenInstance() {
    return new LocalInstance({ number: 7, now: () => NOW });
  }

  describe("an instance's keys", () => {
    it('have the vendor’s form', () => {
      const instance = new LocalInstance({ number: 7 });
      const host = Buffer.from(
        instance.publishableKey.slice('pk_test_'.length),
        'base64',
      ).toString();
      expect(instance.publishableKey).toMatch(/^pk_test_[A-Za-z0-9+/]+$/);
      expect(host).toBe('local-clerk-7.clerk.accounts.dev$');
      expect(host.slice(0, -1)).toMatch(DEVELOPMENT_HOST);
      expect(instance.secretKey).toMatch(/^sk_test_[A-Za-z0-9]{42}$/);
      expect(instance.kid).toMatch(/^ins_[A-Za-z0-9]{27}$/);
      expect(instance.jwtKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    });

    it('keep the publishable key, and so the cookies, but nothing secret across restarts', () => {
      const [before, after] = [new LocalInstance({ number: 7 }), new LocalInstance({ number: 7 })];
      expect(after.publishableKey).toBe(before.publishableKey);
      expect(after.secretKey).not.toBe(before.secretKey);
      expect(after.kid).not.toBe(before.kid);
      expect(after.jwtKey).not.toBe(before.jwtKey);
      expect(new LocalInstance({ number: 8 }).publishableKey).not.toBe(before.publishableKey);
    });

    it('take a secret key that is given', () => {
      expect(new LocalInstance({ secretKey: 'sk_test_mine' }).secretKey).toBe('sk_test_mine');
    });

    it.each([
      ['a live secret key', { secretKey: 'sk_live_0123456789' }],
      ['a secret key that a header can’t hold', { secretKey: 'sk_test_a\nb' }],
      ['a number of three digits', { number: 100 }],
      ['a negative number', { number: -1 }],
      ['a fraction', { number: 1.5 }],
    ])('refuse %s', (_, options) => {
      expect(() => new LocalInstance(options)).toThrow(LocalClerkOptionsError);
    });

    it('publish no private part', () => {
      const [jwk] = new LocalInstance().jwks.keys;
      expect(Object.keys(jwk ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    });
  });

  describe('the seeded users', () => {
    it('have ids in the vendor’s form that never change', () => {
      const { users, store } = new LocalInstance();
      expect(users.ada.id).toBe('user_2LocalClerkAda0000000000000');
      expect(users.ada.membership.organization.id).toBe('org_2LocalClerkAcme000000000000');
      const ids = [
        store.listUsers().map(({ id }) => id),
        store.listUsers().map(({ emailAddressId }) => emailAddressId),
        store.listUsers().map(({ sessionId }) => sessionId),
        [users.ada, users.grace].map(({ membership }) => membership.id),
        Object.values(store.organizations).map(({ id }) => id),
      ].flat();
      expect(new Set(ids).size).toBe(12);
      for (const id of ids) expect(id).toMatch(/^(user|idn|sess|orgmem|org)_[0-9A-Za-z]{27}$/);
    });

    it('have one session each, which begins when first needed', () => {
      const { store, users } = frozenInstance();
      expect(store.findSession(users.ada.sessionId)).toBeUndefined();
      const session = store.signIn(users.ada, NOW);
      expect(session).toMatchObject({ id: users.ada.sessionId, user: users.ada, createdAt: NOW });
      expect(store.signIn(users.ada, NOW + 1)).toEqual(session);
      expect(store.findSession(users.ada.sessionId)).toEqual(session);
    });

    it('are named by the error for a user that is not there', () => {
      const instance = new LocalInstance();
      expect(() => instance.mintSessionToken('eve')).toThrow(UnknownLocalUserError);
      expect(() => instance.mintSessionToken('eve')).toThrow(
        'has no user "eve". It has: ada, grace, alan.',
      );
      expect(() => instance.mintSessionToken('toString')).toThrow(UnknownLocalUserError);
    });
  });

  describe('a session token', () => {
    it('of an admin has the claims of version 2, with the organization', () => {
      const instance = frozenInstance();
      const token = instance.mintSessionToken('ada');
      expect(decodeProtectedHeader(token)).toEqual({
        alg: 'RS256',
        cat: 'cl_B7d4PD111AAA',
        kid: instance.kid,
        typ: 'JWT',
      });
      expect(decodeJwt(token)).toEqual({
        azp: 'http://localhost:3000',
        exp: SECONDS + 60,
        fea: 'o:articles',
        fva: [0, -1],
        iat: SECONDS,
        iss: 'https://local-clerk-7.clerk.accounts.dev',
        jti: expect.stringMatching(/^[0-9a-f]{20}$/),
        nbf: SECONDS - 10,
        o: {
          id: instance.users.ada.membership.organization.id,
          rol: 'admin',
          slg: 'acme',
          per: 'manage,read',
          fpm: '3',
        },
        pla: 'o:free',
        sid: instance.users.ada.sessionId,
        sts: 'active',
        sub: instance.users.ada.id,
        v: 2,
      });
    });

    it('of a member has only the permissions of the role', () => {
      const { o } = decodeJwt(frozenInstance().mintSessionToken('grace'));
      expect(o).toMatchObject({ rol: 'member', per: 'read', fpm: '1' });
    });

    it('of a user without an organization says nothing of one', () => {
      const claims = decodeJwt(frozenInstance().mintSessionToken('alan'));
      expect(claims).not.toHaveProperty('o');
      expect(claims).not.toHaveProperty('fea');
      expect(claims.pla).toBe('u:free');
    });

    it('is minted by name or by id, each with its own jti but the same session', () => {
      const instance = frozenInstance();
      const byName = decodeJwt(instance.mintSessionToken('ada'));
      const byId = decodeJwt(instance.mintSessionToken(instance.users.ada.id));
      expect(byId).toEqual({ ...byName, jti: byId.jti });
      expect(byId.jti).not.toBe(byName.jti);
    });

    it('counts the minutes since the user signed in', () => {
      let now = NOW;
      const instance = new LocalInstance({ now: () => now });
      instance.mintSessionToken('ada');
      now += 125_000;
      expect(decodeJwt(instance.mintSessionToken('ada')).fva).toEqual([2, -1]);
    });

    it('takes the instance’s azp, and any claim over its own', () => {
      const instance = new LocalInstance({ azp: 'https://app.example' });
      expect(decodeJwt(instance.mintSessionToken('ada')).azp).toBe('https://app.example');
      const claims = decodeJwt(
        instance.mintSessionToken('ada', { azp: undefined, sts: 'pending', plan: { seats: 3 } }),
      );
      expect(claims).not.toHaveProperty('azp');
      expect(claims).toMatchObject({ sts: 'pending', plan: { seats: 3 } });
    });

    it.each(['RS256', 'RS384', 'RS512'])('can be signed as %s, with any header', async (alg) => {
      const instance = new LocalInstance();
      const token = instance.mint({ user: 'ada', header: { alg, cat: undefined, typ: 'at+jwt' } });
      expect(decodeProtectedHeader(token)).toEqual({ alg, kid: instance.kid, typ: 'at+jwt' });
      await jwtVerify(token, await importSPKI(instance.jwtKey, alg));
    });

    it('is not accepted under the key of another instance', async () => {
      const [mine, other] = [new LocalInstance(), new LocalInstance()];
      const key = await importSPKI(other.jwtKey, 'RS256');
      await expect(jwtVerify(mine.mintSessionToken('ada'), key)).rejects.toMatchObject({
        code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      });
    });
  });
});

describe('signedInAs', () => {
  it('gives, without waiting, a header that the testing instance signed', async () => {
    const { Authorization, ...others } = signedInAs('ada');
    const token = Authorization.replace(/^Bearer /, '');
    const key = await importSPKI(testingInstance().jwtKey, 'RS256');
    const { payload } = await jwtVerify(token, key);
    expect(payload.sub).toBe(testingInstance().users.ada.id);
    expect(others).toEqual({});
  });

  it('sets the claims it is given', () => {
    const { Authorization } = signedInAs('alan', { act: { sub: 'user_support' } });
    expect(decodeJwt(Authorization.slice('Bearer '.length)).act).toEqual({ sub: 'user_support' });
  });

  it('uses one instance in the whole process', () => {
    expect(testingInstance()).toBe(testingInstance());
  });

  it('throws for a user that is not there, and says who is', () => {
    expect(() => signedInAs('eve')).toThrow(UnknownLocalUserError);
    expect(() => signedInAs('eve')).toThrow('ada, grace, alan');
  });
});

describe('the organization claim', () => {
  function membership(features: string[], permissions: string[]) {
    const { ada } = seededUsers;
    const organization = { ...ada.membership.organization, features };
    return { ...ada.membership, organization, permissions };
  }

  it('gives each feature, in the order of `fea`, a mask whose lowest bit is the first permission', () => {
    const permissions = ['org:posts:read', 'org:articles:manage', 'org:articles:delete'];
    const claims = membership(['posts', 'articles', 'audit'], permissions);
    expect(featureClaim(claims)).toBe('o:articles,o:audit,o:posts');
    expect(organizationClaim(claims)).toMatchObject({ per: 'delete,manage,read', fpm: '3,0,4' });
  });

  it('leaves out what there is nothing to say about', () => {
    const claims = membership([], []);
    expect(featureClaim(claims)).toBeUndefined();
    expect(Object.keys(organizationClaim(claims)).toSorted()).toEqual(['id', 'rol', 'slg']);
  });

  it('counts past 32 permissions', () => {
    const names = Array.from({ length: 40 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    const claim = organizationClaim(
      membership(['articles'], ['org:articles:p39', ...names.map((name) => `org:other:${name}`)]),
    );
    expect(claim.fpm).toBe(String(2 ** 39));
  });
});
