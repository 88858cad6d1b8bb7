import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HttpException } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { ClerkModule, type ClerkOptions } from 'clerk-nestjs';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import { ask } from './ask.js';
import { tenantHeader } from './known-tenants.js';
import { KnownByClerk, WhoController } from './who.controller.js';
import { tenantServersForTests } from './tenant-server.js';

const tenants = tenantServersForTests('acme', 'globex');

/** How a request may say whose it is: exactly so. */
const NAMES = new Map<
  string | undefined,
  (all: typeof tenants) => Promise<ClerkOptions> | ClerkOptions
>([
  ['acme', ({ acme }) => acme.options],
  ['acme.example', ({ acme }) => acme.options],
  ['globex', async ({ globex }) => ({ ...globex.options })],
  ['globex.example', async ({ globex }) => ({ ...globex.options })],
  ['broken', () => ({ publishableKey: 'nonsense', secretKey: 'x' })],
  ['down', () => Promise.reject(new HttpException('The tenants are not there.', 503))],
]);

/** Asks header, path and host, in this order. */
function compute(request: IncomingMessage): ClerkOptions | Promise<ClerkOptions> {
  const inPath = new URL(request.url ?? '', 'http://x').searchParams.get('tenant') ?? undefined;
  const optionsOf = NAMES.get(tenantHeader(request) ?? inPath ?? request.headers.host);
  if (optionsOf) return optionsOf(tenants);
  throw new HttpException('Gone.', 410);
}

describe.each(PLATFORMS)('options by a function of the request on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot(compute)],
      controllers: [WhoController],
      providers: [KnownByClerk],
    });
  });

  afterAll(() => running.app.close());

  /** A request that says in some way whose it is, with ada's token of a tenant's. */
  const askAs = (name: 'acme' | 'globex', headers: Record<string, string>, path = '/who') =>
    ask(`${running.origin}${path}`, {
      headers: { authorization: `Bearer ${tenants[name].token()}`, ...headers },
    });

  const served = (name: 'acme' | 'globex') => ({
    status: 200,
    body: { issuer: `https://${tenants[name].instance.frontendApi}`, asked: name },
  });

  it.each<['acme' | 'globex']>([['acme'], ['globex']])(
    'serves %s by host, by header and by path',
    async (name) => {
      expect(await askAs(name, { host: `${name}.example` })).toMatchObject(served(name));
      expect(await askAs(name, { 'x-tenant': name })).toMatchObject(served(name));
      expect(await askAs(name, {}, `/who?tenant=${name}`)).toMatchObject(served(name));
    },
  );

  it.each<[string]>([
    ['acme.example.evil.example'],
    ['evil-acme.example'],
    ['acme.example:443'],
    ['acme.example.'],
    ['ACME.example'],
    ['__proto__'],
    ['constructor'],
  ])('has nobody’s options for %s, a host that only looks like a tenant’s', async (host) => {
    expect(await askAs('acme', { host })).toMatchObject({ status: 410 });
  });

  it('does not take another tenant’s word for whose request it is', async () => {
    const headers = { host: 'globex.example', 'x-forwarded-host': 'acme.example' };
    expect(await askAs('acme', headers)).toMatchObject({ status: 401 });
  });

  it('refuses a token of one tenant at another, in both directions, and again', async () => {
    for (const [own, other] of [
      ['acme', 'globex'],
      ['globex', 'acme'],
      ['acme', 'globex'],
    ] as const) {
      expect(await askAs(own, { 'x-tenant': other })).toMatchObject({ status: 401 });
      expect(await askAs(own, { 'x-tenant': own })).toMatchObject(served(own));
    }
  });

  it('answers with what the function throws, for handlers and for whatever else', async () => {
    expect(await askAs('acme', { host: 'nobody.example' })).toMatchObject({ status: 410 });
    expect(await askAs('acme', { 'x-tenant': 'down' })).toMatchObject({ status: 503 });
    const open = { host: 'nobody.example' };
    expect(await askAs('acme', open, '/who/open')).toMatchObject({ status: 410 });
    expect(await askAs('acme', open, '/nowhere')).toMatchObject({ status: 410 });
  });

  it('leaves the others alone when the options of one are broken', async () => {
    expect(await askAs('acme', { 'x-tenant': 'broken' })).toMatchObject({ status: 500 });
    expect(await askAs('acme', { 'x-tenant': 'acme' })).toMatchObject(served('acme'));
    const answer = await askAs('acme', { 'x-tenant': 'broken' });
    expect(answer).toMatchObject({ status: 500 });
    expect(JSON.stringify(answer)).not.toContain('nonsense');
  });

  it('makes tokens of templates and asks about sessions at the tenant’s Backend API', async () => {
    const headers = { 'x-tenant': 'globex' };
    const template = await askAs('globex', headers, '/who/template');
    expect(template).toMatchObject({ status: 200, body: { jwt: 'crm-of-globex' } });
    expect(await askAs('globex', headers, '/who/online')).toMatchObject({ body: 'online' });
    expect(await askAs('globex', headers, '/who/known')).toMatchObject({ body: 'known' });
    expect(tenants.acme.asked()).toEqual([]);
  });
});
