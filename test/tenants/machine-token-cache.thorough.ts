import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  AcceptsToken,
  Auth,
  ClerkClient,
  ClerkModule,
  type ClerkOptions,
  type ClerkSettings,
  Public,
} from 'clerk-nestjs';
import { type RunningApp, startApp } from '../nest/support/platforms.js';
import {
  requestOf,
  startTenants,
  stopTenants,
  tenantHeader,
  type TwoTenants,
} from './tenant-apps.js';

@Controller()
class Routes {
  constructor(private readonly clerk: ClerkClient) {}

  @Get() @AcceptsToken('api_key') show(@Auth('subject') subject: string) {
    return subject;
  }

  @Post('revoke') @Public() async revoke(@Body() { apiKeyId }: { apiKeyId: string }) {
    await this.clerk.apiKeys.revoke({ apiKeyId });
  }
}

let both: TwoTenants;
beforeAll(async () => {
  both = await startTenants();
});
afterAll(() => stopTenants(both));

/** The second tenant comes in two forms, which have the same keys. */
function optionsOf(id: string | undefined): ClerkOptions {
  const { acme, globex } = both;
  if (id === 'acme') return acme.options;
  return { ...globex.options, afterSignInUrl: id === 'globex' ? '/one' : '/other' };
}

const FORMS: [string, ClerkSettings, (id: string) => string | ClerkOptions][] = [
  ['tenants', { tenants: { resolve: tenantHeader, load: optionsOf } }, (id) => id],
  ['a function', (request) => optionsOf(tenantHeader(request)), optionsOf],
];

describe.each(FORMS)('opaque tokens of several tenants, by %s,', (_form, settings, nameOf) => {
  let running: RunningApp;
  beforeAll(async () => {
    const imports = [ClerkModule.forRootAsync({ useFactory: () => settings })];
    running = await startApp('express', { imports, controllers: [Routes] });
  });
  afterAll(() => running.app.close());

  const statusAt = async (tenant: string, token: string) =>
    (await fetch(running.origin, { headers: requestOf(tenant, token) })).status;

  it('are never good for another tenant because they are known at one', async () => {
    const { token } = both.acme.createApiKey({ subject: 'ada' });
    expect(await statusAt('acme', token)).toBe(200);
    expect(await statusAt('globex', token)).toBe(401);
    expect(await statusAt('acme', token)).toBe(200);
  });

  it('are never bad for another tenant because they are unknown at one', async () => {
    const { token } = both.acme.createApiKey({ subject: 'ada' });
    expect(await statusAt('globex', token)).toBe(401);
    expect(await statusAt('acme', token)).toBe(200);
  });

  it('count no more once revoked by the client of the tenant, outside of its requests', async () => {
    const { id, token } = both.acme.createApiKey({ subject: 'ada' });
    expect(await statusAt('acme', token)).toBe(200);
    const client = running.app.get(ClerkClient).for(nameOf('acme'));
    await client.apiKeys.revoke({ apiKeyId: id });
    expect(await statusAt('acme', token)).toBe(401);
  });

  it('count no more once revoked in a request, also under other options with the same keys', async () => {
    const { id, token } = both.globex.createApiKey({ subject: 'ada' });
    expect([await statusAt('globex', token), await statusAt('globex-2', token)]).toEqual([
      200, 200,
    ]);
    const response = await fetch(`${running.origin}/revoke`, {
      method: 'POST',
      headers: { ...requestOf('globex'), 'content-type': 'application/json' },
      body: JSON.stringify({ apiKeyId: id }),
    });
    expect(response.status).toBe(201);
    expect([await statusAt('globex', token), await statusAt('globex-2', token)]).toEqual([
      401, 401,
    ]);
  });
});
