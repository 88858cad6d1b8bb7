import { afterEach, describe, expect, it } from '@jest/globals';
import {
  type ArgumentsHost,
  type CallHandler,
  type CanActivate,
  Catch,
  type ExceptionFilter,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type PipeTransform,
  type Provider,
  SetMetadata,
  type Type,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { of } from 'rxjs';
import { ClerkModule } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
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

const { publishableKey, secretKey, jwtKey } = new LocalInstance();

/** What has happened, in order. */
let log: string[];
let app: WebhookApp | undefined;

afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** Marks, and asks whether Nest's reflector finds it. */
const Marked = SetMetadata('mark', 'seen');

@Injectable()
class Watch implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}
  intercept(context: ExecutionContext, next: CallHandler) {
    const event = context.getArgByIndex<WebhookEvent>(0);
    const mark = this.reflector.get<string>('mark', context.getHandler());
    log.push(`${context.getType<string>()} ${context.getClass().name} ${event.type} ${mark}`);
    return next.handle();
  }
}

@Catch()
class Filter implements ExceptionFilter {
  catch(error: Error, host: ArgumentsHost) {
    log.push(`filter ${error.message} ${host.getArgByIndex<WebhookEvent>(0).type}`);
  }
}

class Renaming implements PipeTransform {
  transform(value: WebhookEvent) {
    return { ...value, instance_id: 'ins_of_the_pipe' };
  }
}

class Never implements CanActivate {
  canActivate() {
    log.push('guard');
    return false;
  }
}

/** Takes any request, and nothing else. */
class OfPeople implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    log.push('global guard');
    return context.switchToHttp().getRequest<{ headers: object }>().headers !== undefined;
  }
}

@Injectable()
class Service {
  @OnClerkEvent('user.created')
  @Marked
  users({ type, data }: WebhookEventOf<'user.created'>, { id }: WebhookDelivery) {
    log.push(`users ${type} ${data.id} ${id}`);
  }
}

describe.each(PLATFORMS)('Under what handlers run on %s', (platform) => {
  const start = async (providers: Provider[], more: object = {}) => {
    log = [];
    app = await startWebhookApp(platform, {}, { providers, ...more });
    return app;
  };
  const statusOf = async (type: string, id?: string) =>
    (await app?.deliver(signed(type, { id })))?.status;

  it("run under the application's interceptors, which know the handler and get the event", async () => {
    await start([Service, { provide: APP_INTERCEPTOR, useClass: Watch }]);
    await statusOf('user.created', 'msg_a');
    expect(log).toContain('clerk-webhook Service user.created seen');
    expect(log.at(-1)).toBe('users user.created user_1 msg_a');
  });

  it('run under the interceptors of their class and their own, with what these inject', async () => {
    @Injectable()
    @UseInterceptors(Watch)
    class Hooks {
      @OnClerkEvent('user.created') @UseInterceptors(Watch) @Marked created(_e: UserWebhookEvent) {}
    }
    await start([Hooks]);
    await statusOf('user.created');
    expect(log).toEqual(Array.from({ length: 2 }, () => 'clerk-webhook Hooks user.created seen'));
  });

  it('are done when an interceptor has dealt with the event', async () => {
    const ends = { intercept: () => of('done') };
    class Hooks {
      @OnClerkEvent('user.created') @UseInterceptors(ends) created(_event: UserWebhookEvent) {
        throw new Error('never');
      }
    }
    await start([Hooks]);
    expect(await statusOf('user.created')).toBe(200);
  });

  it('get what pipes make of the event; the delivery is left alone', async () => {
    class Hooks {
      @OnClerkEvent('user.created') all(event: UserWebhookEvent, delivery: WebhookDelivery) {
        log.push(`${event.instance_id} ${Object.keys(delivery).join()}`);
      }
      @OnClerkEvent('user.updated') @UsePipes(Renaming) own(event: UserWebhookEvent) {
        log.push(event.instance_id);
      }
    }
    await start([Hooks]);
    await statusOf('user.created');
    await statusOf('user.updated');
    await app?.close();
    expect(log).toEqual(['ins_1 id,timestampInSeconds', 'ins_of_the_pipe']);
    await start([Hooks, { provide: APP_PIPE, useClass: Renaming }]);
    await statusOf('user.created');
    expect(log).toEqual(['ins_of_the_pipe id,timestampInSeconds']);
  });

  describe('that fail', () => {
    class Failing {
      @OnClerkEvent('user.created') created(_event: UserWebhookEvent) {
        throw new Error('out of order');
      }
    }

    it('are shown to the filters of the application, and to none but the nearest', async () => {
      @UseFilters(Filter)
      class Own extends Failing {}
      await start([Failing, { provide: APP_FILTER, useClass: Filter }]);
      expect(await statusOf('user.created')).toBe(500);
      expect(log).toEqual(['filter out of order user.created']);
      await app?.close();
      await start([Own, { provide: APP_FILTER, useValue: { catch: () => log.push('no') } }]);
      expect(await statusOf('user.created')).toBe(500);
      expect(log).toEqual(['filter out of order user.created']);
    });

    it.each<[string, (error: Error, host: ArgumentsHost) => unknown]>([
      ['returns a value', () => 'handled'],
      ['returns the error, as for GraphQL', (error) => error],
      ['returns nothing, later', async () => undefined],
      [
        'throws another error',
        () => {
          throw new TypeError('x');
        },
      ],
      [
        'takes the context for one of HTTP',
        (_error, host) =>
          host.switchToHttp().getResponse<{ status(code: number): unknown }>().status(200),
      ],
    ])('have failed, also where a filter %s', async (_name, implementation) => {
      @Catch()
      class Odd {
        catch = implementation;
      }
      await start([Failing, { provide: APP_FILTER, useClass: Odd }]);
      expect(await statusOf('user.created')).toBe(500);
    });
  });

  describe('and guards', () => {
    it("don't meet the application's: a guard of people is not asked", async () => {
      await start([Service, { provide: APP_GUARD, useClass: OfPeople }]);
      expect(await statusOf('user.created')).toBe(200);
      expect(log).toEqual([expect.stringMatching('users')]);
    });

    it("don't meet ClerkAuthGuard as the global one", async () => {
      const clerk = ClerkModule.forRoot({ publishableKey, secretKey, jwtKey, globalGuard: true });
      await start([Service], { imports: [clerk] });
      expect(await statusOf('user.created')).toBe(200);
      expect(log).toHaveLength(1);
    });

    it.each<[string, () => Type]>([
      [
        'on the method',
        () => {
          class Hooks {
            @OnClerkEvent('user.created') @UseGuards(Never) created(_event: UserWebhookEvent) {
              log.push('ran');
            }
          }
          return Hooks;
        },
      ],
      [
        'on the class',
        () => {
          @UseGuards(new Never())
          class Hooks {
            @OnClerkEvent('user.created') created(_event: UserWebhookEvent) {
              log.push('ran');
            }
          }
          return Hooks;
        },
      ],
    ])('obey the one %s', async (_name, declare) => {
      await start([declare()]);
      expect(await statusOf('user.created')).toBe(500);
      expect(log).toEqual(['guard']);
    });
  });
});
