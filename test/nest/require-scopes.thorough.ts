import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import {
  AcceptsToken,
  Public,
  RequireFeature,
  RequirePermission,
  RequirePlan,
  RequireReverification,
  RequireRole,
  RequireScopes,
} from 'clerk-nestjs';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer } from './support/callers.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

@Controller('scopes')
@AcceptsToken('any')
class Scopes {
  @Get('read') @RequireScopes('articles:read') read() {}
  @Get('both') @RequireScopes('articles:read', 'articles:write') both() {}
  @Get('twice') @RequireScopes('articles:read') @RequireScopes('articles:write') twice() {}
}

@Controller('scoped-class')
@RequireScopes('articles:read')
class ScopedClass {
  @Get('plain') @AcceptsToken('any') plain() {}
  @Get('more') @AcceptsToken('any') @RequireScopes('articles:write') more() {}
  @Get('open') @Public() open() {}
}

@Controller('demands')
@AcceptsToken('any')
class Demands {
  @Get('role') @RequireRole('org:admin') role() {}
  @Get('permission') @RequirePermission('org:articles:manage') permission() {}
  @Get('feature') @RequireFeature('articles') feature() {}
  @Get('plan') @RequirePlan('pro') plan() {}
  @Get('verified') @RequireReverification('lax') verified() {}
}

/** Path, and the statuses for tokens with no scope, read, write, both, and one that starts alike. */
const TABLE: readonly (readonly [string, readonly number[]])[] = [
  ['/scopes/read', [403, 200, 403, 200, 403]],
  ['/scopes/both', [403, 403, 403, 200, 403]],
  ['/scopes/twice', [403, 403, 403, 200, 403]],
  ['/scoped-class/plain', [403, 200, 403, 200, 403]],
  ['/scoped-class/more', [403, 403, 403, 200, 403]],
];

const SCOPES: readonly (readonly string[])[] = [
  [],
  ['articles:read'],
  ['articles:write'],
  ['articles:write', 'articles:read'],
  ['articles:read:none', 'ARTICLES:READ', 'articles:*'],
];

describe.each(PLATFORMS)('@RequireScopes() on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const options = { acceptsToken: ['session_token', 'api_key'] } as const;
  const controllers = [Scopes, ScopedClass, Demands];
  const app = tokenAppForTests(platform, recorded, controllers, options);

  const statuses = async (path: string, tokens: readonly string[]) => {
    const answers = await Promise.all(tokens.map((token) => app.ask(path, bearer(token))));
    return answers.map(({ status }) => status);
  };

  it.each(TABLE)('%s lets API keys in that have every scope, by its whole name', async (...row) => {
    const keys = SCOPES.map((scopes) => recorded.clerk.createApiKey({ subject: 'ada', scopes }));
    expect(
      await statuses(
        row[0],
        keys.map(({ token }) => token),
      ),
    ).toEqual(row[1]);
  });

  it.each(TABLE)('%s does the same for OAuth tokens and M2M tokens', async (path, expected) => {
    const { clerk } = recorded;
    for (const tokenFormat of ['opaque', 'jwt'] as const) {
      const oauth = SCOPES.map((scopes) =>
        clerk.createOAuthAccessToken({ subject: 'ada', scopes, tokenFormat }),
      );
      const m2m = SCOPES.map((scopes) =>
        clerk.createM2mToken({
          subject: 'worker',
          scopes: [...scopes, clerk.machines.api.id],
          tokenFormat,
        }),
      );
      const tokens = [...oauth, ...m2m].map(({ token }) => token);
      expect(await statuses(path, tokens)).toEqual([...expected, ...expected]);
    }
  });

  it('never lets a session in, whatever its claims say', async () => {
    const claims = { scopes: ['articles:read'], scope: 'articles:read', scp: ['articles:read'] };
    const token = recorded.clerk.mintSessionToken('ada', claims);
    expect(await statuses('/scopes/read', [token])).toEqual([403]);
  });

  it('refuses without naming the scope, and asks nobody to sign in who has a good token', async () => {
    const { token } = recorded.clerk.createApiKey({ subject: 'ada' });
    const answer = await app.ask('/scopes/read', { ...bearer(token), accept: 'text/html' });
    expect([answer.status, answer.headers.get('location')]).toEqual([403, null]);
    expect(answer.body).toEqual({
      statusCode: 403,
      error: 'Forbidden',
      message: 'You are not allowed to do this.',
    });
  });

  it('demands a token before it demands scopes', async () => {
    expect((await app.ask('/scopes/read')).status).toBe(401);
    expect((await app.ask('/scopes/read', bearer('ak_unknown'))).status).toBe(401);
  });

  it('demands nothing of a public handler', async () => {
    expect((await app.ask('/scoped-class/open')).status).toBe(200);
  });

  it('that name nothing throw where they are written', () => {
    expect(() => Reflect.apply(RequireScopes, undefined, [])).toThrow(/demands nothing/);
    expect(() => RequireScopes('')).toThrow(/demands nothing/);
  });

  describe.each(['role', 'permission', 'feature', 'plan', 'verified'])(
    'what only sessions have (%s)',
    (demand) => {
      it('no token of a program has, whatever its claims say', async () => {
        const { clerk } = recorded;
        const claims = { o: { rol: 'admin' }, org_role: 'org:admin', fva: [0, 0], pla: 'u:pro' };
        const scopes = ['org:admin', 'org:articles:manage', 'articles', 'pro'];
        const tokens = [
          clerk.createApiKey({ subject: 'acme', scopes, claims }).token,
          clerk.createM2mToken({ subject: 'worker', claims, tokenFormat: 'jwt' }).token,
          clerk.createOAuthAccessToken({ subject: 'ada', scopes, claims, tokenFormat: 'jwt' })
            .token,
        ];
        expect(await statuses(`/demands/${demand}`, tokens)).toEqual([403, 403, 403]);
      });
    },
  );
});
