import { describe, expect, it } from '@jest/globals';
import {
  Controller,
  Get,
  Injectable,
  Module,
  RequestMethod,
  UseGuards,
  VersioningType,
} from '@nestjs/common';
import { ClerkAuthGuard, RequirePermission } from 'clerk-nestjs';
import { PLATFORMS } from '../support/platforms.js';
import { accessOf, auditOf } from './audited.js';
import {
  graphqlOptions,
  MessagePattern,
  Operation,
  ResolveField,
  Resolver,
  SubscribeMessage,
} from './other-handlers.js';

describe('a function in the place of a guarded method, which Nest calls without its guard,', () => {
  it.each([
    ['@UseGuards()', UseGuards(ClerkAuthGuard)],
    ['a requirement', RequirePermission('org:a:b')],
  ])('refuses to boot when the constructor binds a method with %s', async (_what, declared) => {
    @Controller()
    class Bound {
      constructor() {
        this.show = this.show.bind(this);
      }
      @Get() @declared show() {}
    }
    await expect(accessOf({ controllers: [Bound] })).rejects.toThrow(
      /Bound\.show has no effect.*function of its own/,
    );
  });

  it('refuses to boot when a property of a class that extends another hides its method', async () => {
    class Base {
      @Get() @UseGuards(ClerkAuthGuard) show(): void {}
    }
    @Controller()
    class Arrow extends Base {
      override show = () => {};
    }
    await expect(accessOf({ controllers: [Arrow] })).rejects.toThrow(/Arrow\.show has no effect/);
  });
});

describe('what Nest does not call', () => {
  it('is not listed: handlers of a service, patterns of one, messages outside a gateway', async () => {
    class Base {
      @Get('inherited') show() {}
      @MessagePattern('sum') sum() {}
      @SubscribeMessage('say') say() {}
    }
    @Injectable()
    class Service extends Base {}
    expect(await auditOf({ providers: [Service] }, { extras: { audit: 'error' } })).toEqual([]);
  });

  it('is no second handler of a controller that is injected elsewhere too', async () => {
    @Controller('once')
    class Once {
      @Get() show() {}
    }
    @Module({ providers: [Once] })
    class ElsewhereModule {}
    const parts = { imports: [ElsewhereModule], controllers: [Once] };
    expect(await accessOf(parts)).toEqual(['open GET /once']);
  });
});

describe('GraphQL', () => {
  @Resolver('Article')
  class Articles {
    @Operation('Query') articles() {}
    @ResolveField() author() {}
  }
  const extras = { globalGuard: true };
  const enhanced = graphqlOptions({ fieldResolverEnhancers: ['guards'] });

  it('is covered by a global guard, its fields only with guards among the enhancers', async () => {
    expect(await accessOf({ providers: [Articles] }, { extras })).toEqual([
      'protected Query articles',
      'open field author of Articles',
    ]);
    expect(await accessOf({ providers: [Articles, enhanced] }, { extras })).toEqual([
      'protected Query articles',
      'protected field author of Articles',
    ]);
  });

  it('runs guards for fields only when all of several modules are told to', async () => {
    @Module({ providers: [enhanced] })
    class Told {}
    @Module({ providers: [graphqlOptions({})] })
    class NotTold {}
    for (const imports of [
      [Told, NotTold],
      [NotTold, Told],
    ]) {
      const lines = await accessOf({ imports, providers: [Articles] }, { extras });
      expect(lines).toContain('open field author of Articles');
    }
  });

  it('is listed for a resolver that a factory makes', async () => {
    const providers = [{ provide: 'articles', useFactory: () => new Articles() }];
    expect(await accessOf({ providers })).toContain('open Query articles');
  });
});

describe.each(PLATFORMS)('the path that is listed on %s', (platform) => {
  it('has no global prefix where that is excluded', async () => {
    @Controller()
    class Health {
      @Get('health') health() {}
      @Get('other') other() {}
    }
    const exclude = [{ path: 'health', method: RequestMethod.GET }];
    const lines = await accessOf(
      { controllers: [Health] },
      { platform, configure: (app) => app.setGlobalPrefix('api', { exclude }) },
    );
    expect(lines).toEqual(['open GET /health', 'open GET /api/other']);
  });

  it('has the version that every route has by default', async () => {
    @Controller('plain')
    class Plain {
      @Get() show() {}
    }
    const [line] = await accessOf(
      { controllers: [Plain] },
      {
        platform,
        configure: (app) => app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' }),
      },
    );
    expect(line).toMatch(/^open GET \/v1\/plain\b/);
  });
});
