import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Controller,
  Get,
  Injectable,
  Module,
  type ModuleMetadata,
  UseGuards,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import {
  ClerkAuthenticator,
  ClerkAuthGuard,
  ClerkClient,
  ClerkModule,
  type ClerkOptions,
  type ClerkOptionsFactory,
  ClerkConfigurationError,
  Public,
  RequirePermission,
  RequireRole,
} from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { startApp } from './support/platforms.js';

const instance = new LocalInstance();
const weakKey = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).publicKey;
const { publishableKey, secretKey, jwtKey } = instance;

const boot = async (metadata: ModuleMetadata) => {
  const module = await Test.createTestingModule(metadata).compile();
  await module.init();
  return module;
};

const bootWith = (options: object) => boot({ imports: [ClerkModule.forRoot(options)] });

/** The message of the error that something ends in. */
async function failure(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof ClerkConfigurationError) return error.message;
    throw error;
  }
  throw new Error('It was expected to fail.');
}

describe('ClerkModule refuses to boot', () => {
  it.each<[string, object, RegExp]>([
    [
      'without a publishable key, naming the option and the variable',
      { secretKey },
      /publishableKey \(environment variable CLERK_PUBLISHABLE_KEY\) is missing/,
    ],
    [
      'without any key to verify tokens with, naming both that would do',
      { publishableKey },
      /secretKey \(environment variable CLERK_SECRET_KEY\) is missing.*jwtKey \(environment variable CLERK_JWT_KEY\)/,
    ],
    [
      'with an option that does not exist',
      { publishableKey, secretKey, foo: 1 },
      /foo is not an option\. Options are: publishableKey/,
    ],
    [
      'with a misspelt option, naming the one meant',
      { publishableKey, secretKey, AuthorizedParties: ['https://a.example'] },
      /Did you mean authorizedParties\?/,
    ],
    [
      'with a publishable key that is none',
      { publishableKey: 'pk_test_%%%', secretKey },
      /publishableKey .* is not a publishable key: copy the whole key/,
    ],
    [
      'with a publishable key cut short',
      { publishableKey: publishableKey.slice(0, -6), secretKey },
      /is not a publishable key/,
    ],
    [
      'with a secret key in the place of the publishable one',
      { publishableKey: 'sk_test_abc', secretKey },
      /is a secret key: give that as secretKey/,
    ],
    [
      'with a publishable key in the place of the secret one',
      { publishableKey, secretKey: publishableKey },
      /is a publishable key: give that as publishableKey/,
    ],
    [
      'with a jwtKey that is no PEM',
      { publishableKey, jwtKey: 'nonsense' },
      /jwtKey.*CLERK_JWT_KEY.*not an RSA public key/,
    ],
    [
      'with a relative apiUrl',
      { publishableKey, secretKey, apiUrl: '/api' },
      /apiUrl \(environment variable CLERK_API_URL\) must be an absolute URL/,
    ],
    [
      'with a proxyUrl that is neither URL nor path',
      { publishableKey, secretKey, proxyUrl: 'clerk' },
      /proxyUrl .* must be an absolute URL/,
    ],
    [
      'with a signInUrl that leads to another host',
      { publishableKey, secretKey, signInUrl: '//evil.example' },
      /signInUrl .* must be an absolute URL/,
    ],
    [
      'with a javascript: signInUrl',
      { publishableKey, secretKey, signInUrl: 'javascript:alert(1)' },
      /signInUrl .* must be an absolute URL/,
    ],
    [
      'with an audience that is no text',
      { publishableKey, secretKey, audience: [1] },
      /audience must be a string or a list/,
    ],
    [
      'with authorizedParties that is no list',
      { publishableKey, secretKey, authorizedParties: 'https://a.example' },
      /authorizedParties must be a list of origins/,
    ],
    [
      'with an authorized party that could never match',
      { publishableKey, secretKey, authorizedParties: ['https://a.example/'] },
      /write "https:\/\/a\.example"/,
    ],
    [
      'with a list of authorized parties that has come out empty, and would allow any',
      { publishableKey, secretKey, authorizedParties: [] },
      /authorizedParties is an empty list/,
    ],
    [
      'with a list of audiences that has come out empty',
      { publishableKey, secretKey, audience: [] },
      /audience is an empty list/,
    ],
    [
      'with a signInUrl that leads to another host once a tab is dropped',
      { publishableKey, secretKey, signInUrl: '/\t/evil.example' },
      /signInUrl .* must be an absolute URL/,
    ],
    [
      'with a publishable key whose host is none',
      { publishableKey: `pk_test_${Buffer.from('a.b:99999$').toString('base64')}`, secretKey },
      /is not a publishable key/,
    ],
    [
      'with a jwtKey that is too weak',
      { publishableKey, jwtKey: weakKey },
      /jwtKey.* at least 2048 bits/,
    ],
    [
      'with a negative clockSkewInMs',
      { publishableKey, secretKey, clockSkewInMs: -1 },
      /clockSkewInMs must be a number of milliseconds/,
    ],
    [
      'with a clockSkewInMs that is no number',
      { publishableKey, secretKey, clockSkewInMs: '5' },
      /clockSkewInMs must be a number/,
    ],
  ])('%s', async (_case, options, message) => {
    expect(await failure(bootWith(options))).toMatch(message);
  });

  it('saying everything that is wrong at once', async () => {
    const message = await failure(bootWith({ clockSkewInMs: -1, foo: 1 }));
    expect(message.match(/^ {2}- /gm)).toHaveLength(4);
  });

  it.each(['publishableKey', 'secretKey', 'jwtKey', 'apiUrl', 'signInUrl'])(
    'without repeating a value, which may be a secret in the wrong place: %s',
    async (option) => {
      const misplaced = 'sk_live_TOPSECRET';
      const options = { publishableKey: '', secretKey: undefined, foo: 1, [option]: misplaced };
      expect(await failure(bootWith(options))).not.toContain('TOPSECRET');
    },
  );

  it('when it is imported twice', async () => {
    @Module({ imports: [ClerkModule.forRoot({ publishableKey, jwtKey })] })
    class FeatureModule {}
    const imports = [ClerkModule.forRoot({ publishableKey, jwtKey }), FeatureModule];
    expect(await failure(boot({ imports }))).toMatch(/imported 2 times.*once, in the root module/s);
  });

  it('when it is imported beside a class that extends it', async () => {
    class OurClerkModule extends ClerkModule {}
    const options = { publishableKey, jwtKey };
    const imports = [ClerkModule.forRoot(options), OurClerkModule.forRoot(options)];
    expect(await failure(boot({ imports }))).toMatch(/imported 2 times/);
  });

  it('with a misspelt extra beside useFactory, which would leave every door open', () => {
    const options = { useFactory: () => ({ publishableKey, jwtKey }), globalGaurd: true };
    expect(() => ClerkModule.forRootAsync(options)).toThrow(/does not know globalGaurd/);
  });

  it('with a text for options', () => {
    // @ts-expect-error What a JavaScript user could write.
    expect(() => ClerkModule.forRoot('pk_test_…')).toThrow(/takes an options object/);
  });

  it('with a misspelt extra beside a function, which would leave every door open', () => {
    const extras = { globalGuard: true, globalGaurd: true };
    expect(() => ClerkModule.forRoot(() => ({}), extras)).toThrow(/does not know globalGaurd/);
  });

  it('with extras beside options, where they would be overlooked', () => {
    expect(() => ClerkModule.forRoot({}, { globalGuard: true })).toThrow(/among the options/);
  });

  it('when it is imported without forRoot()', async () => {
    expect(await failure(boot({ imports: [ClerkModule] }))).toMatch(
      /Write ClerkModule\.forRoot\(\)/,
    );
  });

  it('with a factory that returns nothing', async () => {
    // @ts-expect-error What a JavaScript user could write.
    const imports = [ClerkModule.forRootAsync({ useFactory: () => {} })];
    expect(await failure(boot({ imports }))).toMatch(/has to return an options object/);
  });

  it('with a handler that is public and requires something', async () => {
    @Controller()
    class Contradictory {
      @Get() @Public() @RequirePermission('org:articles:read') show() {}
    }
    const imports = [ClerkModule.forRoot({ publishableKey, jwtKey })];
    expect(await failure(boot({ imports, controllers: [Contradictory] }))).toMatch(
      /Contradictory\.show is declared @Public\(\) and protected in the same place/,
    );
  });

  it('with a class that is public and requires something', async () => {
    @Controller()
    @RequireRole('org:admin')
    @Public()
    class Contradictory {
      @Get() show() {}
    }
    const imports = [ClerkModule.forRoot({ publishableKey, jwtKey })];
    expect(await failure(boot({ imports, controllers: [Contradictory] }))).toMatch(
      /Contradictory is declared @Public\(\)/,
    );
  });

  it('with a requirement that demands nothing', () => {
    // @ts-expect-error What a JavaScript user could write.
    expect(() => RequirePermission()).toThrow(/demands nothing/);
    expect(() => RequirePermission('')).toThrow(/demands nothing/);
  });
});

describe('ClerkModule boots', () => {
  it('with jwtKey and no secret key; what needs the Backend API then says so', async () => {
    const module = await bootWith({ publishableKey, jwtKey });
    const client = module.get(ClerkClient, { strict: false });
    await expect(client.users.getUser('user_1')).rejects.toThrow(/secretKey.*CLERK_SECRET_KEY/s);
    await module.close();
  });

  it('in a standalone application, with client and authenticator', async () => {
    @Module({ imports: [ClerkModule.forRoot({ publishableKey, secretKey })] })
    class WorkerModule {}
    const context = await NestFactory.createApplicationContext(WorkerModule, { logger: false });
    expect(context.get(ClerkClient)).toBeInstanceOf(ClerkClient);
    expect(context.get(ClerkAuthenticator)).toBeInstanceOf(ClerkAuthenticator);
    await context.close();
  });

  it('for modules that do not import it, unless isGlobal is false', async () => {
    @Injectable()
    class Needy {
      constructor(readonly clerk: ClerkClient) {}
    }
    @Module({ providers: [Needy] })
    class FeatureModule {}
    const options = { publishableKey, jwtKey };
    const module = await boot({ imports: [ClerkModule.forRoot(options), FeatureModule] });
    expect(module.get(Needy, { strict: false }).clerk).toBeInstanceOf(ClerkClient);
    await module.close();
    const imports = [ClerkModule.forRoot({ ...options, isGlobal: false }), FeatureModule];
    await expect(boot({ imports })).rejects.toThrow(/resolve dependencies of the Needy/);
  });
});

describe('ClerkModule takes its options', () => {
  @Controller()
  @UseGuards(ClerkAuthGuard)
  class WhoAmI {
    @Get() show() {
      return {};
    }
  }

  const options: ClerkOptions = { publishableKey, jwtKey };

  @Injectable()
  class OptionsService implements ClerkOptionsFactory {
    createClerkOptions(): ClerkOptions {
      return options;
    }
  }

  @Module({ providers: [OptionsService], exports: [OptionsService] })
  class OptionsModule {}

  it.each([
    ['from forRoot', ClerkModule.forRoot(options)],
    ['from a factory', ClerkModule.forRootAsync({ useFactory: () => options })],
    ['from a promise', ClerkModule.forRootAsync({ useFactory: async () => options })],
    [
      'from a factory with dependencies',
      ClerkModule.forRootAsync({
        imports: [OptionsModule],
        inject: [OptionsService],
        useFactory: (service: OptionsService) => service.createClerkOptions(),
      }),
    ],
    ['from a class', ClerkModule.forRootAsync({ useClass: OptionsService })],
    [
      'from a service that exists',
      ClerkModule.forRootAsync({ imports: [OptionsModule], useExisting: OptionsService }),
    ],
  ])('%s', async (_case, clerkModule) => {
    const { app, origin } = await startApp('express', {
      imports: [clerkModule],
      controllers: [WhoAmI],
    });
    const headers = { authorization: `Bearer ${instance.mintSessionToken('ada')}` };
    expect((await fetch(origin)).status).toBe(401);
    expect((await fetch(origin, { headers })).status).toBe(200);
    await app.close();
  });

  it('and extras beside an asynchronous factory', async () => {
    @Controller()
    class Unguarded {
      @Get() show() {}
    }
    const { app, origin } = await startApp('express', {
      imports: [ClerkModule.forRootAsync({ globalGuard: true, useFactory: () => options })],
      controllers: [Unguarded],
    });
    expect((await fetch(origin)).status).toBe(401);
    await app.close();
  });

  it('but no extras from inside a factory, where they would come too late', async () => {
    const useFactory = () => ({ ...options, globalGuard: true });
    const imports = [ClerkModule.forRootAsync({ useFactory })];
    expect(await failure(boot({ imports }))).toMatch(/globalGuard .* give it beside useFactory/s);
  });
});

describe('ClerkModule reads the environment', () => {
  const names = ['CLERK_PUBLISHABLE_KEY', 'CLERK_SECRET_KEY', 'CLERK_JWT_KEY', 'CLERK_API_URL'];
  let saved: (string | undefined)[];

  beforeEach(() => {
    saved = names.map((name) => process.env[name]);
  });

  afterEach(() => {
    for (const [index, name] of names.entries()) {
      const value = saved[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it('when the application boots, not when forRoot() is called', async () => {
    const imports = [ClerkModule.forRoot()];
    process.env['CLERK_PUBLISHABLE_KEY'] = publishableKey;
    process.env['CLERK_JWT_KEY'] = jwtKey;
    await expect(boot({ imports })).resolves.toBeDefined();
  });

  it('and lets an option win over its variable, an empty one count as not set', async () => {
    process.env['CLERK_PUBLISHABLE_KEY'] = 'nonsense';
    process.env['CLERK_SECRET_KEY'] = '';
    expect(await failure(bootWith({ publishableKey }))).not.toMatch(/publishableKey/);
    await expect(bootWith({ publishableKey, jwtKey })).resolves.toBeDefined();
  });

  it('and drops the space around a value, which would not be part of any key', async () => {
    process.env['CLERK_PUBLISHABLE_KEY'] = ` ${publishableKey}\n`;
    process.env['CLERK_JWT_KEY'] = `\n${jwtKey}\n`;
    await expect(bootWith({})).resolves.toBeDefined();
  });

  it('and names the variable when its value is wrong', async () => {
    process.env['CLERK_API_URL'] = 'api.clerk.com';
    expect(await failure(bootWith({ publishableKey, secretKey }))).toMatch(/CLERK_API_URL/);
  });
});
