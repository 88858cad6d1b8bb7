import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkModule, type ClerkOptions, type ClerkSettings } from 'clerk-nestjs';
import { withEnvironment } from '../nest/options/with-environment.js';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import { ask } from './ask.js';
import { requestOf, tenantHeader } from './known-tenants.js';
import { tenantServersForTests } from './tenant-server.js';
import { KnownByClerk, WhoController } from './who.controller.js';

const tenants = tenantServersForTests('acme', 'globex', 'initech');

/** Each tenant twice: with keys that are fetched, and with its PEM key. The last has none at all. */
function optionsOf(id: string): ClerkOptions | undefined {
  const { acme, globex } = tenants;
  const { apiUrl } = globex.options;
  const known = new Map<string, ClerkOptions>([
    ['acme', acme.options],
    ['globex', globex.options],
    ['acme-pem', { ...acme.options, jwtKey: acme.instance.jwtKey }],
    [
      'globex-pem',
      { publishableKey: globex.options.publishableKey, jwtKey: globex.instance.jwtKey },
    ],
    ['globex-keyless', { publishableKey: globex.options.publishableKey, apiUrl }],
  ]);
  return known.get(id);
}

const FORMS: [string, ClerkSettings][] = [
  ['tenants', { tenants: { resolve: tenantHeader, load: optionsOf } }],
  ['a function', (request) => optionsOf(tenantHeader(request) ?? '') ?? {}],
];

const APPLICATIONS = PLATFORMS.flatMap((platform) =>
  FORMS.map(([form, given]) => [platform, form, given] as const),
);

describe.each(APPLICATIONS)('tokens of several tenants on %s, by %s', (platform, _form, given) => {
  let running: RunningApp;
  /** Everything that the environment can name is of a third instance. */
  const inEnvironment = <Result>(run: () => Promise<Result>) => {
    const { instance, options } = tenants.initech;
    return withEnvironment(
      {
        CLERK_PUBLISHABLE_KEY: options.publishableKey,
        CLERK_SECRET_KEY: options.secretKey,
        CLERK_JWT_KEY: instance.jwtKey,
        CLERK_MACHINE_SECRET_KEY: instance.machineSecretKey,
      },
      run,
    );
  };

  beforeAll(async () => {
    running = await inEnvironment(() =>
      startApp(platform, {
        imports: [ClerkModule.forRootAsync({ useFactory: () => given })],
        controllers: [WhoController],
        providers: [KnownByClerk],
      }),
    );
  });

  afterAll(() => running.app.close());

  const send = (tenant: string, token: string, path = '/who/template') =>
    inEnvironment(() => ask(`${running.origin}${path}`, { headers: requestOf(tenant, token) }));

  it.each<['acme' | 'globex', string]>([
    ['acme', 'acme'],
    ['globex', 'globex'],
    ['acme', 'acme-pem'],
  ])('of %s pass at %s, and lead to its Backend API', async (owner, tenant) => {
    const answer = await send(tenant, tenants[owner].token());
    expect(answer).toMatchObject({ status: 200, body: { jwt: `crm-of-${owner}` } });
    expect(tenants.initech.asked()).toEqual([]);
  });

  it.each<['acme' | 'globex' | 'initech', string]>([
    ['acme', 'globex'],
    ['globex', 'acme'],
    ['acme', 'globex-pem'],
    ['globex', 'acme-pem'],
    ['initech', 'acme'],
    ['initech', 'globex'],
    ['initech', 'acme-pem'],
    ['initech', 'globex-pem'],
  ])(
    'of %s do not pass at %s, though they name a key id that is known there',
    async (owner, tenant) => {
      const token = tenants[owner].token();
      for (const path of ['/who', '/who/template', '/who/online', '/who/known']) {
        expect(await send(tenant, token, path)).toMatchObject({
          status: 401,
          body: { reason: 'token-invalid-signature' },
        });
      }
      expect(tenants.initech.asked()).toEqual([]);
    },
  );

  it('do not pass in another tenant’s name either: the key counts, not what a token says', async () => {
    const { acme, globex } = tenants;
    const claims = { iss: `https://${acme.instance.frontendApi}` };
    const forged = globex.instance.mint({ user: 'ada', claims, header: { kid: 'ins_shared' } });
    expect(await send('acme', forged)).toMatchObject({ status: 401 });
    expect(await send('acme-pem', forged)).toMatchObject({ status: 401 });
  });

  it('of nobody pass where a tenant has no key: those of the environment are not its own', async () => {
    const { globex, initech } = tenants;
    for (const token of [globex.token(), initech.token()]) {
      expect(await send('globex-keyless', token)).toMatchObject({ status: 500 });
    }
    expect([globex.asked(), initech.asked()]).toEqual([[], []]);
  });
});
