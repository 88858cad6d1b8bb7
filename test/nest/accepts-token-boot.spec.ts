import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  AcceptsToken,
  ClerkClient,
  ClerkModule,
  createClerkClient,
  Public,
  RequirePermission,
  RequireReverification,
  RequireScopes,
} from 'clerk-nestjs';
import type { ClerkModuleOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';

const { publishableKey, secretKey, jwtKey, machineSecretKey } = new LocalInstance();

describe('acceptsToken at boot', () => {
  /** Boots an application of one controller, or one provider. */
  async function boot(type: Type, options: ClerkModuleOptions = { secretKey }): Promise<void> {
    const imports = [ClerkModule.forRoot({ publishableKey, jwtKey, ...options })];
    const isController = Reflect.hasMetadata('path', type);
    const place = isController ? { controllers: [type] } : { providers: [type] };
    const module = await Test.createTestingModule({ imports, ...place }).compile();
    await module.init();
    await module.close();
  }

  describe('@AcceptsToken() refuses to boot', () => {
    it('with @Public() on the same handler', async () => {
      @Controller()
      class Reports {
        @Get() @AcceptsToken('api_key') @Public() show() {}
      }
      await expect(boot(Reports)).rejects.toThrow(/Reports\.show is declared @Public\(\) and prot/);
    });

    it('with @Public() on the same class', async () => {
      @Controller()
      @Public()
      @AcceptsToken('api_key')
      class Reports {
        @Get() show() {}
      }
      await expect(boot(Reports)).rejects.toThrow(/Reports is declared @Public\(\) and protected/);
    });

    it('where Nest runs no guard', async () => {
      @Injectable()
      class Worker {
        @AcceptsToken('m2m_token') run() {}
      }
      await expect(boot(Worker)).rejects.toThrow(/Worker\.run, where Nest runs no guard/);
    });

    it('on a handler that an overriding one takes the place of, without a word', async () => {
      class Base {
        @Get() @AcceptsToken('api_key') show() {}
      }
      @Controller()
      class Reports extends Base {
        @Get() override show() {}
      }
      await expect(boot(Reports)).rejects.toThrow(/Reports\.show overrides a handler/);
    });

    it('with scopes and sessions only, which have none', async () => {
      @Controller()
      class Reports {
        @Get() @AcceptsToken('session_token') @RequireScopes('reports:read') show() {}
      }
      await expect(boot(Reports)).rejects.toThrow(
        /^Reports\.show demands scopes and takes session tokens only.*@AcceptsToken\('api_key'\)/s,
      );
    });

    it('with scopes, where neither the handler nor the application takes programs’ tokens', async () => {
      @Controller()
      @RequireScopes('reports:read')
      class Reports {
        @Get() show() {}
      }
      await expect(boot(Reports)).rejects.toThrow(/Reports\.show demands scopes/);
      const acceptsToken = ['session_token', 'm2m_token'] as const;
      await expect(boot(Reports, { secretKey, acceptsToken })).resolves.toBeUndefined();
    });

    it.each([
      ['a permission', RequirePermission('org:reports:read')],
      ['a verification', RequireReverification('strict')],
    ])('with %s and programs only, who have none', async (_case, demand) => {
      @Controller()
      @AcceptsToken('api_key', 'm2m_token')
      class Reports {
        @Get() @demand show() {}
      }
      await expect(boot(Reports)).rejects.toThrow(
        /^Reports\.show demands something of a session and takes no session tokens.*RequireScopes/s,
      );
    });

    it('with scopes and a permission, which no token has both of', async () => {
      @Controller()
      @AcceptsToken('any')
      @RequirePermission('org:reports:read')
      class Reports {
        @Get() @RequireScopes('reports:read') show() {}
      }
      await expect(boot(Reports)).rejects.toThrow(
        /^Reports\.show demands scopes.*nobody could call/s,
      );
    });

    it('with a permission, where the application takes programs only', async () => {
      @Controller()
      class Reports {
        @Get() @RequirePermission('org:reports:read') show() {}
      }
      const options = { secretKey, acceptsToken: 'api_key' } as const;
      await expect(boot(Reports, options)).rejects.toThrow(/takes no session tokens/);
    });

    it.each([
      ['no secret key', {}],
      ['only the key of a machine', { machineSecretKey }],
    ])('with API keys and %s, as only the Backend API knows them', async (_case, options) => {
      @Controller()
      class Reports {
        @Get() @AcceptsToken('session_token', 'api_key') show() {}
      }
      await expect(boot(Reports, options)).rejects.toThrow(
        /^Reports\.show takes API keys.*CLERK_SECRET_KEY/s,
      );
    });
  });

  describe('@AcceptsToken() boots', () => {
    it('with API keys and a client that brings its own secret key', async () => {
      @Controller()
      class Reports {
        @Get() @AcceptsToken('api_key') show() {}
      }
      const clerkClient = createClerkClient({ secretKey });
      await expect(boot(Reports, { clerkClient })).resolves.toBeUndefined();
    });

    it.each(['m2m_token', 'oauth_token', 'any'] as const)(
      'with %s and no secret key, as JWTs need none',
      async (kind) => {
        @Controller()
        class Reports {
          @Get() @AcceptsToken(kind) show() {}
        }
        await expect(boot(Reports, {})).resolves.toBeUndefined();
      },
    );

    it('with a permission and scopes, where each is met by some kind', async () => {
      @Controller()
      @AcceptsToken('any')
      class Reports {
        @Get('a') @RequirePermission('org:reports:read') first() {}
        @Get('b') @RequireScopes('reports:read') second() {}
      }
      await expect(boot(Reports)).resolves.toBeUndefined();
    });

    it('with @Public() on a handler, which opens what its class demands of nobody', async () => {
      @Controller()
      @RequireScopes('reports:read')
      class Reports {
        @Get() @Public() show() {}
      }
      await expect(boot(Reports)).resolves.toBeUndefined();
    });
  });
});

describe('missing keys', () => {
  @Controller()
  class Sessions {
    @Get() @AcceptsToken('session_token') show() {}
  }

  @Controller()
  class Both {
    @Get() @AcceptsToken('session_token', 'm2m_token') show() {}
  }

  async function boot(options: ClerkModuleOptions, type: Type = Sessions): Promise<void> {
    const module = await Test.createTestingModule({
      imports: [ClerkModule.forRoot(options)],
      controllers: [type],
    }).compile();
    await module.init();
    await module.close();
  }

  describe('an application that takes programs only', () => {
    it.each<[string, ClerkModuleOptions]>([
      ['API keys, without a publishable key', { secretKey, acceptsToken: 'api_key' }],
      ['M2M tokens, without a publishable key', { secretKey, acceptsToken: 'm2m_token' }],
      ['M2M tokens, by a machine’s key alone', { machineSecretKey, acceptsToken: 'm2m_token' }],
    ])('and %s, boots with no handler that takes sessions', async (_name, options) => {
      for (const type of [Sessions, Both]) {
        await expect(boot(options, type)).rejects.toThrow(
          /\.show takes session tokens, for which keys are missing.*CLERK_PUBLISHABLE_KEY/,
        );
      }
    });

    it('may have such a handler with the keys for it', async () => {
      await boot({ publishableKey, jwtKey, secretKey, acceptsToken: 'api_key' }, Both);
    });
  });

  describe('a rule that has come out blank', () => {
    it.each(['audience', 'headerType', 'authorizedParties', 'acceptsToken'])(
      'refuses to boot: %s',
      async (name) => {
        for (const blank of ['', '  ']) {
          const options = { publishableKey, jwtKey, [name]: blank };
          await expect(boot(options)).rejects.toThrow(new RegExp(`- ${name} must be`));
        }
      },
    );
  });

  it('the injected client authenticates a web request without being told the keys again', async () => {
    const instance = new LocalInstance();
    const options = { publishableKey: instance.publishableKey, jwtKey: instance.jwtKey };
    const module = await Test.createTestingModule({
      imports: [ClerkModule.forRoot(options)],
    }).compile();
    const client = module.get(ClerkClient);
    const request = new Request('http://localhost:3000/', {
      headers: { authorization: `Bearer ${instance.mintSessionToken('ada')}` },
    });
    expect((await client.authenticateRequest(request)).status).toBe('signed-in');
    await module.close();
  });
});
