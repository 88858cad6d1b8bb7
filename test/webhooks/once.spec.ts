import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { LoggerService, Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClerkWebhookModule, InMemoryDeliveryStore, OnClerkEvent } from 'clerk-nestjs/webhooks';
import type {
  ClerkWebhookOptions,
  HandlerRun,
  UserWebhookEvent,
  WebhookDeliveryStore,
} from 'clerk-nestjs/webhooks';
import { PLATFORMS, portOf } from '../nest/support/platforms.js';
import { deliver, SECRET, signed } from './support/deliveries.js';
import { startWebhookApp } from './support/webhook-app.js';
import type { WebhookApp } from './support/webhook-app.js';

describe('once', () => {
  /** What has run, in order. */
  let log: string[] = [];
  /** Whether the second handler fails. */
  let isBroken = false;
  let apps: WebhookApp[] = [];

  class Hooks {
    @OnClerkEvent('user.created') async first(_event: UserWebhookEvent) {
      await sleep(20);
      log.push('first');
    }
    @OnClerkEvent('user.created') async second(_event: UserWebhookEvent) {
      log.push('second');
      if (isBroken) throw new Error('The database is away.');
    }
    @OnClerkEvent('user.created') third(_event: UserWebhookEvent) {
      log.push('third');
    }
  }

  class Slow {
    @OnClerkEvent('user.created') async run(_event: UserWebhookEvent) {
      log.push('begins');
      await sleep(150);
      log.push('ends');
    }
  }

  class SlowlyFailing {
    @OnClerkEvent('user.created') async run(_event: UserWebhookEvent) {
      log.push('fails');
      await sleep(500);
      throw new Error('The database is away.');
    }
  }

  class Hanging {
    @OnClerkEvent('user.created') run(_event: UserWebhookEvent) {
      log.push('hangs');
      return new Promise<void>(() => undefined);
    }
  }

  const start = async (
    platform: (typeof PLATFORMS)[number],
    provider: Provider,
    options: ClerkWebhookOptions = {},
  ) => {
    const app = await startWebhookApp(platform, options, { providers: [provider] });
    apps.push(app);
    return app;
  };

  afterEach(async () => {
    await Promise.all(apps.map((app) => app.close()));
    apps = [];
    log = [];
    isBroken = false;
  });

  describe.each(PLATFORMS)('On %s', (platform) => {
    it('a replay, a delivery seen before, is answered 200 and runs nothing', async () => {
      const app = await start(platform, Hooks);
      const delivery = signed('user.created');
      const statuses = [];
      for (let time = 0; time < 3; time += 1) statuses.push((await app.deliver(delivery)).status);
      // Clerk signs each attempt anew.
      const id = String(delivery.headers['svix-id']);
      statuses.push((await app.deliver(signed('user.created', { id, ageInSeconds: 7 }))).status);
      expect([statuses, log]).toEqual([
        [200, 200, 200, 200],
        ['second', 'third', 'first'],
      ]);
    });

    it('the same delivery fifty times at once runs each handler once, and all wait for that', async () => {
      const app = await start(platform, Slow);
      const delivery = signed('user.created');
      const answers = await Promise.all(
        Array.from({ length: 50 }, async () => {
          const { status } = await app.deliver(delivery);
          return `${status} ${log.at(-1)}`;
        }),
      );
      expect(new Set(answers)).toEqual(new Set(['200 ends']));
      expect(log).toEqual(['begins', 'ends']);
      expect(app.recorder.seen).toHaveLength(1);
    });

    it('fifty deliveries at once, each with its own id, run fifty times', async () => {
      const app = await start(platform, Hooks);
      await Promise.all(Array.from({ length: 50 }, () => app.deliver(signed('user.created'))));
      expect(app.recorder.seen).toHaveLength(50);
      expect(log.filter((line) => line === 'third')).toHaveLength(50);
    });

    it('after a failure only the handlers that failed run again, until they are done', async () => {
      const app = await start(platform, Hooks);
      const delivery = signed('user.created');
      isBroken = true;
      expect((await app.deliver(delivery)).status).toBe(500);
      expect(log.toSorted()).toEqual(['first', 'second', 'third']);
      expect((await app.deliver(delivery)).status).toBe(500);
      isBroken = false;
      expect((await app.deliver(delivery)).status).toBe(200);
      expect((await app.deliver(delivery)).status).toBe(200);
      expect(log.toSorted()).toEqual(['first', 'second', 'second', 'second', 'third']);
      expect(app.recorder.seen).toHaveLength(1);
    });

    it('deliveries that come at once to a handler that fails all learn of it', async () => {
      const app = await start(platform, SlowlyFailing);
      const delivery = signed('user.created');
      const answers = await Promise.all(Array.from({ length: 10 }, () => app.deliver(delivery)));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 500));
      expect(log).toEqual(['fails']);
    });
  });

  describe('Processes that share a store', () => {
    it('run a delivery once; the one that comes second is told to come again', async () => {
      const store = new InMemoryDeliveryStore();
      const one = await start('express', Slow, { store });
      const other = await start('fastify', Slow, { store });
      const delivery = signed('user.created');
      const first = one.deliver(delivery);
      await sleep(60);
      const second = await other.deliver(delivery);
      expect([second.status, second.headers.get('retry-after')]).toEqual([503, '30']);
      expect((await first).status).toBe(200);
      expect((await other.deliver(delivery)).status).toBe(200);
      expect(log).toEqual(['begins', 'ends']);
    });

    it('know after a restart what was done before', async () => {
      const store = new InMemoryDeliveryStore();
      const delivery = signed('user.created');
      isBroken = true;
      await (await start('express', Hooks, { store })).deliver(delivery);
      isBroken = false;
      const { status } = await (await start('express', Hooks, { store })).deliver(delivery);
      expect([status, log.toSorted()]).toEqual([200, ['first', 'second', 'second', 'third']]);
    });

    it('run a delivery again whose process died, when its lease is over and not before', async () => {
      const store = new InMemoryDeliveryStore();
      const delivery = signed('user.created');
      const deliveryId = String(delivery.headers['svix-id']);
      store.claim({ deliveryId, handler: 'Hooks.third', runId: 'of the dead process' }, 300);
      const app = await start('express', Hooks, { store });
      expect((await app.deliver(delivery)).status).toBe(503);
      expect(log).not.toContain('third');
      await sleep(320);
      expect((await app.deliver(delivery)).status).toBe(200);
      expect(log.toSorted()).toEqual(['first', 'second', 'third']);
    });
  });

  describe('A handler that never ends', () => {
    it('counts as dead when its lease is over, and runs again at the next delivery', async () => {
      const app = await start('express', Hanging, { leaseInMs: 100 });
      const delivery = signed('user.created');
      expect((await app.deliver(delivery)).status).toBe(500);
      await sleep(10);
      expect((await app.deliver(delivery)).status).toBe(500);
      expect(log).toEqual(['hangs', 'hangs']);
    });

    it('holds up no other, and is done if it ends after all', async () => {
      const app = await start('express', Slow, { leaseInMs: 50 });
      const delivery = signed('user.created');
      expect((await app.deliver(delivery)).status).toBe(500);
      expect(app.recorder.seen).toHaveLength(1);
      await sleep(150);
      expect((await app.deliver(delivery)).status).toBe(200);
      expect(log).toEqual(['begins', 'ends']);
    });
  });

  describe('Where the store fails', () => {
    /** A store with one method that throws. */
    const failingAt = (method: keyof WebhookDeliveryStore): WebhookDeliveryStore => {
      const store = new InMemoryDeliveryStore();
      const fail = () => Promise.reject(new Error('no connection'));
      return {
        claim: (run, lease) => (method === 'claim' ? fail() : store.claim(run, lease)),
        complete: (run) => (method === 'complete' ? fail() : store.complete(run)),
        fail: (run) => (method === 'fail' ? fail() : store.fail(run)),
      };
    };

    it.each<[keyof WebhookDeliveryStore, number, number]>([
      ['claim', 503, 0],
      ['complete', 503, 1],
      ['fail', 500, 1],
    ])('at %s the answer is %s, so that nothing is lost', async (method, expected, runs) => {
      isBroken = method === 'fail';
      const app = await start('express', Hooks, { store: failingAt(method) });
      expect((await app.deliver(signed('user.created'))).status).toBe(expected);
      expect(log.filter((line) => line === 'second')).toHaveLength(runs);
    });

    it('a store that throws at once is the same', async () => {
      const store = new InMemoryDeliveryStore();
      store.claim = () => {
        throw new Error('no connection');
      };
      const app = await start('express', Hooks, { store });
      expect((await app.deliver(signed('user.created'))).status).toBe(503);
    });
  });

  it('The store is asked by names that are the same after every start', async () => {
    const runs: HandlerRun[] = [];
    const store = new InMemoryDeliveryStore();
    const claim = store.claim.bind(store);
    store.claim = (run, lease) => {
      runs.push(run);
      return claim(run, lease);
    };
    const app = await start('express', Hooks, { store });
    await app.deliver(signed('user.created', { id: 'msg_of_names' }));
    expect(runs.map(({ deliveryId, handler }) => `${deliveryId} ${handler}`)).toEqual(
      ['Recorder.take', 'Hooks.first', 'Hooks.second', 'Hooks.third'].map(
        (name) => `msg_of_names ${name}`,
      ),
    );
    expect(new Set(runs.map(({ runId }) => runId)).size).toBe(4);
  });

  it('A failure is logged once, with event, delivery and handler, and without what the event is about', async () => {
    const lines: string[] = [];
    const note = (...parts: unknown[]) => lines.push(parts.map(String).join(' '));
    const logger: LoggerService = { log: () => 0, debug: note, warn: note, error: note };
    class Root {}
    const root = {
      module: Root,
      imports: [ClerkWebhookModule.forRoot({ signingSecret: SECRET })],
      providers: [Hooks],
    };
    const app = await NestFactory.create(root, { logger });
    await app.listen(0, '127.0.0.1');
    isBroken = true;
    await deliver(
      `http://127.0.0.1:${portOf(app.getHttpServer())}`,
      signed('user.created', { id: 'msg_7' }),
    );
    await app.close();
    Logger.overrideLogger(false);
    const told = lines.filter((line) => line.includes('The database is away.'));
    expect(told).toEqual([
      expect.stringMatching(
        /^Hooks\.second, for user\.created, delivery msg_7, failed: The database is away\./,
      ),
    ]);
    expect(lines.join('\n')).not.toMatch(/user_1|192\.0\.2\.1/);
    expect(lines.join('\n')).not.toContain(SECRET);
  });
});

describe('The store in memory', () => {
  const HOUR_IN_MS = 3_600_000;

  let now: number;

  let store: InMemoryDeliveryStore;

  const run = (deliveryId: string, runId = 'run_1', handler = 'Hooks.created') => ({
    deliveryId,
    handler,
    runId,
  });

  beforeEach(() => {
    now = 1_000_000;
    store = new InMemoryDeliveryStore({ maxRuns: 3, now: () => now });
  });

  it('gives a handler of a delivery to one run only', () => {
    expect(store.claim(run('a'), 100)).toBe('claimed');
    expect(store.claim(run('a', 'run_2'), 100)).toBe('running');
    store.complete(run('a'));
    expect(store.claim(run('a', 'run_3'), 100)).toBe('done');
  });

  it('keeps handlers and deliveries apart, whatever their names hold', () => {
    store.claim(run('a', 'run_1', 'b"],["c'), 100);
    expect(store.claim(run('a', 'run_2', 'b'), 100)).toBe('claimed');
    expect(store.claim(run('a"],["b', 'run_3', 'c'), 100)).toBe('claimed');
  });

  it('gives a failed one away again at once', () => {
    store.claim(run('a'), 100);
    store.fail(run('a'));
    expect(store.claim(run('a', 'run_2'), 100)).toBe('claimed');
  });

  it('gives one away whose lease is over, and not a moment earlier', () => {
    store.claim(run('a'), 100);
    now += 99;
    expect(store.claim(run('a', 'run_2'), 100)).toBe('running');
    now += 1;
    expect(store.claim(run('a', 'run_2'), 100)).toBe('claimed');
  });

  it('lets a run that came back from the dead not take back the claim of a later one', () => {
    store.claim(run('a'), 100);
    now += 100;
    store.claim(run('a', 'run_2'), 100);
    store.fail(run('a'));
    expect(store.claim(run('a', 'run_3'), 100)).toBe('running');
  });

  it('lets a run that fails late not undo what another has done', () => {
    store.claim(run('a'), 100);
    store.complete(run('a', 'run_2'));
    store.fail(run('a'));
    expect(store.claim(run('a', 'run_3'), 100)).toBe('done');
  });

  it('remembers for longer than Clerk tries', () => {
    store.claim(run('a'), 100);
    store.complete(run('a'));
    now += 47 * HOUR_IN_MS;
    expect(store.claim(run('a', 'run_2'), 100)).toBe('done');
    now += HOUR_IN_MS;
    expect(store.claim(run('a', 'run_2'), 100)).toBe('claimed');
  });

  it('forgets the oldest when it is full, and grows no further', () => {
    for (const id of ['a', 'b', 'c']) {
      store.claim(run(id), 100);
      store.complete(run(id));
    }
    store.claim(run('d'), 100);
    expect(['b', 'c'].map((id) => store.claim(run(id, 'run_2'), 100))).toEqual(['done', 'done']);
    expect(store.claim(run('a', 'run_2'), 100)).toBe('claimed');
  });
});
