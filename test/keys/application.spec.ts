import { afterEach, describe, expect, it } from '@jest/globals';
import { noKeys } from '../../src/engine/keys/no-key-source.js';
import { PemKeySource } from '../../src/engine/keys/pem-key-source.js';
import { KeyLog } from '../../src/nest/health/key-log.js';
import { ClerkHealth } from 'clerk-nestjs';
import { PLATFORMS } from '../nest/support/platforms.js';
import { appForTests, first, second } from './key-app.js';
import { HOUR, MINUTE, SECOND } from './moved-clock.js';
import { until } from './open-source.js';

const app = appForTests();
const health = () => app().running.app.get(ClerkHealth);
const status = () => health().check().status;

/** Waits until keys have been fetched at the present time of the moved clock. */
async function refreshed(): Promise<void> {
  await until(() => health().check().keys?.fetchedAt?.getTime() === Date.now());
}

describe.each(PLATFORMS)('an application on %s', (platform) => {
  it('refuses a withdrawn key after the refresh, and accepts the one in its place', async () => {
    const { clock, server } = app();
    await app().start(platform);
    expect(await app().ask()).toBe(200);
    server.publish(second);
    clock.move(4 * MINUTE);
    expect(await app().ask()).toBe(200);
    await refreshed();
    expect([await app().ask(first), await app().ask(second)]).toEqual([401, 200]);
  });

  it('accepts a new key within seconds', async () => {
    const { clock, server } = app();
    await app().start(platform);
    expect(await app().ask()).toBe(200);
    server.publish(first, second);
    expect(await app().ask(second)).toBe(401);
    clock.move(5 * SECOND);
    expect([await app().ask(second), await app().ask(first)]).toEqual([200, 200]);
  });

  it('does not serve keys older than jwksStaleTtlInMs', async () => {
    const { clock, server } = app();
    await app().start(platform, { jwksStaleTtlInMs: HOUR });
    expect(await app().ask()).toBe(200);
    server.fault = '500';
    clock.move(HOUR - 1);
    expect(await app().ask()).toBe(200);
    clock.move(1);
    expect(await app().ask()).toBe(503);
    server.fault = 'nothing';
    clock.move(SECOND);
    expect(await app().ask()).toBe(200);
  });
});

describe('made-up key ids, of which anyone can send many,', () => {
  it('get 401 for one fetch, while others are served', async () => {
    const { clock, server } = app();
    await app().start();
    expect(await app().ask()).toBe(200);
    clock.move(5 * SECOND);
    const made = Array.from({ length: 200 }, (_, count) => app().ask(first, { kid: `k_${count}` }));
    expect(new Set(await Promise.all(made))).toEqual(new Set([401]));
    expect([await app().ask(), server.fetches]).toEqual([200, 2]);
  });
});

describe('the health of an application', () => {
  it('before the first fetch is up, and asks nobody', async () => {
    await app().start();
    expect(health().check()).toEqual({
      status: 'up',
      keys: { status: 'up', kind: 'jwks' },
      sources: { up: 1, degraded: 0, down: 0 },
    });
    await health().isHealthy();
    expect(app().server.fetches).toBe(0);
  });

  it('is up with fresh keys, and says since when and until when', async () => {
    await app().start();
    await app().ask();
    const now = Date.now();
    app().clock.move(MINUTE);
    expect(health().check().keys).toEqual({
      status: 'up',
      kind: 'jwks',
      fetchedAt: new Date(now),
      ageInMs: MINUTE,
      staleForInMs: 0,
      servesUntil: new Date(now + 24 * HOUR),
    });
  });

  it('is up after a night without requests, as nothing is known to be wrong', async () => {
    await app().start();
    await app().ask();
    app().clock.move(10 * HOUR);
    expect(status()).toBe('up');
    app().clock.move(20 * HOUR);
    expect(status()).toBe('up');
  });

  it('is degraded while stale keys serve in an outage, down when none do, and up after it', async () => {
    const { clock, server } = app();
    await app().start();
    await app().ask();
    server.fault = '500';
    clock.move(4 * MINUTE);
    await app().ask();
    await until(() => health().check().keys?.lastFailure !== undefined);
    expect(status()).toBe('up');
    clock.move(2 * MINUTE);
    expect(health().check()).toMatchObject({
      status: 'degraded',
      keys: {
        status: 'degraded',
        staleForInMs: MINUTE,
        lastFailure: expect.stringMatching(/it answered 500\.$/),
      },
      sources: { up: 0, degraded: 1, down: 0 },
    });
    clock.move(24 * HOUR);
    expect(status()).toBe('down');
    server.fault = 'nothing';
    expect(await app().ask()).toBe(200);
    expect(status()).toBe('up');
  });

  it('is down where the first fetch fails', async () => {
    await app().start();
    app().server.fault = '401';
    expect(await app().ask()).toBe(503);
    expect(health().check()).toMatchObject({
      status: 'down',
      keys: { status: 'down', lastFailure: expect.stringMatching(/refused the secret key/) },
    });
    expect(JSON.stringify(health().check())).not.toContain(first.secretKey);
  });

  it('is up with a PEM key, and where no key is needed', async () => {
    await app().start('express', { jwtKey: first.jwtKey });
    const keys = { status: 'up', kind: 'pem' };
    expect(health().check()).toMatchObject({ status: 'up', keys });
    await health().isHealthy('clerk', { ping: true });
    expect(app().server.fetches).toBe(0);
    expect(new PemKeySource(first.jwtKey).health()).toEqual(keys);
    expect(noKeys.health()).toEqual({ status: 'up', kind: 'none' });
    expect([noKeys.prepare(), new PemKeySource(first.jwtKey).prepare()]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('the log', () => {
  afterEach(() => app().clock.restore());

  it('warns while stale keys serve, once a minute at most, and says when that is over', async () => {
    const { clock, server, log } = app();
    await app().start();
    await app().ask();
    server.fault = '500';
    clock.move(6 * MINUTE);
    for (let seconds = 0; seconds < 59; seconds += 1) {
      await app().ask(first, { kid: 'made-up' });
      clock.move(SECOND);
    }
    const warnings = () => log.lines.filter((line) => line.includes('last good keys'));
    expect(warnings()).toEqual([
      "warn The keys could not be loaded from Clerk's Backend API: it answered 500. Tokens are " +
        'verified by the last good keys, which are 6 min old, for another 24 h at most ' +
        '(option jwksStaleTtlInMs).',
    ]);
    clock.move(MINUTE);
    await app().ask(first, { kid: 'made-up' });
    expect(warnings()).toHaveLength(2);
    server.fault = 'nothing';
    clock.move(5 * SECOND);
    expect(await app().ask(first, { kid: 'made-up' })).toBe(401);
    const last = 'log The keys could be fetched, 124 s after that first failed.';
    expect(log.lines).toContain(last.replace('124 s', '2 min'));
    expect(log.lines.join('\n')).not.toContain(first.secretKey);
  });

  it('warns when the last good keys serve no more', async () => {
    const { clock, server, log } = app();
    await app().start();
    await app().ask();
    server.fault = '500';
    clock.move(30 * HOUR);
    expect(await app().ask()).toBe(503);
    expect(log.lines).toContain(
      'warn The last good keys are 30 h old and serve no more (option jwksStaleTtlInMs): requests ' +
        'with tokens are answered 503 until others are fetched.',
    );
  });

  it('is not silenced by a clock that is set back', async () => {
    const { clock, log } = app();
    await app().start();
    const { note } = new KeyLog();
    note({ kind: 'refreshed', afterInMs: 500 });
    clock.move(-HOUR);
    note({ kind: 'refreshed', afterInMs: 2 * HOUR });
    expect(log.lines).toEqual([
      'log The keys could be fetched, 1 s after that first failed.',
      'log The keys could be fetched, 2 h after that first failed.',
    ]);
  });
});
