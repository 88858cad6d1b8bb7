import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, UseGuards } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  ClerkAuthGuard,
  ClerkModule,
  getAuth,
  Public,
  RequirePermission,
  RequireRole,
} from 'clerk-nestjs';
import {
  ClerkTestingModule,
  LocalInstance,
  signedInAs,
  testingInstance,
} from 'clerk-nestjs/testing';
import { PLATFORMS, startApp } from './support/platforms.js';
import type { RunningApp } from './support/platforms.js';
import type { NextFunction, Request, Response } from 'express';

describe('enforcement', () => {
  const { publishableKey, jwtKey } = new LocalInstance();

  async function boot({ controllers = [], providers = [] }: Record<string, Type[]>): Promise<void> {
    const imports = [ClerkModule.forRoot({ publishableKey, jwtKey })];
    const module = await Test.createTestingModule({ imports, controllers, providers }).compile();
    await module.init();
    await module.close();
  }

  /** What caching, tracing and transaction decorators do: another function takes the method's place. */
  function Wrapped(): MethodDecorator {
    return (_target, _name, descriptor: PropertyDescriptor) => {
      const inner: unknown = descriptor.value;
      descriptor.value = function wrapper(this: unknown, ...args: unknown[]): unknown {
        return typeof inner === 'function' ? Reflect.apply(inner, this, args) : undefined;
      };
      return descriptor;
    };
  }

  describe('what Nest would not enforce refuses to boot', () => {
    it('a requirement that a wrapping decorator has dropped', async () => {
      @Controller()
      class Articles {
        @Get() @Wrapped() @RequirePermission('org:articles:manage') show() {}
      }
      await expect(boot({ controllers: [Articles] })).rejects.toThrow(
        /Articles\.show has no effect.*above all other decorators/,
      );
    });

    it('but not one that is above the wrapping decorator', async () => {
      @Controller()
      class Articles {
        @RequirePermission('org:articles:manage') @Get() @Wrapped() show() {}
      }
      await expect(boot({ controllers: [Articles] })).resolves.toBeUndefined();
    });

    it('a requirement that a wrapping decorator has dropped from a base class', async () => {
      class Base {
        @Get() @Wrapped() @RequirePermission('org:articles:manage') show() {}
      }
      @Controller()
      class Articles extends Base {}
      await expect(boot({ controllers: [Articles] })).rejects.toThrow(
        /Articles\.show has no effect/,
      );
    });

    it('a requirement on a method of a service, which is called directly', async () => {
      @Injectable()
      class Purge {
        @RequireRole('org:admin') run() {}
      }
      await expect(boot({ providers: [Purge] })).rejects.toThrow(
        /declared on Purge\.run, where Nest runs no guard/,
      );
    });

    it('a requirement on a service', async () => {
      @Injectable()
      @RequireRole('org:admin')
      class Purge {}
      await expect(boot({ providers: [Purge] })).rejects.toThrow(/declared on Purge, where Nest/);
    });

    it('a requirement on a method of a controller that is no handler', async () => {
      @Controller()
      class Articles {
        @RequireRole('org:admin') helper() {}
      }
      await expect(boot({ controllers: [Articles] })).rejects.toThrow(
        /Articles\.helper, where Nest/,
      );
    });

    it('a requirement on a static method or a property, where it is written', () => {
      expect(() => {
        class Articles {
          @RequireRole('org:admin') static helper() {}
        }
        return Articles;
      }).toThrow(/declared on helper, which is no method that Nest would call/);
    });

    it('@Public() and @UseGuards(ClerkAuthGuard) on one handler', async () => {
      @Controller()
      class Articles {
        @Get() @Public() @UseGuards(ClerkAuthGuard) show() {}
      }
      await expect(boot({ controllers: [Articles] })).rejects.toThrow(
        /Articles\.show is declared @Public\(\) and protected/,
      );
    });

    it('@Public() and @UseGuards(ClerkAuthGuard) on one class', async () => {
      @Controller()
      @Public()
      @UseGuards(ClerkAuthGuard)
      class Articles {
        @Get() show() {}
      }
      await expect(boot({ controllers: [Articles] })).rejects.toThrow(
        /Articles is declared @Public/,
      );
    });

    it('but not @Public() on a class that extends a guarded one and has guards of its own', async () => {
      @Injectable()
      class Other {
        canActivate() {
          return true;
        }
      }
      @UseGuards(ClerkAuthGuard)
      class Guarded {}
      @Controller()
      @Public()
      @UseGuards(Other)
      class Articles extends Guarded {
        @Get() show() {}
      }
      await expect(boot({ controllers: [Articles] })).resolves.toBeUndefined();
    });

    it('a class requirement that a decorator has dropped by putting another class in its place', async () => {
      const Replaced = (): ClassDecorator => (target) => new Proxy(target, {});
      @Controller()
      @Replaced()
      @RequirePermission('org:articles:manage')
      class Articles {
        @Get() show() {}
      }
      await expect(boot({ controllers: [Articles] })).rejects.toThrow(/Articles has no effect/);
    });

    it('a requirement that an overriding handler does not repeat', async () => {
      class Base {
        @Get() @RequirePermission('org:articles:manage') show() {}
      }
      @Controller()
      class Articles extends Base {
        @Get() override show() {}
      }
      await expect(boot({ controllers: [Articles] })).rejects.toThrow(
        /Articles\.show overrides a handler that declares who may call it/,
      );
    });

    it('a requirement on a handler that only a service inherits', async () => {
      class Base {
        @Get() @RequirePermission('org:articles:manage') show() {}
      }
      @Injectable()
      class Service extends Base {}
      await expect(boot({ providers: [Service] })).rejects.toThrow(/Service\.show, where Nest/);
    });
  });

  @Injectable()
  class OtherGuard {
    canActivate() {
      return true;
    }
  }

  /** Nest copies the guards of a class into those of the classes that extend it, level by level. */
  describe('guards and @Public() over several levels of classes', () => {
    async function statusOf(controller: Type, globalGuard = false): Promise<number> {
      const { app, origin } = await startApp('express', {
        imports: [ClerkModule.forRoot({ publishableKey, jwtKey, globalGuard })],
        controllers: [controller],
      });
      try {
        return (await fetch(origin)).status;
      } finally {
        await app.close();
      }
    }

    @UseGuards(ClerkAuthGuard)
    class Guarded {
      @Get() show() {}
    }

    it.each([false, true])(
      'the nearest guard closes what a class between has opened',
      async (globally) => {
        @Public()
        @UseGuards(OtherGuard)
        class Opened extends Guarded {}
        @Controller()
        @UseGuards(ClerkAuthGuard)
        class Closed extends Opened {}
        expect(await statusOf(Closed, globally)).toBe(401);
      },
    );

    it('@Public() and the guard in one place are refused below a guarded class too', async () => {
      @Controller()
      @Public()
      @UseGuards(ClerkAuthGuard)
      class Both extends Guarded {}
      await expect(boot({ controllers: [Both] })).rejects.toThrow(/Both is declared @Public/);
    });

    it('a guard inherited from two classes away is not declared in the place of @Public()', async () => {
      class Between extends Guarded {}
      @Controller()
      @Public()
      @UseGuards(OtherGuard)
      class Opened extends Between {}
      expect(await statusOf(Opened)).toBe(200);
    });

    it('what a class between has opened stays open for a class with other guards', async () => {
      @Public()
      class Opened extends Guarded {}
      @Controller()
      @UseGuards(OtherGuard)
      class Further extends Opened {}
      expect(await statusOf(Further)).toBe(200);
    });
  });
});

describe('the order', () => {
  @Controller('known')
  class KnownController {
    @Get() known() {}
  }

  const { ada } = testingInstance().users;

  describe.each(PLATFORMS)('on %s, the middleware comes first', (platform) => {
    let running: RunningApp;
    const seen: { path: string | undefined; userId: string | null; streamUntouched: boolean }[] =
      [];

    beforeAll(async () => {
      running = await startApp(
        platform,
        { imports: [ClerkModule.forRoot(), ClerkTestingModule], controllers: [KnownController] },
        {
          configure: (app) => {
            app.setGlobalPrefix('api', { exclude: ['health'] });
            app.enableCors();
            app.use((request: Request, _response: Response, next: NextFunction) => {
              const { userId } = getAuth(request);
              seen.push({
                path: request.url,
                userId,
                streamUntouched: !request.readableDidRead,
              });
              next();
            });
          },
        },
      );
    });

    afterAll(() => running.app.close());

    it.each([
      ['a route under the global prefix', 'GET', '/api/known'],
      ['a path outside of the global prefix', 'GET', '/known'],
      ['a path that nothing answers', 'GET', '/nowhere/at/all'],
      ['the root', 'GET', '/'],
      ['a path of the vendor', 'GET', '/__clerk/v1/client'],
      ['HEAD', 'HEAD', '/api/known'],
      ['a request with a JSON body', 'POST', '/api/known'],
    ])('before app.use() and the body parser: %s', async (_case, method, path) => {
      seen.length = 0;
      await fetch(`${running.origin}${path}`, {
        method,
        headers: { ...signedInAs('ada'), 'content-type': 'application/json' },
        body: method === 'POST' ? '{"title":"x"}' : undefined,
      });
      expect(seen).toEqual([{ path, userId: ada.id, streamUntouched: true }]);
    });

    it('and lets a preflight through, which never carries credentials', async () => {
      const response = await fetch(`${running.origin}/api/known`, {
        method: 'OPTIONS',
        headers: { origin: 'https://app.example', 'access-control-request-method': 'GET' },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    });
  });
});
