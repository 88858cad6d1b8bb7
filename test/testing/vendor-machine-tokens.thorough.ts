import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { authenticate } from './vendor-authenticate.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

/** Every kind of token, with who makes and revokes one; JWTs can't be revoked. */
const KINDS = [
  {
    kind: 'an API key',
    type: 'api_key',
    create: (maker: LocalInstance, secondsUntilExpiration?: number) =>
      maker.createApiKey({ subject: 'ada', scopes: ['a'], secondsUntilExpiration }),
    revoke: (id: string) => clerk.revokeApiKey(id),
  },
  {
    kind: 'an opaque M2M token',
    type: 'm2m_token',
    create: (maker: LocalInstance, secondsUntilExpiration?: number) =>
      maker.createM2mToken({ subject: 'worker', secondsUntilExpiration }),
    revoke: (id: string) => clerk.revokeM2mToken(id),
  },
  {
    kind: 'an M2M JWT',
    type: 'm2m_token',
    create: (maker: LocalInstance, secondsUntilExpiration?: number) =>
      maker.createM2mToken({ subject: 'worker', tokenFormat: 'jwt', secondsUntilExpiration }),
    revoke: undefined,
  },
  {
    kind: 'an opaque OAuth access token',
    type: 'oauth_token',
    create: (maker: LocalInstance, secondsUntilExpiration?: number) =>
      maker.createOAuthAccessToken({ subject: 'ada', scopes: ['a'], secondsUntilExpiration }),
    revoke: (id: string) => clerk.revokeOAuthAccessToken(id),
  },
  {
    kind: 'an OAuth JWT',
    type: 'oauth_token',
    create: (maker: LocalInstance, secondsUntilExpiration?: number) =>
      maker.createOAuthAccessToken({
        subject: 'ada',
        scopes: ['a'],
        tokenFormat: 'jwt',
        secondsUntilExpiration,
      }),
    revoke: undefined,
  },
] as const;

describe.each(KINDS)("the vendor's client and $kind", ({ kind, type, create, revoke }) => {
  const isJwt = kind.endsWith('JWT');
  const notFound = isJwt ? 'token-verification-failed' : 'token-invalid';

  it('signs it in', async () => {
    const { id, token } = create(clerk.instance);
    const { reason, auth } = await authenticate(clerk, token, type);
    const isM2m = type === 'm2m_token';
    const { machines, users } = clerk;
    expect(reason).toBeNull();
    expect(auth).toMatchObject({
      tokenType: type,
      isAuthenticated: true,
      id,
      subject: isM2m ? machines.worker.id : users.ada.id,
      scopes: isM2m ? [machines.api.id] : ['a'],
    });
  });

  it('does not when it was revoked, if it can be', async () => {
    const { id, token } = create(clerk.instance);
    revoke?.(id);
    const { reason, auth } = await authenticate(clerk, token, type);
    expect(auth?.isAuthenticated).toBe(isJwt);
    expect(reason).toBe(isJwt ? null : 'token-invalid');
  });

  it('does not when it has expired', async () => {
    const { token } = create(clerk.instance, -60);
    const { reason, auth } = await authenticate(clerk, token, type);
    expect(auth).toMatchObject({ tokenType: type, isAuthenticated: false });
    expect(reason).toBe(notFound);
  });

  it('does not when an attacker made it at another instance', async () => {
    const { token } = create(new LocalInstance());
    const { reason, auth } = await authenticate(clerk, token, type);
    expect(auth?.isAuthenticated).toBe(false);
    expect(reason).toBe(notFound);
  });

  it('does not where another kind is accepted', async () => {
    const { token } = create(clerk.instance);
    for (const other of ['api_key', 'm2m_token', 'oauth_token'] as const) {
      if (other === type) continue;
      const { reason } = await authenticate(clerk, token, other);
      expect(reason).toBe('token-type-mismatch');
    }
  });
});

describe("the vendor's client", () => {
  // Opaque ones: for a JWT the vendor tries for seconds to fetch the keys.
  it('signs no kind in with a wrong secret key', async () => {
    const opaque = KINDS.filter(({ kind }) => !kind.endsWith('JWT'));
    const settings = { secretKey: 'sk_test_wrong' };
    const states = await Promise.all(
      opaque.map(({ type, create }) =>
        authenticate(clerk, create(clerk.instance).token, type, settings),
      ),
    );
    const refusal = { isAuthenticated: false, reason: 'secret-key-invalid' };
    expect(
      states.map(({ auth, reason }) => ({ isAuthenticated: auth?.isAuthenticated, reason })),
    ).toEqual(opaque.map(() => refusal));
  });
});
