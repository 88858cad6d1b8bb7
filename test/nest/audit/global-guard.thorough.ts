import { describe, expect, it } from '@jest/globals';
import {
  Controller,
  Get,
  type INestApplication,
  Injectable,
  Module,
  Scope,
  UseGuards,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, Public } from 'clerk-nestjs';
import { PLATFORMS } from '../support/platforms.js';
import { accessOf } from './audited.js';
import {
  EventPattern,
  Gateway,
  graphqlOptions,
  MessagePattern,
  ResolveField,
  Resolver,
  SubscribeMessage,
} from './other-handlers.js';

@Injectable()
class StricterGuard extends ClerkAuthGuard {}

@Injectable()
class OtherGuard {
  canActivate() {
    return true;
  }
}

@Controller('plain')
class Plain {
  @Get() show() {}
  @Get('public') @Public() everybody() {}
}

@Module({ controllers: [Plain] })
class ElsewhereModule {}

const COVERED = ['protected GET /plain', 'public GET /plain/public'];
const OPEN = ['open GET /plain', 'public GET /plain/public'];
const imports = [ElsewhereModule];

describe.each(PLATFORMS)('a global guard on %s', (platform) => {
  it('protects every handler that is not public, by globalGuard', async () => {
    expect(await accessOf({ imports }, { platform, extras: { globalGuard: true } })).toEqual(
      COVERED,
    );
    expect(await accessOf({ imports }, { platform, extras: { globalGuard: false } })).toEqual(OPEN);
  });

  it.each([
    ['the guard itself', { provide: APP_GUARD, useExisting: ClerkAuthGuard }],
    ['another one of it', { provide: APP_GUARD, useClass: ClerkAuthGuard }],
    ['one that extends it', { provide: APP_GUARD, useClass: StricterGuard }],
    [
      'one made for each request',
      { provide: APP_GUARD, useClass: StricterGuard, scope: Scope.REQUEST },
    ],
  ])('protects them by APP_GUARD with %s', async (_guard, provider) => {
    expect(await accessOf({ imports, providers: [provider] }, { platform })).toEqual(COVERED);
  });

  it('protects them by useGlobalGuards(app.get(ClerkAuthGuard))', async () => {
    const setup = { platform, configure: useGuard };
    expect(await accessOf({ imports }, setup)).toEqual(COVERED);
  });

  it.each([
    ['APP_GUARD', { provide: APP_GUARD, useClass: OtherGuard }],
    [
      'APP_GUARD for each request',
      { provide: APP_GUARD, useClass: OtherGuard, scope: Scope.REQUEST },
    ],
  ])('protects nothing when it is somebody else’s, by %s', async (_way, provider) => {
    expect(await accessOf({ imports, providers: [provider] }, { platform })).toEqual(OPEN);
  });
});

describe('a global guard elsewhere than over HTTP', () => {
  @Gateway()
  class Chat {
    @SubscribeMessage('say') say() {}
  }
  @Controller()
  class Patterns {
    @MessagePattern('sum') sum() {}
    @EventPattern('created') created() {}
    @MessagePattern('guarded') @UseGuards(ClerkAuthGuard) guarded() {}
  }
  @Resolver('Article')
  class Articles {
    @ResolveField('author') author() {}
  }

  it('covers messages of gateways, but no patterns and no fields', async () => {
    const parts = { controllers: [Patterns], providers: [Chat, Articles] };
    const lines = await accessOf(parts, { extras: { globalGuard: true } });
    expect(lines.toSorted()).toEqual([
      'open field author of Articles',
      'open pattern created',
      'open pattern sum',
      'protected message say',
      'protected pattern guarded',
    ]);
  });

  it('covers no messages of gateways when it is made for each request', async () => {
    const guard = { provide: APP_GUARD, useClass: StricterGuard, scope: Scope.REQUEST };
    expect(await accessOf({ providers: [Chat, guard] })).toEqual(['open message say']);
  });

  it('is no guard on a field that Nest runs none for', async () => {
    const providers = [Articles, graphqlOptions({ fieldResolverEnhancers: ['interceptors'] })];
    expect(await accessOf({ providers }, { configure: useGuard })).toEqual([
      'open field author of Articles',
    ]);
  });
});

function useGuard(app: INestApplication): void {
  app.useGlobalGuards(app.get(ClerkAuthGuard));
}
