import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent } from 'node:http';
import { ClerkModule, type ClerkSettings } from 'clerk-nestjs';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import { rawExchange } from '../nest/support/raw-exchange.js';
import { ask } from './ask.js';
import { byHeader, requestOf, tenantHeader } from './known-tenants.js';
import { type TenantServer, tenantServersForTests } from './tenant-server.js';
import { KnownByClerk, WhoController } from './who.controller.js';

const tenants = tenantServersForTests('acme', 'globex');

const FORMS: [string, () => ClerkSettings][] = [
  ['tenants', () => ({ tenants: byHeader(tenants) })],
  [
    'a function',
    () => async (request) => tenants[tenantHeader(request) === 'acme' ? 'acme' : 'globex'].options,
  ],
];

const APPLICATIONS = PLATFORMS.flatMap((platform) =>
  FORMS.map(([form, given]) => [platform, form, given] as const),
);

/** What each path answers at a tenant. */
const ANSWERS: Record<string, (tenant: TenantServer) => unknown> = {
  '/who': ({ name, instance }) => ({ issuer: `https://${instance.frontendApi}`, asked: name }),
  '/who/template': ({ name }) => ({ jwt: `crm-of-${name}` }),
  '/who/online': () => 'online',
  '/who/known': () => 'known',
};

describe.each(APPLICATIONS)(
  'requests of two tenants at once on %s, by %s',
  (platform, _form, given) => {
    let running: RunningApp;

    beforeAll(async () => {
      running = await startApp(platform, {
        imports: [ClerkModule.forRootAsync({ useFactory: given })],
        controllers: [WhoController],
        providers: [KnownByClerk],
      });
    });

    afterAll(() => running.app.close());

    it('are each answered by their own, 200 of them, with keys fetched once a tenant', async () => {
      const calls = Array.from({ length: 200 }, (_, index) => {
        const tenant = index % 2 ? tenants.acme : tenants.globex;
        const [path = '', answer] = Object.entries(ANSWERS)[(index >> 1) % 4] ?? [];
        return { tenant, path, expected: answer?.(tenant) };
      });
      const answers = await Promise.all(
        calls.map(({ tenant, path }) =>
          ask(`${running.origin}${path}`, { headers: requestOf(tenant.name, tenant.token()) }),
        ),
      );
      expect(answers.map(({ body }) => body)).toEqual(calls.map(({ expected }) => expected));
      for (const tenant of Object.values(tenants)) {
        const all = tenant.asked();
        expect(all.filter((what) => what === 'GET /v1/jwks')).toHaveLength(1);
        const kinds = [/\/tokens\/crm$/, /^GET \/v1\/users/, /^GET \/v1\/sessions/];
        expect(kinds.map((kind) => all.filter((what) => kind.test(what)).length)).toEqual([
          25, 50, 25,
        ]);
      }
    });

    it('are each answered by their own where they come one after the other on one connection', async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const order = ['acme', 'globex', 'globex', 'acme', 'globex', 'acme'] as const;
      const body = JSON.stringify({ text: 'x'.repeat(70_000) });
      const answers = await Promise.all(
        order.map((name) => {
          const headers = requestOf(name, tenants[name].token());
          const type = { 'content-type': 'application/json' };
          const sent = { method: 'POST', body, agent, headers: { ...headers, ...type } };
          return ask(`${running.origin}/who`, sent);
        }),
      );
      agent.destroy();
      expect(answers.map(({ body: answer }) => answer)).toMatchObject(
        order.map((asked) => ({ asked })),
      );
    });

    it('are each answered by their own where the second is sent before the first is answered', async () => {
      const request = (tenant: TenantServer) => [
        'GET /who HTTP/1.1',
        'Host: localhost',
        `x-tenant: ${tenant.name}`,
        `Authorization: Bearer ${tenant.token()}`,
      ];
      const { acme, globex } = tenants;
      const lines = [...request(acme), '', ...request(globex), '', ...request(acme)];
      const { text } = await rawExchange(running.port, lines);
      const asked = [...text.matchAll(/"asked":"(\w+)"/g)].map(([, name]) => name);
      expect(asked).toEqual(['acme', 'globex', 'acme']);
    });
  },
);
