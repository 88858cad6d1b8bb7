import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, type Provider } from '@nestjs/common';
import {
  OnClerkEvent,
  type UserWebhookEvent,
  type WebhookDelivery,
  type WebhookEvent,
  type WebhookEventOf,
} from 'clerk-nestjs/webhooks';
import { PLATFORMS } from '../nest/support/platforms.js';
import { signed } from './support/deliveries.js';
import { startWebhookApp, type WebhookApp } from './support/webhook-app.js';

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
  users({ type, data }: WebhookEventOf<'user.created' | 'user.updated'>, { id }: WebhookDelivery) {
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
  @OnClerkEvent('user.deleted') forget({ data: { external_id } }: WebhookEventOf<'user.deleted'>) {
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
