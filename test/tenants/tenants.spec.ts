import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkClient, ClerkModule } from 'clerk-nestjs';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import {
  MeController,
  requestOf,
  startTenants,
  stopTenants,
  tenantHeader,
  type TwoTenants,
} from './tenant-apps.js';

let tenants: TwoTenants;

beforeAll(async () => {
  tenants = await startTenants();
});

afterAll(() => stopTenants(tenants));

describe.each(PLATFORMS)('tenants by an allowlist on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    const { acme, globex } = tenants;
    const known = new Map([
      ['acme', acme.options],
      ['globex', globex.options],
    ]);
    const load = (id: string) => known.get(id);
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot({ tenants: { resolve: tenantHeader, load } })],
      controllers: [MeController],
    });
  });

  afterAll(() => running.app.close());

  it('signs a tenant’s user in, by that tenant’s keys', async () => {
    const token = tenants.acme.mintSessionToken('ada');
    const answer = await fetch(`${running.origin}/me`, { headers: requestOf('acme', token) });
    expect(await answer.json()).toMatchObject({ userId: tenants.acme.users.ada.id, name: 'Ada' });
  });

  it('refuses the token of another tenant', async () => {
    const token = tenants.acme.mintSessionToken('ada');
    const answer = await fetch(`${running.origin}/me`, { headers: requestOf('globex', token) });
    expect(answer.status).toBe(401);
  });

  it('injects the client of the request’s tenant, also after a body was read', async () => {
    const token = tenants.globex.mintSessionToken('grace');
    const answer = await fetch(`${running.origin}/me`, {
      method: 'POST',
      headers: { ...requestOf('globex', token), 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'x'.repeat(100_000) }),
    });
    expect(await answer.json()).toMatchObject({ name: 'Grace' });
  });

  it('answers 421 for nobody and for an unknown tenant', async () => {
    const answers = [
      await fetch(`${running.origin}/me`),
      await fetch(`${running.origin}/me`, { headers: requestOf('initech') }),
      await fetch(`${running.origin}/nowhere`, { headers: requestOf('__proto__') }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([421, 421, 421]);
  });

  it('has a client for work outside of requests', async () => {
    const clerk = running.app.get(ClerkClient);
    const { id } = tenants.globex.users.ada;
    await expect(clerk.users.getUser(id)).rejects.toThrow(/clerk\.for\(tenant\)/);
    expect(await clerk.for('globex').users.getUser(id)).toMatchObject({ firstName: 'Ada' });
    await expect(clerk.for('initech').users.getUser(id)).rejects.toThrow(/no tenant "initech"/);
  });
});
