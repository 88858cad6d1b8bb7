import { afterEach, describe, expect, it } from '@jest/globals';
import {
  Controller,
  type DynamicModule,
  Inject,
  Injectable,
  type ModuleMetadata,
  Scope,
  UseGuards,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { ClerkAuthGuard, ClerkConfigurationError, ClerkModule, RequireRole } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import {
  ClerkWebhookModule,
  type ClerkWebhookOptions,
  type ClerkWebhookOptionsFactory,
  OnClerkEvent,
  WEBHOOK_EVENT_TYPES,
} from 'clerk-nestjs/webhooks';
import { startApp } from '../nest/support/platforms.js';
import { deliver, OTHER_SECRET, SECRET, signed } from './support/deliveries.js';
import { Recorder } from './support/webhook-app.js';

const { publishableKey, secretKey, jwtKey } = new LocalInstance();
const CLERK = { publishableKey, secretKey, jwtKey };

const boot = async (metadata: ModuleMetadata) => {
  const { app, origin } = await startApp('express', metadata);
  return { app, origin };
};

/** The message of the error that a boot ends in. */
async function failure(metadata: ModuleMetadata): Promise<string> {
  try {
    const { app } = await boot(metadata);
    await app.close();
  } catch (error) {
    if (error instanceof ClerkConfigurationError) return error.message;
    throw error;
  }
  throw new Error('It booted.');
}

const withOptions = (options: object) => ({
  imports: [ClerkWebhookModule.forRoot({ signingSecret: SECRET, ...options })],
  providers: [Recorder],
});

/** A class whose method is declared in a way that types don't allow. */
function hooksWith(...patterns: unknown[]): new () => object {
  class Hooks {
    handle() {}
  }
  const decorator: unknown = Reflect.apply(OnClerkEvent, undefined, patterns);
  if (typeof decorator !== 'function') throw new Error('It is no decorator.');
  Reflect.apply(decorator, undefined, [Hooks.prototype, 'handle', {}]);
  return Hooks;
}

afterEach(() => {
  delete process.env.CLERK_WEBHOOK_SIGNING_SECRET;
});

describe('An application refuses to boot', () => {
  it('with handlers and without a secret, naming option, variable and handlers', async () => {
    const message = await failure({
      imports: [ClerkWebhookModule.forRoot()],
      providers: [Recorder],
    });
    expect(message).toMatch(
      /signingSecret .*CLERK_WEBHOOK_SIGNING_SECRET\) is missing.*Recorder\.take/,
    );
  });

  it('with handlers and an empty variable', async () => {
    process.env.CLERK_WEBHOOK_SIGNING_SECRET = '';
    const message = await failure({
      imports: [ClerkWebhookModule.forRoot()],
      providers: [Recorder],
    });
    expect(message).toMatch(/is missing/);
  });

  it.each<[string, object, RegExp]>([
    [
      'an unknown option',
      { secret: 'x' },
      /does not know secret\. Options are: path, signingSecret/,
    ],
    [
      'a secret that is none',
      { signingSecret: 'whsec_%' },
      /signingSecret .* is no signing secret/,
    ],
    [
      'both kinds of secret',
      { signingSecrets: [SECRET] },
      /signingSecret or signingSecrets, not both/,
    ],
    [
      'a list without secrets',
      { signingSecret: undefined, signingSecrets: [] },
      /at least one secret/,
    ],
    [
      'a secret that is none in its list',
      { signingSecret: undefined, signingSecrets: [SECRET, ''] },
      /signingSecrets .* is no signing secret/,
    ],
    ['a path without a slash', { path: 'hooks' }, /a path such as/],
    ['a path with a parameter', { path: '/hooks/:id' }, /a path such as/],
    ['a path with a query', { path: '/hooks?a' }, /a path such as/],
    ['a limit of nothing', { bodyLimitInBytes: 0 }, /bodyLimitInBytes/],
    ['a limit that is no number', { bodyLimitInBytes: '1mb' }, /bodyLimitInBytes/],
    [
      'a tolerance beyond that of the specification',
      { toleranceInSeconds: 301 },
      /from 1 to 300 as toleranceInSeconds/,
    ],
    ['a lease without end', { leaseInMs: Infinity }, /leaseInMs/],
    ['a time that no timer knows', { bodyTimeoutInMs: 2 ** 31 }, /bodyTimeoutInMs/],
    ['a store that is none', { store: new Map() }, /claim, complete and fail/],
  ])('with %s', async (_name, options, expected) => {
    const message = await failure(withOptions(options));
    expect(message).toMatch(expected);
    expect(message).not.toContain('whsec_%');
  });

  it.each<[string, unknown[], RegExp]>([
    [
      'an event that does not exist',
      ['user.create'],
      /on Hooks\.handle with "user\.create", which is no event\. Events are: email\.created/,
    ],
    ['an event in another spelling', ['User.created'], /Hooks\.handle/],
    ['one good event and one that does not exist', ['user.created', 'user'], /"user"/],
    [
      'an expression that matches no event',
      [/^organisation/],
      /on Hooks\.handle with \/\^organisation\/, which no event matches/,
    ],
    ['no event at all', [], /on Hooks\.handle without an event/],
    ['what is no event', [undefined], /Hooks\.handle/],
    ['the name of a method of all objects', ['toString'], /which is no event/],
  ])('with a handler for %s', async (_name, patterns, expected) => {
    const providers = [hooksWith(...patterns)];
    const imports = [ClerkWebhookModule.forRoot({ signingSecret: SECRET })];
    expect(await failure({ imports, providers })).toMatch(expected);
  });

  it.each([Scope.REQUEST, Scope.TRANSIENT])(
    'with a handler in a class of scope %s',
    async (scope) => {
      @Injectable({ scope })
      class Hooks {
        @OnClerkEvent('user.created') created(_event: object) {}
      }
      expect(await failure({ ...withOptions({}), providers: [Hooks] })).toMatch(
        /on Hooks\.created, whose class is made for each request/,
      );
    },
  );

  it('with a handler in a class that injects something of request scope', async () => {
    @Injectable({ scope: Scope.REQUEST })
    class Inner {}
    @Injectable()
    class Hooks {
      constructor(@Inject(Inner) readonly inner: Inner) {}
      @OnClerkEvent('user.created') created(_event: object) {}
    }
    expect(await failure({ ...withOptions({}), providers: [Inner, Hooks] })).toMatch(
      /on Hooks\.created/,
    );
  });

  it('with two handlers of one name, whose runs could not be told apart', async () => {
    const declare = () => {
      class Hooks {
        @OnClerkEvent('user.created') created(_event: object) {}
      }
      return Hooks;
    };
    expect(
      await failure({
        ...withOptions({}),
        providers: [declare(), { provide: 'b', useClass: declare() }],
      }),
    ).toMatch(/Two classes have a handler called Hooks\.created/);
  });

  it.each<[string, () => new () => object]>([
    [
      'ClerkAuthGuard',
      () => {
        @Controller()
        @UseGuards(ClerkAuthGuard)
        class Hooks {
          @OnClerkEvent('user.created') created(_event: object) {}
        }
        return Hooks;
      },
    ],
    [
      'a requirement',
      () => {
        @Controller()
        class Hooks {
          @OnClerkEvent('user.created') @RequireRole('org:admin') created(_event: object) {}
        }
        return Hooks;
      },
    ],
  ])('with %s on a handler, which would refuse every event', async (_name, declare) => {
    const imports = [
      ClerkWebhookModule.forRoot({ signingSecret: SECRET }),
      ClerkModule.forRoot(CLERK),
    ];
    expect(await failure({ imports, controllers: [declare()] })).toMatch(/Hooks\.created/);
  });

  it('with the module imported twice', async () => {
    class Inner {}
    const inner = {
      module: Inner,
      imports: [ClerkWebhookModule.forRoot({ path: '/b', signingSecret: SECRET })],
    };
    const { imports, providers } = withOptions({});
    expect(await failure({ imports: [...imports, inner], providers })).toMatch(
      /is imported 2 times/,
    );
  });

  it('with the module imported bare', async () => {
    expect(await failure({ imports: [ClerkWebhookModule] })).toMatch(
      /ClerkWebhookModule is imported without its options/,
    );
  });

  it.each<[string, DynamicModule]>([
    ['protects paths', ClerkModule.forRoot({ ...CLERK, protect: { except: ['/health'] } })],
    ['has options for each request', ClerkModule.forRoot(() => CLERK)],
  ])('where ClerkModule comes first and %s: it could refuse deliveries', async (_name, clerk) => {
    const { imports, providers } = withOptions({});
    expect(await failure({ imports: [clerk, ...imports], providers })).toMatch(
      /Import ClerkWebhookModule before ClerkModule/,
    );
  });
});

it('@OnClerkEvent() on a static method is an error at once', () => {
  const declare = () => {
    class Hooks {
      @OnClerkEvent('user.created') static created(_event: object) {}
    }
    return Hooks;
  };
  expect(declare).toThrow(/on Hooks\.created, which is static/);
});

describe('An application boots', () => {
  it('without a secret when there is no handler, and has no endpoint then', async () => {
    const { app, origin } = await boot({ imports: [ClerkWebhookModule.forRoot()] });
    expect((await deliver(origin, signed('user.created'))).status).toBe(404);
    await app.close();
  });

  it('without a secret when it takes in no requests, such as a script', async () => {
    class Root {}
    const root = { module: Root, imports: [ClerkWebhookModule.forRoot()], providers: [Recorder] };
    const context = await NestFactory.createApplicationContext(root, {
      logger: false,
      abortOnError: false,
    });
    await context.close();
    const module = await Test.createTestingModule({
      imports: [ClerkWebhookModule.forRoot()],
      providers: [Recorder],
    }).compile();
    await module.init();
    await module.close();
  });

  it('with the secret of the environment as it is at boot, not at import', async () => {
    const imports = [ClerkWebhookModule.forRoot()];
    process.env.CLERK_WEBHOOK_SIGNING_SECRET = OTHER_SECRET;
    const { app, origin } = await boot({ imports, providers: [Recorder] });
    process.env.CLERK_WEBHOOK_SIGNING_SECRET = SECRET;
    expect((await deliver(origin, signed('user.created'))).status).toBe(400);
    expect((await deliver(origin, signed('user.created', { secret: OTHER_SECRET }))).status).toBe(
      200,
    );
    await app.close();
  });

  class Factory implements ClerkWebhookOptionsFactory {
    async createClerkWebhookOptions(): Promise<ClerkWebhookOptions> {
      return { signingSecret: SECRET, path: '/hooks' };
    }
  }

  it.each<[string, object]>([
    ['useFactory', { useFactory: async () => ({ signingSecret: SECRET, path: '/hooks' }) }],
    ['useClass', { useClass: Factory }],
  ])(
    'with options of forRootAsync({ %s }), in front of the parser all the same',
    async (_name, options) => {
      const imports = [ClerkWebhookModule.forRootAsync(options), ClerkModule.forRoot(CLERK)];
      const { app, origin } = await boot({ imports, providers: [Recorder] });
      expect((await deliver(origin, signed('user.created'), '/hooks')).status).toBe(200);
      await app.close();
    },
  );

  it('where ClerkModule comes first and refuses nobody by itself', async () => {
    const { imports, providers } = withOptions({});
    const { app, origin } = await boot({
      imports: [ClerkModule.forRoot(CLERK), ...imports],
      providers,
    });
    expect((await deliver(origin, signed('user.created'))).status).toBe(200);
    await app.close();
  });
});

it("'*' stands for every event, and an expression with the flag g for all that it matches", async () => {
  const seen: string[] = [];
  class Hooks {
    @OnClerkEvent('*') every({ type }: { type: string }) {
      seen.push(`every ${type}`);
    }
    @OnClerkEvent(/^user/g) user({ type }: { type: string }) {
      seen.push(`user ${type}`);
    }
  }
  const { imports } = withOptions({});
  const { app, origin } = await boot({ imports, providers: [Hooks] });
  for (const type of WEBHOOK_EVENT_TYPES) await deliver(origin, signed(type));
  await app.close();
  expect(seen.filter((line) => line.startsWith('every'))).toHaveLength(WEBHOOK_EVENT_TYPES.length);
  expect(seen.filter((line) => line.startsWith('user'))).toEqual(
    ['created', 'updated', 'deleted'].map((what) => `user user.${what}`),
  );
});
