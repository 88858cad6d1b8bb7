import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  All,
  Controller,
  Get,
  Injectable,
  Module,
  Post,
  Scope,
  Sse,
  UseGuards,
  Version,
  VersioningType,
} from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import {
  AcceptsToken,
  anyOf,
  Authorize,
  ClerkAuthGuard,
  ClerkModule,
  ForbidImpersonation,
  not,
  Public,
  RequireOrganization,
  RequirePermission,
  RequireScopes,
} from 'clerk-nestjs';
import type { AcceptedTokens, AuditEntry } from 'clerk-nestjs';
import { accessOf, auditOf, KEYS } from './audited.js';
import { APP_GUARD, RouterModule } from '@nestjs/core';
import { of } from 'rxjs';
import { PLATFORMS, startApp } from '../support/platforms.js';
import type { RunningApp } from '../support/platforms.js';

@Injectable()
class StricterGuard extends ClerkAuthGuard {}

describe('who has access', () => {
  @Injectable()
  class OtherGuard {
    canActivate() {
      return true;
    }
  }

  describe('the access of a handler', () => {
    it('is protected by the guard on it, open without, public where it says so', async () => {
      @Controller()
      class Handlers {
        @Get('guarded') @UseGuards(ClerkAuthGuard) guarded() {}
        @Get('stricter') @UseGuards(OtherGuard, StricterGuard) stricter() {}
        @Get('required') @RequirePermission('org:articles:read') required() {}
        @Get('kinds') @AcceptsToken('session_token') kinds() {}
        @Get('public') @Public() everybody() {}
        @Get('other') @UseGuards(OtherGuard) other() {}
        @Get('open') open() {}
      }
      expect(await accessOf({ controllers: [Handlers] })).toEqual([
        'protected GET /guarded',
        'protected GET /stricter',
        'protected GET /required',
        'protected GET /kinds',
        'public GET /public',
        'open GET /other',
        'open GET /open',
      ]);
    });

    it('is that of its class, unless it says otherwise', async () => {
      @Controller('guarded')
      @UseGuards(ClerkAuthGuard)
      class Guarded {
        @Get() plain() {}
        @Get('public') @Public() everybody() {}
      }
      @Controller('public')
      @Public()
      class Everybody {
        @Get() plain() {}
        @Get('guarded') @UseGuards(StricterGuard) guarded() {}
        @Get('required') @RequirePermission('org:articles:read') required() {}
      }
      expect(await accessOf({ controllers: [Guarded, Everybody] })).toEqual([
        'protected GET /guarded',
        'public GET /guarded/public',
        'public GET /public',
        'protected GET /public/guarded',
        'protected GET /public/required',
      ]);
    });

    it('is that of the class extended, unless the nearer one says otherwise', async () => {
      @UseGuards(StricterGuard)
      class Guarded {
        @Get() plain() {}
      }
      @Controller('inherits')
      class Inherits extends Guarded {}
      @Controller('opens')
      @Public()
      class Opens extends Guarded {}
      expect(await accessOf({ controllers: [Inherits, Opens] })).toEqual([
        'protected GET /inherits',
        'public GET /opens',
      ]);
    });
  });

  describe('what a handler takes and demands', () => {
    @Controller(':org')
    @AcceptsToken('session_token', 'api_key')
    @RequireOrganization({ param: 'org' })
    class Demanding {
      @Get() @ForbidImpersonation() show() {}
      @Get('scoped') @AcceptsToken('m2m_token') @RequireScopes('read', 'write') scoped() {}
      @Get('either')
      @Authorize(anyOf({ role: 'org:admin' }, () => true), not({ plan: 'user:free' }))
      either() {}
      @Get('public') @Public() everybody() {}
    }

    it('is listed nearest first, and nothing is demanded of the public', async () => {
      const keys = { secretKey: `sk_test_${'a'.repeat(42)}` };
      const entries = await auditOf({ controllers: [Demanding] }, { extras: keys });
      expect(entries.map(({ acceptsToken, demands }) => ({ acceptsToken, demands }))).toEqual([
        {
          acceptsToken: ['session_token', 'api_key'],
          demands: ['no impersonation', 'the organization of :org'],
        },
        {
          acceptsToken: 'm2m_token',
          demands: ['scope read', 'scope write', 'the organization of :org'],
        },
        {
          acceptsToken: ['session_token', 'api_key'],
          demands: [
            'any of (role org:admin, policy written inline)',
            'not (plan user:free)',
            'the organization of :org',
          ],
        },
        { acceptsToken: ['session_token', 'api_key'], demands: [] },
      ]);
    });

    it('is what the application takes where nothing is said', async () => {
      @Controller()
      class Plain {
        @Get() show() {}
      }
      const acceptsToken: AcceptedTokens = ['session_token', 'm2m_token'];
      const [entry] = await auditOf({ controllers: [Plain] }, { extras: { acceptsToken } });
      expect(entry).toMatchObject({ access: 'open', acceptsToken });
    });
  });
});

describe('the truth of an audit', () => {
  @Controller('mixed')
  class Mixed {
    @Get() plain() {}
    @Get('guarded') @UseGuards(ClerkAuthGuard) guarded() {}
    @Get('public') @Public() everybody() {}
    @Post(['one', 'two']) @RequirePermission('org:articles:manage') create() {}
    @All('all') @ForbidImpersonation() all() {}
    @Sse('news') @UseGuards(StricterGuard) news() {
      return of({ data: 'news' });
    }
    @Sse('open-news') openNews() {
      return of({ data: 'news' });
    }
    @Get('version') @Version('2') @AcceptsToken('session_token', 'm2m_token') versioned() {}
  }

  @UseGuards(ClerkAuthGuard)
  class Base {
    @Get('inherited') inherited() {}
    @Get('overridden') @RequirePermission('org:articles:read') overridden() {}
    @Get('opened') opened() {}
  }

  @Controller('derived')
  class Derived extends Base {
    @Get('moved') @UseGuards(ClerkAuthGuard) override overridden() {}
    @Get('opened') @Public() override opened() {}
  }

  @Controller('derived-public')
  @Public()
  class DerivedPublic extends Base {
    @Get('own') own() {}
    @Get('guarded') @UseGuards(StricterGuard) guarded() {}
  }

  /** Its instances are made for each request. */
  @Controller({ path: 'scoped', scope: Scope.REQUEST })
  class Scoped {
    @Get('guarded') @UseGuards(ClerkAuthGuard) guarded() {}
    @Get('plain') plain() {}
  }

  @Module({ controllers: [Derived, DerivedPublic, Scoped] })
  class ElsewhereModule {}

  const routed = RouterModule.register([{ path: 'elsewhere', module: ElsewhereModule }]);

  const appGuard = (scope?: Scope) => [{ provide: APP_GUARD, useClass: StricterGuard, scope }];

  /** What covers the whole application, and how many of its handlers are protected then. */
  const COVERS = [
    { cover: 'nothing', protectedHandlers: 10 },
    { cover: 'globalGuard', protectedHandlers: 13, extras: { globalGuard: true } },
    { cover: 'APP_GUARD', protectedHandlers: 13, providers: appGuard() },
    {
      cover: 'APP_GUARD for each request',
      protectedHandlers: 13,
      providers: appGuard(Scope.REQUEST),
    },
    {
      cover: 'useGlobalGuards()',
      protectedHandlers: 13,
      configure: (app: INestApplication) => app.useGlobalGuards(app.get(ClerkAuthGuard)),
    },
  ];

  /** The status that a stranger gets at each path of an entry, all of them the same. */
  async function statusOf({ route }: AuditEntry, origin: string): Promise<number> {
    const [, verb = '', paths = ''] = /^([A-Z]+) (.+?)(?:, version 2)?$/.exec(route) ?? [];
    const method = verb === 'ALL' ? 'PATCH' : verb;
    const headers = route.endsWith(', version 2') ? { 'x-version': '2' } : undefined;
    const statuses = new Set<number>();
    for (const path of paths.split(', ')) {
      const response = await fetch(`${origin}${path}`, { method, headers, redirect: 'manual' });
      await response.text();
      statuses.add(response.status);
    }
    expect(statuses.size).toBe(1);
    return [...statuses][0] ?? 0;
  }

  describe.each(PLATFORMS)('what the audit says is true on %s', (platform) => {
    describe.each(COVERS)('with $cover over all', (cover) => {
      let running: RunningApp;

      beforeAll(async () => {
        const { extras, providers, configure } = cover;
        const ours = ClerkModule.forRoot({ ...KEYS, ...extras });
        const root = { imports: [ours, ElsewhereModule, routed], controllers: [Mixed], providers };
        running = await startApp(platform, root, {
          configure: (app) => {
            app.setGlobalPrefix('api');
            app.enableVersioning({ type: VersioningType.HEADER, header: 'x-version' });
            configure?.(app);
          },
        });
      });
      afterAll(() => running.app.close());

      it('a stranger is refused by exactly the handlers that it calls protected', async () => {
        const entries = ClerkModule.audit(running.app);
        const answers = await Promise.all(
          entries.map(async (entry) => {
            const status = await statusOf(entry, running.origin);
            return { handler: entry.handler, status, refused: status === 401 };
          }),
        );
        expect(answers.map(({ handler, refused }) => ({ handler, refused }))).toEqual(
          entries.map(({ handler, access }) => ({ handler, refused: access === 'protected' })),
        );
        expect(answers.filter(({ refused }) => refused)).toHaveLength(cover.protectedHandlers);
        // Nothing was missed: whatever did not refuse has answered.
        const others = answers.filter(({ refused }) => !refused).map(({ status }) => status);
        expect(others.every((status) => status === 200)).toBe(true);
      });
    });
  });
});
