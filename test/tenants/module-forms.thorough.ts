import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, type DynamicModule, Get, Injectable, Module } from '@nestjs/common';
import { ApplicationConfig } from '@nestjs/core';
import {
  ClerkClient,
  ClerkModule,
  type ClerkModuleExtras,
  type ClerkOptionsCallback,
  type ClerkOptionsFactory,
  type ClerkSettings,
} from 'clerk-nestjs';
import { TenantContext } from '../../src/tenants/tenant-context.js';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import { ask } from './ask.js';
import { byHeader, requestOf, tenantHeader } from './known-tenants.js';
import { tenantServersForTests } from './tenant-server.js';
import { KnownByClerk, WhoController } from './who.controller.js';

const tenants = tenantServersForTests('acme', 'globex');

const compute: ClerkOptionsCallback = (request) =>
  tenants[tenantHeader(request) === 'acme' ? 'acme' : 'globex'].options;

/** Without any guard of its own. */
@Controller('bare')
class BareController {
  @Get()
  show() {
    return 'bare';
  }
}

/** The settings that are given in every form. */
const SETTINGS = {
  tenants: (): ClerkSettings => ({ tenants: byHeader(tenants) }),
  'a function': (): ClerkSettings => compute,
};

let chosen: () => ClerkSettings;

@Injectable()
class TenantSettings implements ClerkOptionsFactory {
  createClerkOptions(): ClerkSettings {
    return chosen();
  }
}

@Injectable()
class LateSettings implements ClerkOptionsFactory {
  async createClerkOptions(): Promise<ClerkSettings> {
    return chosen();
  }
}

@Module({ providers: [TenantSettings], exports: [TenantSettings] })
class SettingsModule {}

/** The forms in which settings come late, with extras beside. */
const FORMS: [string, (extras: ClerkModuleExtras) => DynamicModule][] = [
  ['useFactory', (extras) => ClerkModule.forRootAsync({ ...extras, useFactory: () => chosen() })],
  [
    'useFactory with a promise and what is injected',
    (extras) =>
      ClerkModule.forRootAsync({
        ...extras,
        imports: [SettingsModule],
        inject: [TenantSettings],
        useFactory: async (settings: TenantSettings) => settings.createClerkOptions(),
      }),
  ],
  ['useClass', (extras) => ClerkModule.forRootAsync({ ...extras, useClass: LateSettings })],
  [
    'useExisting',
    (extras) =>
      ClerkModule.forRootAsync({
        ...extras,
        imports: [SettingsModule],
        useExisting: TenantSettings,
      }),
  ],
];

describe.each(PLATFORMS)('ClerkModule with several tenants on %s', (platform) => {
  let running: RunningApp;

  afterEach(() => running.app.close());

  const start = async (module: DynamicModule) => {
    running = await startApp(platform, {
      imports: [module],
      controllers: [WhoController, BareController],
      providers: [KnownByClerk],
    });
  };

  const send = (tenant: string, token?: string, path = '/who') =>
    ask(`${running.origin}${path}`, { headers: requestOf(tenant, token) });

  const rows = FORMS.flatMap(([form, make]) =>
    Object.values(SETTINGS).map((settings, index) => [form, index, make, settings] as const),
  );

  it.each(rows)(
    'takes settings by %s (%i), and extras beside',
    async (_form, _index, make, settings) => {
      chosen = settings;
      await start(make({ protect: ['/files(.*)'] }));
      for (const name of ['acme', 'globex'] as const) {
        expect(await send(name, tenants[name].token())).toMatchObject({ body: { asked: name } });
        expect(await send(name)).toMatchObject({ status: 401 });
        expect(await send(name, undefined, '/files/one')).toMatchObject({ status: 401 });
      }
      expect(await send('globex', tenants.acme.token())).toMatchObject({ status: 401 });
    },
    20_000,
  );

  it.each<[string, () => DynamicModule]>([
    ['tenants', () => ClerkModule.forRoot({ tenants: byHeader(tenants), globalGuard: true })],
    ['a function', () => ClerkModule.forRoot(compute, { globalGuard: true })],
  ])('guards every handler by the request’s tenant with globalGuard (%s)', async (_form, make) => {
    await start(make());
    const token = tenants.acme.token();
    expect(await send('acme', token, '/bare')).toMatchObject({ body: 'bare' });
    expect(await send('globex', token, '/bare')).toMatchObject({ status: 401 });
    expect(await send('acme', undefined, '/bare')).toMatchObject({ status: 401 });
    expect(await send('globex', undefined, '/who/open')).toMatchObject({ body: 'open' });
  });

  it('protects paths by the request’s tenant, and has its client there', async () => {
    const seen: unknown[] = [];
    const protect: ClerkModuleExtras['protect'] = async (auth, request) => {
      if (!request.url?.startsWith('/files')) return;
      const { userId } = auth.protect();
      seen.push((await running.app.get(ClerkClient).users.getUser(userId)).externalId);
    };
    await start(ClerkModule.forRoot({ tenants: byHeader(tenants), protect }));
    expect(await send('acme', tenants.acme.token(), '/files')).toMatchObject({ status: 404 });
    expect(await send('globex', tenants.globex.token(), '/files')).toMatchObject({ status: 404 });
    expect(seen).toEqual(['acme', 'globex']);
    const foreign = await send('globex', tenants.acme.token(), '/files');
    expect(foreign).toMatchObject({ status: 404, body: expect.anything() });
    expect(seen).toHaveLength(2);
    expect(await send('acme', undefined, '/who/open')).toMatchObject({ body: 'open' });
  });

  it('follows no requests with one set of options, and puts nothing in front of handlers', async () => {
    await start(ClerkModule.forRoot({ ...tenants.acme.options }));
    expect(running.app.get(TenantContext).isActive).toBe(false);
    const config = running.app.get(ApplicationConfig);
    expect([config.getGlobalInterceptors(), config.getGlobalGuards()]).toEqual([[], []]);
    const clerk = running.app.get(ClerkClient);
    expect(() => clerk.for('acme')).toThrow(/for applications with several tenants/);
    expect((await clerk.users.getUser('user_1')).externalId).toBe('acme');
  });
});
