import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClerkHealth } from 'clerk-nestjs';
import { appForTests, first, second } from './key-app.js';
import { KeyServer } from './key-server.js';
import { MINUTE, SECOND } from './moved-clock.js';
import { until } from './open-source.js';

const app = appForTests();
const health = () => app().running.app.get(ClerkHealth);
const status = () => health().check().status;

describe('a health check', () => {
  it('that pings fetches the first keys, once, and waits for them', async () => {
    await app().start();
    const pinged = () => health().isHealthy('clerk', { ping: true });
    const indicators = await Promise.all([pinged(), pinged(), pinged()]);
    expect(indicators[0]).toMatchObject({
      clerk: { status: 'up', isDegraded: false, keys: { ageInMs: 0 } },
    });
    await pinged();
    expect(app().server.fetches).toBe(1);
  });

  it('that pings and gets no keys is down, and asks again after a cool-down only', async () => {
    const { clock, server } = app();
    server.fault = '500';
    await app().start();
    const pinged = () => health().isHealthy('keys', { ping: true });
    expect(await pinged()).toMatchObject({ keys: { status: 'down', isDegraded: true } });
    await pinged();
    expect(server.fetches).toBe(1);
    server.fault = 'nothing';
    clock.move(SECOND);
    expect(await pinged()).toMatchObject({ keys: { status: 'up', isDegraded: false } });
  });

  it('brings an instance back that gets no requests because it is down', async () => {
    const { clock, server } = app();
    server.fault = '500';
    await app().start();
    expect(await app().ask()).toBe(503);
    server.fault = 'nothing';
    clock.move(SECOND);
    expect(await health().isHealthy()).toMatchObject({ clerk: { status: 'down' } });
    await until(() => status() === 'up');
    expect(await health().isHealthy()).toMatchObject({ clerk: { status: 'up' } });
  });

  it('ends a degraded state as well, in the background', async () => {
    const { clock, server } = app();
    await app().start();
    await app().ask();
    server.fault = '500';
    clock.move(6 * MINUTE);
    await app().ask();
    await until(() => status() === 'degraded');
    server.fault = 'nothing';
    clock.move(SECOND);
    expect(await health().isHealthy('clerk', { ping: true })).toMatchObject({
      clerk: { status: 'up', isDegraded: true },
    });
    await until(() => status() === 'up');
  });
});

describe('the health of several tenants', () => {
  let broken: KeyServer | undefined;
  afterEach(() => broken?.goDown());

  const tenants = (apiUrls: Record<string, string>, maxAgeInMs?: number) => ({
    publishableKey: undefined,
    secretKey: undefined,
    apiUrl: undefined,
    tenants: {
      resolve: ({ headers }: { headers: { host?: string } }) => headers.host?.split('.')[0],
      load: (id: string) => ({
        publishableKey: second.publishableKey,
        secretKey: `sk_test_${id}`,
        apiUrl: apiUrls[id],
      }),
      maxAgeInMs,
    },
  });
  const askOf = async (tenant: string) => {
    const { port } = app().running;
    const token = first.mintSessionToken('ada');
    const headers = { host: `${tenant}.example`, authorization: `Bearer ${token}` };
    const [response] = await once(get({ port, path: '/articles', headers }), 'response');
    response.resume();
    return Number(response.statusCode);
  };

  it('is that of those that are loaded: the worst, and how many; one alone takes nobody down', async () => {
    broken = await KeyServer.start();
    broken.fault = '401';
    const urls = { acme: app().server.url, globex: app().server.url, initech: broken.url };
    await app().start('express', tenants(urls));
    expect(health().check()).toEqual({
      status: 'up',
      keys: undefined,
      sources: { up: 0, degraded: 0, down: 0 },
    });
    expect([await askOf('acme'), await askOf('globex'), await askOf('initech')]).toEqual([
      200, 200, 503,
    ]);
    expect(health().check()).toMatchObject({
      status: 'down',
      keys: { status: 'down', lastFailure: expect.stringMatching(/refused the secret key/) },
      sources: { up: 2, degraded: 0, down: 1 },
    });
    const indicator = { status: 'up', isDegraded: true, sources: { up: 2, down: 1 } };
    expect(await health().isHealthy()).toMatchObject({ clerk: indicator });
  });

  it('is told by the log, too, where the keys of one are stale', async () => {
    const { clock, server, log } = app();
    await app().start('express', tenants({ acme: server.url }));
    expect(await askOf('acme')).toBe(200);
    server.fault = '500';
    clock.move(6 * MINUTE);
    expect(await askOf('acme')).toBe(200);
    await until(() => status() === 'degraded');
    expect(log.lines.filter((line) => line.includes('last good keys'))).toHaveLength(1);
  });

  it('outlives their options: one that is loaded again in an outage has its last good keys', async () => {
    const { server, clock } = app();
    await app().start('express', tenants({ acme: server.url }, 1));
    expect(await askOf('acme')).toBe(200);
    server.fault = '500';
    clock.move(6 * MINUTE);
    await setTimeout(5);
    expect(await askOf('acme')).toBe(200);
    await until(() => status() === 'degraded');
    expect(health().check().sources).toEqual({ up: 0, degraded: 1, down: 0 });
  });

  it('starts a few fetches at a time only', async () => {
    const { server, clock } = app();
    server.fault = '500';
    const names = Array.from({ length: 15 }, (_, count) => `tenant-${count}`);
    await app().start('express', tenants(Object.fromEntries(names.map((id) => [id, server.url]))));
    for (const name of names) expect(await askOf(name)).toBe(503);
    expect(health().check().sources.down).toBe(15);
    clock.move(SECOND);
    server.fault = 'nothing';
    await health().isHealthy('clerk', { ping: true });
    expect(health().check().sources).toEqual({ up: 10, degraded: 0, down: 5 });
  });

  it('starts with those that fail, however long ago anybody asked for them', async () => {
    broken = await KeyServer.start(first);
    broken.fault = '500';
    const { server, clock } = app();
    const others = Array.from({ length: 12 }, (_, count) => `tenant-${count}`);
    const urls = Object.fromEntries(others.map((id) => [id, server.url]));
    await app().start('express', tenants({ ...urls, failing: broken.url }));
    expect(await askOf('failing')).toBe(503);
    for (const name of others) expect(await askOf(name)).toBe(200);
    clock.move(SECOND);
    broken.fault = 'nothing';
    await health().isHealthy('clerk', { ping: true });
    expect(health().check().sources).toEqual({ up: 13, degraded: 0, down: 0 });
  });
});
