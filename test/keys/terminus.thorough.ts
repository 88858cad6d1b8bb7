import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService, TerminusModule } from '@nestjs/terminus';
import { describe, expect, it } from '@jest/globals';
import { ClerkHealth } from 'clerk-nestjs';
import { PLATFORMS } from '../nest/support/platforms.js';
import { appForTests, first } from './key-app.js';
import { HOUR, MINUTE } from './moved-clock.js';
import { until } from './open-source.js';

@Controller()
class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly clerk: ClerkHealth,
  ) {}

  @Get('live')
  @HealthCheck()
  live() {
    return this.health.check([() => this.clerk.isHealthy()]);
  }

  @Get('ready')
  @HealthCheck()
  ready() {
    return this.health.check([() => this.clerk.isHealthy('keys', { ping: true })]);
  }
}

const app = appForTests();

describe.each(PLATFORMS)('a health check of @nestjs/terminus on %s', (platform) => {
  const start = () =>
    app().start(
      platform,
      {},
      { imports: [TerminusModule.forRoot({ logger: false })], controllers: [HealthController] },
    );

  it('is 200 with fresh keys, degraded keys too, and 503 when it is down', async () => {
    const { clock, server } = app();
    await start();
    expect(await app().get('/live')).toMatchObject({
      status: 200,
      body: { status: 'ok', info: { clerk: { status: 'up', isDegraded: false } } },
    });
    await app().ask();
    server.fault = '500';
    clock.move(6 * MINUTE);
    await app().ask();
    await until(() => app().running.app.get(ClerkHealth).check().status === 'degraded');
    expect(await app().get('/live')).toMatchObject({
      status: 200,
      body: { details: { clerk: { status: 'up', isDegraded: true, sources: { degraded: 1 } } } },
    });
    clock.move(24 * HOUR);
    await app().ask();
    const down = await app().get('/live');
    expect(down).toMatchObject({
      status: 503,
      body: { status: 'error', error: { clerk: { status: 'down', sources: { down: 1 } } } },
    });
    expect(JSON.stringify(down)).not.toContain(first.secretKey);
  });

  it('that pings is 503 as long as there are no keys, and 200 with them', async () => {
    const { clock, server } = app();
    server.fault = 'hang up';
    await start();
    expect(await app().get('/ready')).toMatchObject({
      status: 503,
      body: { error: { keys: { status: 'down' } } },
    });
    server.fault = 'nothing';
    clock.move(MINUTE);
    expect(await app().get('/ready')).toMatchObject({
      status: 200,
      body: { info: { keys: { status: 'up', keys: { ageInMs: 0 } } } },
    });
  });
});
