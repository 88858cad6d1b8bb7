import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, ClerkModule, Public, RequirePermission, RequireRole } from 'clerk-nestjs';
import { ClerkTestingModule, signedInAs } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

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
