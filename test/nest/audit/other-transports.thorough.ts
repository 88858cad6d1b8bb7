import { describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, Public, RequirePermission } from 'clerk-nestjs';
import { accessOf, auditOf } from './audited.js';
import {
  EventPattern,
  Gateway,
  graphqlOptions,
  MessagePattern,
  Operation,
  ResolveField,
  Resolver,
  SubscribeMessage,
} from './other-handlers.js';

@Resolver('Article')
class Articles {
  @Operation('Query') articles() {}
  @Operation('Query', 'article') @UseGuards(ClerkAuthGuard) find() {}
  @Operation('Mutation') @RequirePermission('org:articles:manage') create() {}
  @Operation('Subscription') @Public() created() {}
  helper() {}
}

describe('the audit lists, without the packages of Nest,', () => {
  it('the operations of a resolver by their names in the schema', async () => {
    const demands: string[] = [];
    const common = { transport: 'graphql', acceptsToken: 'session_token', demands };
    expect(await auditOf({ providers: [Articles] })).toEqual([
      { ...common, route: 'Query articles', handler: 'Articles.articles', access: 'open' },
      { ...common, route: 'Query article', handler: 'Articles.find', access: 'protected' },
      {
        ...common,
        route: 'Mutation create',
        handler: 'Articles.create',
        access: 'protected',
        demands: ['permission org:articles:manage'],
      },
      { ...common, route: 'Subscription created', handler: 'Articles.created', access: 'public' },
    ]);
  });

  it('the messages of a gateway', async () => {
    @Gateway()
    class Chat {
      @SubscribeMessage('say') @UseGuards(ClerkAuthGuard) say() {}
      @SubscribeMessage({ type: 'leave' }) @Public() leave() {}
      @SubscribeMessage('list') list() {}
    }
    const entries = await auditOf({ providers: [Chat] });
    expect(entries.map(({ transport, route, access }) => [transport, route, access])).toEqual([
      ['ws', 'message say', 'protected'],
      ['ws', 'message {"type":"leave"}', 'public'],
      ['ws', 'message list', 'open'],
    ]);
  });

  it('message and event patterns, each of several', async () => {
    @Controller()
    class Patterns {
      @MessagePattern('sum', { cmd: 'sum' }) @UseGuards(ClerkAuthGuard) sum() {}
      @EventPattern('created') @Public() created() {}
      @EventPattern(7) numbered() {}
    }
    const entries = await auditOf({ controllers: [Patterns] });
    expect(entries.map((entry) => [entry.transport, entry.route, entry.access])).toEqual([
      ['rpc', 'pattern sum', 'protected'],
      ['rpc', 'pattern {"cmd":"sum"}', 'protected'],
      ['rpc', 'pattern created', 'public'],
      ['rpc', 'pattern 7', 'open'],
    ]);
  });

  it('every way in which one method is called', async () => {
    @Controller('sum')
    class Several {
      @Get() @MessagePattern('sum') @UseGuards(ClerkAuthGuard) sum() {}
    }
    expect(await accessOf({ controllers: [Several] })).toEqual([
      'protected GET /sum',
      'protected pattern sum',
    ]);
  });
});

describe('the fields of a GraphQL type', () => {
  @Resolver('Article')
  @UseGuards(ClerkAuthGuard)
  class OfGuardedClass {
    @Operation('Query') articles() {}
    @ResolveField() author() {}
  }

  @Resolver('Article')
  class OfGuardedFields {
    @ResolveField() @UseGuards(ClerkAuthGuard) author() {}
    @ResolveField() comments() {}
    @ResolveField('title') @Public() titleOf() {}
  }

  const withGuards = graphqlOptions({ fieldResolverEnhancers: ['interceptors', 'guards'] });

  it.each<[string, unknown]>([
    ['no options', undefined],
    ['none', {}],
    ['null', { fieldResolverEnhancers: null }],
    ['an empty list', { fieldResolverEnhancers: [] }],
    ['other enhancers', { fieldResolverEnhancers: ['filters', 'interceptors'] }],
  ])(
    'are open behind a guard on their class, with %s for fieldResolverEnhancers',
    async (...at) => {
      const providers = [OfGuardedClass, graphqlOptions(at[1])];
      expect(await accessOf({ providers })).toEqual([
        'protected Query articles',
        'open field author of OfGuardedClass',
      ]);
    },
  );

  it('are open behind a guard on their class, without GraphQLModule', async () => {
    expect(await accessOf({ providers: [OfGuardedClass] })).toContain(
      'open field author of OfGuardedClass',
    );
  });

  it("are what is declared with fieldResolverEnhancers: ['guards']", async () => {
    expect(await accessOf({ providers: [OfGuardedClass, OfGuardedFields, withGuards] })).toEqual([
      'protected Query articles',
      'protected field author of OfGuardedClass',
      'protected field author of OfGuardedFields',
      'open field comments of OfGuardedFields',
      'public field title of OfGuardedFields',
    ]);
  });

  it('with a guard of their own refuse to boot without fieldResolverEnhancers', async () => {
    await expect(accessOf({ providers: [OfGuardedFields] })).rejects.toThrow(
      /OfGuardedFields\.author, which resolves a field: .*fieldResolverEnhancers: \['guards'\]/,
    );
  });
});
