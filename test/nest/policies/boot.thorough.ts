import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, Scope, SetMetadata } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import {
  AcceptsToken,
  allOf,
  anyOf,
  Authorize,
  not,
  Public,
  RequireOrganization,
  RequirePermission,
  RequireRole,
  RequireScopes,
  VerifySession,
} from 'clerk-nestjs';
import { bootPolicies } from './policy-app.js';

describe('policies at boot', () => {
  /** Calls something as untyped code could. */
  function untyped(call: (...args: never[]) => unknown, ...args: unknown[]): () => unknown {
    return () => Reflect.apply(call, undefined, args);
  }

  class NoPolicy {}

  @Injectable()
  class Policy {
    authorize(): boolean {
      return true;
    }
  }

  @Injectable({ scope: Scope.REQUEST })
  class RequestPolicy extends Policy {}

  @Injectable({ scope: Scope.TRANSIENT })
  class TransientPolicy extends Policy {}

  const SYSTEM = { permission: 'org:sys_memberships:manage' };

  describe('a policy is refused where it is written', () => {
    it.each([
      ['@RequirePermission()', untyped(RequirePermission, SYSTEM.permission)],
      ['@RequirePermission(), second', untyped(RequirePermission, 'org:a:b', SYSTEM.permission)],
      ['@Authorize()', untyped(Authorize, SYSTEM)],
      ['anyOf()', untyped(anyOf, { role: 'org:admin' }, SYSTEM)],
      ['allOf()', untyped(allOf, SYSTEM)],
      ['not(), which would let everybody in', untyped(not, SYSTEM)],
    ])('for a system permission in %s', (_case, write) => {
      expect(write).toThrow(/demands org:sys_memberships:manage\. System permissions/);
    });

    it.each([
      ['@Authorize()', untyped(Authorize)],
      ['@Authorize({})', untyped(Authorize, {})],
      ['an undefined role', untyped(Authorize, { role: undefined })],
      ['an empty role', untyped(Authorize, { role: '' })],
      ['anyOf()', untyped(anyOf)],
      ['allOf()', untyped(allOf)],
      ['allOf({})', untyped(allOf, {})],
      ['not({})', untyped(not, {})],
    ])('for demanding nothing: %s', (_case, write) => {
      expect(write).toThrow(/demands nothing/);
    });

    it.each([
      ['a forged scope', { kind: 'scope', scope: 'x' }],
      ['a forged list of none', { kind: 'all-of', requirements: [] }],
      ['a copy of one of ours', { ...allOf({ role: 'org:admin' }) }],
      ['a misspelt question', { roles: 'org:admin' }],
      ['a class without authorize()', NoPolicy],
      ['null', null],
      ['a text', 'org:admin'],
      ['true', true],
    ])('for what is no policy: %s', (_case, input) => {
      for (const write of [Authorize, anyOf, allOf, not]) {
        expect(untyped(write, input)).toThrow(/takes what has\(\) takes/);
      }
    });

    it.each(['x', undefined, 'offline'])('for @VerifySession(%s)', (mode) => {
      expect(untyped(VerifySession, mode)).toThrow(/takes 'online'/);
    });
  });

  describe('an application refuses to boot', () => {
    it.each([
      ['that no module provides', Policy, []],
      ['of request scope', RequestPolicy, [RequestPolicy]],
      ['of transient scope', TransientPolicy, [TransientPolicy]],
    ])('with a policy class %s', async (_case, policy, providers) => {
      @Controller()
      class Reports {
        @Get() @Authorize(anyOf({ role: 'org:a' }, not(policy))) show() {}
      }
      await expect(bootPolicies(Reports, { providers })).rejects.toThrow(
        new RegExp(`^Reports\\.show demands the policy ${policy.name}, of which Nest has no`),
      );
    });

    it.each(['reports', ':orgIdentity', ':id', ''])(
      'with an organization of a parameter that "%s" has not',
      async (path) => {
        @Controller(path)
        class Reports {
          @Get() @RequireOrganization({ param: 'orgId' }) show() {}
        }
        await expect(bootPolicies(Reports)).rejects.toThrow(
          /^Reports\.show demands the organization of the route parameter orgId, which is no param/,
        );
      },
    );

    it('where one of the paths of a handler has not the parameter', async () => {
      @Controller()
      class Reports {
        @Get([':orgId', 'all']) @RequireOrganization({ param: 'orgId' }) show() {}
      }
      await expect(bootPolicies(Reports)).rejects.toThrow(/route parameter orgId/);
    });

    it('with a demand on a field that Nest runs no guards for', async () => {
      @SetMetadata('graphql:resolver_type', 'Report')
      class Reports {
        @Authorize(() => true) @SetMetadata('graphql:resolve_property', 'total') total() {}
      }
      const guarded = (fieldResolverEnhancers: string[]) => [
        Reports,
        { provide: 'GqlModuleOptions', useValue: { fieldResolverEnhancers } },
      ];
      const boot = (enhancers: string[]) =>
        bootPolicies(Reports, { controllers: [], providers: guarded(enhancers) });
      await expect(boot([])).rejects.toThrow(
        /^Access is declared on Reports\.total.*fieldResolver/s,
      );
      await expect(boot(['guards'])).resolves.toBeUndefined();
    });
  });

  describe('an application boots', () => {
    it('with a policy class of the default scope', async () => {
      @Controller()
      class Reports {
        @Get() @Authorize(Policy) show() {}
      }
      await expect(bootPolicies(Reports, { providers: [Policy] })).resolves.toBeUndefined();
    });

    it('with a parameter that RouterModule brings', async () => {
      @Controller('reports')
      class Reports {
        @Get() @RequireOrganization({ param: 'orgId' }) show() {}
      }
      @Module({ controllers: [Reports] })
      class ReportsModule {}
      const imports = [
        ReportsModule,
        RouterModule.register([{ path: 'of/:orgId', module: ReportsModule }]),
      ];
      await expect(bootPolicies(Reports, { controllers: [], imports })).resolves.toBeUndefined();
    });
  });
});

describe('declarations that are lost in part', () => {
  /** What tracing libraries do: another function takes the method's place, with none of its metadata. */
  function Wrap(): MethodDecorator {
    return (_target, _name, descriptor: PropertyDescriptor) => {
      const original: unknown = descriptor.value;
      if (typeof original !== 'function') return;
      descriptor.value = function wrapped(...args: unknown[]): unknown {
        return Reflect.apply(original, this, args);
      };
      for (const key of ['path', 'method']) {
        Reflect.defineMetadata(key, Reflect.getMetadata(key, original), descriptor.value);
      }
    };
  }

  describe('a decorator between two declarations, which drops the lower one, refuses to boot', () => {
    it('a requirement under @AcceptsToken()', async () => {
      @Controller()
      class Reports {
        @AcceptsToken('any') @Wrap() @RequirePermission('org:a:b') @Get() show() {}
      }
      await expect(bootPolicies(Reports)).rejects.toThrow(
        /declared on Reports\.show has no effect/,
      );
    });

    it('a requirement under another', async () => {
      @Controller()
      class Reports {
        @RequireRole('org:a') @Wrap() @RequirePermission('org:a:b') @Get() show() {}
      }
      await expect(bootPolicies(Reports)).rejects.toThrow(
        /declared on Reports\.show has no effect/,
      );
    });

    it('a requirement under @Public()', async () => {
      @Controller()
      class Reports {
        @Public() @Wrap() @RequirePermission('org:a:b') @Get() show() {}
      }
      await expect(bootPolicies(Reports)).rejects.toThrow(
        /declared on Reports\.show has no effect/,
      );
    });

    it('and boots with both above it', async () => {
      @Controller()
      class Reports {
        @RequireRole('org:a') @RequirePermission('org:a:b') @Wrap() @Get() show() {}
      }
      await bootPolicies(Reports);
    });
  });

  it('an override that names kinds of token only does not drop its base’s demand unsaid', async () => {
    class Base {
      @Get() @RequirePermission('org:a:b') show() {}
    }
    @Controller()
    class Reports extends Base {
      @Get() @AcceptsToken('any') override show() {}
    }
    await expect(bootPolicies(Reports)).rejects.toThrow(/Reports\.show overrides a handler/);
  });

  describe('a demand of which a part came out blank, or that nobody can meet, is refused', () => {
    // What a JavaScript user, or an empty variable, could make of them.
    const blank: string | undefined = [].at(0);

    it.each<[string, () => unknown]>([
      ['a blank scope among others', () => RequireScopes('a', '')],
      [
        'a reverification without a value',
        () => Authorize({ role: 'org:a', reverification: blank }),
      ],
      [
        'a reverification within no time at all',
        () => not({ reverification: { level: 'second_factor', afterMinutes: 0 } }),
      ],
      ['a feature of nobody', () => not({ feature: 'team:exports' })],
      ['a plan of nobody', () => not({ plan: 'team:pro' })],
    ])('%s', (_name, declare) => {
      expect(declare).toThrow(/demands/);
    });

    it('and can’t be changed once it is declared', async () => {
      const question = { permission: 'org:a:b' };
      @Controller()
      class Reports {
        @Get() @Authorize(question) show() {}
      }
      question.permission = 'org:sys_memberships:manage';
      await bootPolicies(Reports);
      const handler: unknown = Reflect.get(Reports.prototype, 'show');
      const declared: unknown = Reflect.getMetadata('clerk:requirements', Object(handler));
      expect(declared).toEqual([{ kind: 'has', question: { permission: 'org:a:b' } }]);
    });
  });
});
