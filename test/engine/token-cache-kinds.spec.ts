import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AuthObject } from '../../src/engine/auth/index.js';
import type { AcceptedTokens } from '../../src/engine/token-type.js';
import { local, verdictOn } from './support/engine.js';
import { M2M_JWT, OAUTH_JWT } from './support/machines.js';
import { RememberingInstance } from './support/remembering-instance.js';

let instance: RememberingInstance;
const SESSION_JWT = local.mintSessionToken('ada');

beforeEach(() => {
  instance = new RememberingInstance();
});

describe('a token that is known as one kind is no other:', () => {
  type Kind = Extract<AcceptedTokens, string>;

  test.each<[kind: Kind, other: Kind, token: string]>([
    ['m2m_token', 'session_token', M2M_JWT],
    ['m2m_token', 'oauth_token', M2M_JWT],
    ['oauth_token', 'session_token', OAUTH_JWT],
    ['oauth_token', 'm2m_token', OAUTH_JWT],
    ['session_token', 'm2m_token', SESSION_JWT],
    ['session_token', 'oauth_token', SESSION_JWT],
  ])('%s as %s', async (kind, other, token) => {
    const as = (acceptsToken: AcceptedTokens) =>
      instance.verdictOn(token, { policy: { acceptsToken } });
    expect(await as(kind)).toBe('signed-in');
    expect(await as(kind)).toBe('signed-in');
    const refused = await as(other);
    expect(refused).not.toBe('signed-in');
    expect(refused).toBe(await verdictOn(token, { policy: { acceptsToken: other } }));
    expect(await as('any')).toBe('signed-in');
  });

  test("an OAuth token's audience is demanded of a known one too", async () => {
    const acceptsToken = 'oauth_token';
    expect(await instance.verdictOn(OAUTH_JWT, { policy: { acceptsToken } })).toBe('signed-in');
    const demands = { acceptsToken, audience: ['https://api.example'] } as const;
    expect(await instance.verdictOn(OAUTH_JWT, { policy: demands })).not.toBe('signed-in');
  });
});

/** Changes everything that there is, at every depth. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    spoil(member);
    if (typeof member !== 'function') Reflect.set(value, name, 'spoilt');
  }
  Object.assign(value, { added: true });
}

describe('what an application does to its auth object, the next request does not see:', () => {
  const claims = {
    act: { sub: 'user_support', of: { desk: 1 } },
    org_permissions: ['org:read'],
    meta: { roles: [{ name: 'reader' }], deep: { deeper: { deepest: [1, [2]] } } },
  };
  const JWTS: [kind: Extract<AcceptedTokens, string>, token: () => string][] = [
    ['session_token', () => local.mintSessionToken('ada', claims)],
    [
      'm2m_token',
      () =>
        local.createM2mToken({ subject: 'worker', tokenFormat: 'jwt', claims: { ...claims } })
          .token,
    ],
    ['oauth_token', () => OAUTH_JWT],
  ];

  test.each(JWTS)('%s', async (acceptsToken, token) => {
    const text = token();
    const authOf = async (): Promise<AuthObject> =>
      (await instance.authenticationOf(text, { policy: { acceptsToken } })).toAuth();
    // The first comes from the decoder, the others from the cache.
    const seen: string[] = [];
    for (let time = 0; time < 3; time += 1) {
      const auth = await authOf();
      seen.push(JSON.stringify(auth));
      expect(auth.isAuthenticated).toBe(true);
      spoil(auth);
      expect(JSON.stringify(auth)).not.toBe(seen[0]);
    }
    expect(new Set(seen).size).toBe(1);
  });
});
