import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Req } from '@nestjs/common';
import { ClerkAuthenticator, ClerkModule, RequirePermission, RequireRole } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { CLERK_TENANTS } from '../../src/nest/tokens.js';
import type { TenantSource } from '../../src/tenants/tenant-source.js';
import { requestSource } from '../engine/support/request-source.js';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;

/** The guard runs for the whole application, for the class and for the handler. */
@Controller()
@RequirePermission('org:articles:read')
class GuardedThreeTimes {
  constructor(private readonly authenticator: ClerkAuthenticator) {}

  @Get()
  @RequireRole('org:admin')
  async show(@Req() request: object) {
    const [one, other] = [
      await this.authenticator.authenticate(request),
      await this.authenticator.authenticate(request),
    ];
    return { same: one === other, sameAuth: one.toAuth() === other.toAuth() };
  }
}

describe.each(PLATFORMS)('one request on %s', (platform) => {
  let running: RunningApp;
  let lookups = 0;

  beforeEach(async () => {
    lookups = 0;
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot({ publishableKey, jwtKey, globalGuard: true })],
      controllers: [GuardedThreeTimes],
    });
    // Every verification looks its key up, so that lookups count verifications.
    const tenants = running.app.get<TenantSource>(CLERK_TENANTS);
    const { instanceOf } = await tenants.open(undefined);
    const { keys } = instanceOf(requestSource());
    const find = keys.find.bind(keys);
    keys.find = (keyId) => {
      lookups += 1;
      return find(keyId);
    };
  });

  afterEach(() => running.app.close());

  it('is verified once, whoever asks and however often the guard runs', async () => {
    const headers = { authorization: `Bearer ${instance.mintSessionToken('ada')}` };
    const response = await fetch(running.origin, { headers });
    expect(await response.json()).toEqual({ same: true, sameAuth: true });
    expect(lookups).toBe(1);
  });

  it('is refused once: the log names one denial, not three', async () => {
    const headers = { authorization: `Bearer ${instance.mintSessionToken('grace')}` };
    expect((await fetch(running.origin, { headers })).status).toBe(403);
    expect(lookups).toBe(1);
  });
});
