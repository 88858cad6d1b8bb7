import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Post, Req, VersioningType } from '@nestjs/common';
import type { CallHandler, INestApplication, Provider } from '@nestjs/common';
import express from 'express';
import { ClerkModule } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { OnClerkEvent } from 'clerk-nestjs/webhooks';
import type {
  ClerkWebhookOptions,
  UserWebhookEvent,
  WebhookDelivery,
  WebhookEvent,
  WebhookEventOf,
} from 'clerk-nestjs/webhooks';
import { PLATFORMS } from '../nest/support/platforms.js';
import { eventOf, OTHER_SECRET, SECRET, signed, withHeader } from './support/deliveries.js';
import { startWebhookApp } from './support/webhook-app.js';
import type { WebhookApp } from './support/webhook-app.js';

describe('the endpoint', () => {
  const { publishableKey, secretKey, jwtKey } = new LocalInstance();
  const CLERK = { publishableKey, secretKey, jwtKey };

  @Controller()
  class Others {
    @Get('webhooks/clerk') own() {
      return 'of the application';
    }
    @Post('webhooks/clerk/more') more(@Req() { body }: { body: unknown }) {
      return body;
    }
  }

  /** Interceptors of HTTP see none of this. */
  class Marking {
    intercept(_context: unknown, next: CallHandler) {
      return next.handle();
    }
  }

  describe.each(PLATFORMS)('The endpoint on %s', (platform) => {
    let app: WebhookApp;
    const start = async (
      options?: ClerkWebhookOptions,
      metadata?: object,
      configure?: (app: INestApplication) => unknown,
    ) => {
      app = await startWebhookApp(platform, options, metadata, { configure });
    };

    afterEach(() => app.close());

    it('hands a delivery to its handler, with event and id, and answers 200', async () => {
      await start();
      const answer = await app.deliver(signed('user.created', { id: 'msg_a' }));
      expect([answer.status, app.recorder.seen]).toEqual([200, ['user.created msg_a']]);
      expect(app.recorder.events).toEqual([JSON.parse(eventOf('user.created'))]);
    });

    it.each<[string, (app: INestApplication) => unknown]>([
      ['a global prefix', (nest) => nest.setGlobalPrefix('api')],
      ['versions in the path', (nest) => nest.enableVersioning({ type: VersioningType.URI })],
      [
        'versions in a header',
        (nest) => nest.enableVersioning({ type: VersioningType.HEADER, header: 'v' }),
      ],
      ['CORS', (nest) => nest.enableCors()],
      ['a global interceptor', (nest) => nest.useGlobalInterceptors(new Marking())],
      [
        'middleware that reads bodies',
        (nest) => platform === 'express' && nest.use(express.json()),
      ],
    ])('is at its exact path with %s', async (_name, configure) => {
      await start({}, {}, configure);
      expect((await app.deliver(signed('user.created'))).status).toBe(200);
      expect((await app.deliver(signed('user.created'), '/api/webhooks/clerk')).status).toBe(404);
      expect(app.recorder.seen).toHaveLength(1);
    });

    it('is at another path when one is given, with any query', async () => {
      await start({ path: '/hooks/of-clerk' });
      expect((await app.deliver(signed('user.created'))).status).toBe(404);
      expect((await app.deliver(signed('user.created'), '/hooks/of-clerk?a=b')).status).toBe(200);
    });

    it.each([
      '/webhooks/clerk/',
      '//webhooks/clerk',
      '/WEBHOOKS/clerk',
      '/webhooks%2Fclerk',
      '/x/..//webhooks/clerk/more',
    ])('is not at %s', async (path) => {
      await start();
      expect((await app.deliver(signed('user.created'), path)).status).toBe(404);
      expect(app.recorder.seen).toEqual([]);
    });

    it('leaves paths that go on to the application, with their bodies', async () => {
      await start({}, { controllers: [Others] });
      const answer = await app.deliver(signed('user.created'), '/webhooks/clerk/more');
      expect([answer.status, JSON.parse(answer.text)]).toEqual([
        201,
        JSON.parse(eventOf('user.created')),
      ]);
      expect(app.recorder.seen).toEqual([]);
    });

    it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
      'answers %s with 405',
      async (method) => {
        await start({}, { controllers: [Others] });
        const { status, headers } = await fetch(`${app.origin}/webhooks/clerk`, { method });
        expect([status, headers.get('allow')]).toEqual([405, 'POST']);
      },
    );

    it.each([
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      '',
    ])('does not mind the content type "%s"', async (type) => {
      await start();
      const delivery = withHeader(signed('user.created'), 'content-type', () => type);
      expect((await app.deliver(delivery)).status).toBe(200);
    });

    it('lets deliveries pass by a global guard that asks for people', async () => {
      await start(
        {},
        { imports: [ClerkModule.forRoot({ ...CLERK, globalGuard: true })], controllers: [Others] },
      );
      expect((await app.deliver(signed('user.created'))).status).toBe(200);
      expect(app.recorder.seen).toHaveLength(1);
      // The guard is there.
      expect((await app.deliver(signed('user.created'), '/webhooks/clerk/more')).status).toBe(401);
    });

    it('lets deliveries pass by paths that are protected', async () => {
      const protect = { except: ['/health'] };
      await start({}, { imports: [ClerkModule.forRoot({ ...CLERK, protect })] });
      expect((await app.deliver(signed('user.created'))).status).toBe(200);
      expect((await app.deliver(signed('user.created'), '/other')).status).toBe(401);
    });

    it('answers 400 to what is no delivery, runs nothing, and shows neither secret nor body', async () => {
      await start();
      const good = signed('user.created');
      const answers = await Promise.all([
        app.deliver({ headers: {}, body: 'secret-of-the-body' }),
        app.deliver({ headers: good.headers, body: 'secret-of-the-body' }),
        app.deliver(signed('user.created', { secret: OTHER_SECRET })),
        app.deliver(signed('user.created', { ageInSeconds: 400 })),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
      expect(app.recorder.seen).toEqual([]);
      for (const { text } of answers) {
        expect(text).not.toMatch(/secret-of-the-body|user_1/);
        expect(text).not.toContain(SECRET.slice(6));
      }
    });

    it('takes deliveries of both secrets while one takes the place of the other, and of no third', async () => {
      await start({ signingSecrets: [SECRET, OTHER_SECRET] });
      const third = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
      const statuses = await Promise.all(
        [SECRET, OTHER_SECRET, third].map(
          async (secret) => (await app.deliver(signed('user.created', { secret }))).status,
        ),
      );
      expect(statuses).toEqual([200, 200, 400]);
    });

    it('refuses what was signed longer ago than it is told to tolerate', async () => {
      await start({ toleranceInSeconds: 60 });
      expect((await app.deliver(signed('user.created', { ageInSeconds: 62 }))).status).toBe(400);
      expect((await app.deliver(signed('user.created', { ageInSeconds: 58 }))).status).toBe(200);
    });

    it('answers 200 to events that nobody handles, and to those that nobody knows', async () => {
      await start();
      expect((await app.deliver(signed('sandwich.eaten'))).status).toBe(200);
      expect(app.recorder.seen).toEqual([]);
    });
  });
});

describe('handlers', () => {
  /** What has happened, in order. */
  let log: string[];
  let app: WebhookApp | undefined;

  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  @Injectable()
  class Service {
    @OnClerkEvent('user.created', 'user.updated')
    users(
      { type, data }: WebhookEventOf<'user.created' | 'user.updated'>,
      { id }: WebhookDelivery,
    ) {
      log.push(`users ${type} ${data.id} ${id}`);
    }
    @OnClerkEvent(/^organization/)
    organizations({ type }: WebhookEvent) {
      log.push(`organizations ${type}`);
    }
    @OnClerkEvent('session.ended')
    @OnClerkEvent('session.removed')
    async gone({ type }: WebhookEventOf<'session.ended' | 'session.removed'>) {
      log.push(`gone ${type}`);
    }
  }

  @Controller('other')
  class Routes {
    @Get() show() {
      return 'a route';
    }
    @OnClerkEvent('user.deleted') forget({
      data: { external_id },
    }: WebhookEventOf<'user.deleted'>) {
      log.push(`forget ${external_id}`);
    }
  }

  describe.each(PLATFORMS)('Handlers on %s', (platform) => {
    const start = async (providers: Provider[], more: object = {}) => {
      log = [];
      app = await startWebhookApp(platform, {}, { providers, ...more });
      return app;
    };
    const statusOf = async (type: string, id?: string) =>
      (await app?.deliver(signed(type, { id })))?.status;

    it('run for the events that they name, wherever in the application they are', async () => {
      class Inner {}
      const inner = { module: Inner, providers: [{ provide: 'token', useClass: Service }] };
      await start([], { imports: [inner], controllers: [Routes] });
      await statusOf('user.created', 'msg_a');
      for (const type of [
        'user.updated',
        'organizationDomain.deleted',
        'session.ended',
        'session.removed',
        'session.created',
        'user.deleted',
      ]) {
        expect(await statusOf(type)).toBe(200);
      }
      expect(log).toEqual([
        'users user.created user_1 msg_a',
        expect.stringMatching(/^users user\.updated user_1 msg_/),
        'organizations organizationDomain.deleted',
        'gone session.ended',
        'gone session.removed',
        'forget undefined',
      ]);
    });

    it('run once where two modules provide the class, or one provides it under two tokens', async () => {
      class One {}
      class Two {}
      const alias = { provide: 'alias', useExisting: Service };
      const imports = [One, Two].map((module) => ({ module, providers: [Service, alias] }));
      await start([], { imports });
      await statusOf('user.created');
      expect(log).toHaveLength(1);
    });

    it('run where another decorator has put a function in their place', async () => {
      const Wrapped = (_target: object, _name: string, descriptor: PropertyDescriptor) => {
        const inner: (...args: unknown[]) => unknown = descriptor.value;
        descriptor.value = function wrapped(this: unknown, ...args: unknown[]) {
          log.push('wrapper');
          return inner.apply(this, args);
        };
      };
      class Hooks {
        @Wrapped
        @OnClerkEvent('user.created')
        created(_event: WebhookEventOf<'user.created'>) {
          log.push('method');
        }
      }
      await start([Hooks]);
      await statusOf('user.created');
      expect(log).toEqual(['wrapper', 'method']);
    });

    it('run in the class that extends theirs, also when it overrides them', async () => {
      abstract class Base {
        @OnClerkEvent('user.created') created(_event: UserWebhookEvent) {
          log.push(`base ${this.constructor.name}`);
        }
        @OnClerkEvent('user.updated') updated(_event: UserWebhookEvent) {
          log.push('never');
        }
      }
      class Hooks extends Base {
        override updated() {
          log.push('override');
        }
      }
      await start([Hooks]);
      await statusOf('user.created');
      await statusOf('user.updated');
      expect(log).toEqual(['base Hooks', 'override']);
    });

    it('each get an event of their own', async () => {
      class Vandal {
        @OnClerkEvent('user.created') first(event: { data: object }) {
          Object.assign(event.data, { id: 'gone' });
        }
        @OnClerkEvent('user.created') async second({ data }: UserWebhookEvent) {
          await new Promise(setImmediate);
          log.push(String(data.id));
        }
      }
      await start([Vandal]);
      await statusOf('user.created');
      expect(log).toEqual(['user_1']);
    });
  });
});
