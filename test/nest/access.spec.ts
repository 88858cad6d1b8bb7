import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, ClerkModule, Public, RequirePermission, RequireRole } from 'clerk-nestjs';
import { ClerkTestingModule, signedInAs, testingInstance } from 'clerk-nestjs/testing';
import { PLATFORMS, startApp } from './support/platforms.js';
import type { RunningApp } from './support/platforms.js';
import { createHmac } from 'node:crypto';
import type { NextFunction } from 'express';
import { ClerkMiddleware } from '../../src/nest/http/clerk-middleware.js';
import { REQUEST_AUTH_BRAND } from '../../src/nest/http/request-auth.js';
import { ArticlesController } from './support/articles.js';

describe('access', () => {
  @Controller('guarded-class')
  @UseGuards(ClerkAuthGuard)
  class GuardedClass {
    @Get('plain') plain() {}
    @Get('public') @Public() open() {}
  }

  @Controller('public-class')
  @Public()
  class PublicClass {
    @Get('plain') plain() {}
    @Get('guarded') @UseGuards(ClerkAuthGuard) guarded() {}
    @Get('requirement') @RequirePermission('org:articles:manage') requirement() {}
  }

  @Controller('requiring-class')
  @RequirePermission('org:articles:read')
  class RequiringClass {
    @Get('plain') plain() {}
    @Get('more') @RequireRole('org:admin') more() {}
    @Get('public') @Public() open() {}
  }

  @Controller('derived')
  class DerivedClass extends RequiringClass {
    @Get('own') own() {}
    @Get('overridden-more') @RequirePermission('org:articles:read') override more() {}
  }

  @Controller('derived-requiring')
  @RequireRole('org:admin')
  class DerivedRequiringClass extends RequiringClass {
    @Get('own') own() {}
  }

  @Controller('derived-public')
  @Public()
  class DerivedPublicClass extends RequiringClass {
    @Get('own') own() {}
  }

  @Injectable()
  class StricterGuard extends ClerkAuthGuard {}

  @Controller('subclassed')
  @Public()
  class SubclassedGuard {
    @Get('guarded') @UseGuards(StricterGuard) guarded() {}
  }

  @Controller('undeclared')
  class UndeclaredClass {
    @Get('plain') plain() {}
    @Get('requirement') @RequirePermission('org:articles:manage') requirement() {}
  }

  /** A module that does not import ClerkModule: decorators alone must protect it. */
  @Module({ controllers: [UndeclaredClass] })
  class ElsewhereModule {}

  const controllers = [
    GuardedClass,
    PublicClass,
    RequiringClass,
    DerivedClass,
    DerivedRequiringClass,
    DerivedPublicClass,
    SubclassedGuard,
  ];

  /** Path, and the statuses for nobody, alan (no organization), grace (read) and ada (admin). */
  const TABLE: readonly (readonly [string, ...number[]])[] = [
    ['/guarded-class/plain', 401, 200, 200, 200],
    ['/guarded-class/public', 200, 200, 200, 200],
    ['/public-class/plain', 200, 200, 200, 200],
    ['/public-class/guarded', 401, 200, 200, 200],
    ['/public-class/requirement', 401, 403, 403, 200],
    ['/requiring-class/plain', 401, 403, 200, 200],
    ['/requiring-class/more', 401, 403, 403, 200],
    ['/requiring-class/public', 200, 200, 200, 200],
    ['/derived/own', 401, 403, 200, 200],
    ['/derived/plain', 401, 403, 200, 200],
    ['/derived/overridden-more', 401, 403, 200, 200],
    ['/derived-requiring/own', 401, 403, 403, 200],
    ['/derived-public/own', 200, 200, 200, 200],
    ['/derived-public/more', 401, 403, 403, 200],
    ['/subclassed/guarded', 401, 200, 200, 200],
    ['/undeclared/requirement', 401, 403, 403, 200],
  ];

  describe.each(PLATFORMS)('who may call what on %s', (platform) => {
    let running: RunningApp;

    beforeAll(async () => {
      running = await startApp(platform, {
        imports: [ClerkModule.forRoot(), ClerkTestingModule, ElsewhereModule],
        controllers,
      });
    });

    afterAll(() => running.app.close());

    const statuses = (origin: string, path: string) =>
      Promise.all(
        [{}, signedInAs('alan'), signedInAs('grace'), signedInAs('ada')].map(
          async (headers) => (await fetch(`${origin}${path}`, { headers })).status,
        ),
      );

    it.each(TABLE)(
      '%s answers nobody, alan, grace and ada %d, %d, %d, %d',
      async (path, ...expected) => {
        expect(await statuses(running.origin, path)).toEqual(expected);
      },
    );

    it('leaves a handler alone that nothing protects', async () => {
      expect(await statuses(running.origin, '/undeclared/plain')).toEqual([200, 200, 200, 200]);
    });
  });

  describe.each(PLATFORMS)('who may call what on %s under globalGuard', (platform) => {
    let running: RunningApp;

    beforeAll(async () => {
      running = await startApp(platform, {
        imports: [ClerkModule.forRoot({ globalGuard: true }), ClerkTestingModule, ElsewhereModule],
        controllers,
      });
    });

    afterAll(() => running.app.close());

    it.each([...TABLE, ['/undeclared/plain', 401, 200, 200, 200] as const])(
      '%s answers nobody %d, and alan, grace and ada %d, %d, %d',
      async (path, nobody, alan, grace, ada) => {
        const status = async (headers: Record<string, string>) =>
          (await fetch(`${running.origin}${path}`, { headers })).status;
        expect([
          await status({}),
          await status(signedInAs('alan')),
          await status(signedInAs('grace')),
          await status(signedInAs('ada')),
        ]).toEqual([nobody, alan, grace, ada]);
      },
    );
  });
});

describe('whom the guard trusts', () => {
  const { ada } = testingInstance().users;

  /** What an attacker, or another library, would have to put on a request to pass as ada. */
  function forgedAuth() {
    const fields = { userId: ada.id, orgId: 'org_1', isAuthenticated: true, has: () => true };
    const forged = Object.assign(() => fields, fields, { [REQUEST_AUTH_BRAND]: true });
    return { auth: forged, user: fields, clerk: fields, session: fields };
  }

  describe.each(PLATFORMS)('on %s, the guard does not trust', (platform) => {
    describe('a middleware to have run', () => {
      let running: RunningApp;

      beforeAll(async () => {
        running = await startApp(
          platform,
          {
            imports: [ClerkModule.forRoot(), ClerkTestingModule],
            controllers: [ArticlesController],
          },
          {
            // Whatever kept the middleware from a request, the guard sees the same: no state.
            override: (builder) =>
              builder.overrideProvider(ClerkMiddleware).useValue({
                handle: (request: object, _response: unknown, next: NextFunction) => {
                  Object.assign(request, forgedAuth());
                  next();
                },
              }),
          },
        );
      });

      afterAll(() => running.app.close());

      it('so a request that the middleware never saw is refused, whatever is written on it', async () => {
        expect((await fetch(`${running.origin}/articles`)).status).toBe(401);
        expect((await fetch(`${running.origin}/articles/role`)).status).toBe(401);
      });

      it('so it authenticates a good token by itself, and shows handlers what it found', async () => {
        const response = await fetch(`${running.origin}/articles/request`, {
          headers: signedInAs('grace'),
        });
        const { grace } = testingInstance().users;
        expect(await response.json()).toMatchObject({ called: grace.id, field: grace.id });
      });
    });

    it('what another library writes on the request afterwards', async () => {
      const running = await startApp(
        platform,
        { imports: [ClerkModule.forRoot(), ClerkTestingModule], controllers: [ArticlesController] },
        {
          configure: (app) =>
            app.use((request: object, _response: unknown, next: NextFunction) => {
              Object.assign(request, forgedAuth());
              next();
            }),
        },
      );
      try {
        expect((await fetch(`${running.origin}/articles`)).status).toBe(401);
        const response = await fetch(`${running.origin}/articles`, {
          headers: signedInAs('grace'),
        });
        expect(await response.json()).toMatchObject({ userId: testingInstance().users.grace.id });
      } finally {
        await running.app.close();
      }
    });

    it('headers that claim what the middleware would have found', async () => {
      const running = await startApp(platform, {
        imports: [ClerkModule.forRoot(), ClerkTestingModule],
        controllers: [ArticlesController],
      });
      try {
        const signature = createHmac('sha1', 'guess').update('x').digest('hex');
        const response = await fetch(`${running.origin}/articles`, {
          headers: {
            'x-clerk-auth-status': 'signed-in',
            'x-clerk-auth-token': testingInstance().mintSessionToken('ada'),
            'x-clerk-auth-signature': signature,
            'x-user-id': ada.id,
          },
        });
        expect(response.status).toBe(401);
      } finally {
        await running.app.close();
      }
    });
  });
});
