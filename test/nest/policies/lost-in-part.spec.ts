import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import {
  AcceptsToken,
  Authorize,
  not,
  Public,
  RequirePermission,
  RequireRole,
  RequireScopes,
} from 'clerk-nestjs';
import { bootPolicies } from './policy-app.js';

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
    await expect(bootPolicies(Reports)).rejects.toThrow(/declared on Reports\.show has no effect/);
  });

  it('a requirement under another', async () => {
    @Controller()
    class Reports {
      @RequireRole('org:a') @Wrap() @RequirePermission('org:a:b') @Get() show() {}
    }
    await expect(bootPolicies(Reports)).rejects.toThrow(/declared on Reports\.show has no effect/);
  });

  it('a requirement under @Public()', async () => {
    @Controller()
    class Reports {
      @Public() @Wrap() @RequirePermission('org:a:b') @Get() show() {}
    }
    await expect(bootPolicies(Reports)).rejects.toThrow(/declared on Reports\.show has no effect/);
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
    ['a reverification without a value', () => Authorize({ role: 'org:a', reverification: blank })],
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
