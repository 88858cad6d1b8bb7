import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImATeapotException } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { ClerkModule, type TenantsOptions } from 'clerk-nestjs';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import { ask } from './ask.js';
import { byHeader, requestOf, tenantHeader } from './known-tenants.js';
import { tenantServersForTests } from './tenant-server.js';
import { KnownByClerk, WhoController } from './who.controller.js';

const tenants = tenantServersForTests('acme');

/** What a header of a test makes go wrong, else the tenant that `x-tenant` names. */
function resolve(request: IncomingMessage) {
  switch (request.headers['x-mishap']) {
    case 'throws':
      throw new Error('resolve');
    case 'teapot':
      throw new ImATeapotException();
    case 'rejects':
      return Promise.reject(new Error('resolve'));
    case 'number':
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
      return 7 as unknown as string;
    case 'promise':
      return Promise.resolve(tenantHeader(request));
    case undefined:
    default:
      return tenantHeader(request);
  }
}

describe.each(PLATFORMS)('requests of nobody known on %s', (platform) => {
  const opened: RunningApp[] = [];
  /** One application by what is said of unknown tenants. */
  const origins = new Map<string, string>();
  let isDown = false;

  beforeAll(async () => {
    const { load } = byHeader(tenants);
    const outage = (id: string) => {
      if (isDown && id === 'acme') throw new Error('database');
      return load(id);
    };
    const unknown: TenantsOptions['unknown'] = (request, id) =>
      new ImATeapotException(`${request.url} of ${id}`);
    for (const [name, said] of Object.entries({ standard: undefined, status: 404, unknown })) {
      const options = { tenants: { resolve, load: outage, unknown: said } };
      const running = await startApp(platform, {
        imports: [ClerkModule.forRoot(options)],
        controllers: [WhoController],
        providers: [KnownByClerk],
      });
      opened.push(running);
      origins.set(name, running.origin);
    }
  });

  afterAll(async () => {
    for (const { app } of opened) await app.close();
  });

  const askAt = (application: string, path: string, headers: Record<string, string>) =>
    ask(`${origins.get(application)}${path}`, { headers });

  it.each<[string, Record<string, string>]>([
    ['nobody', {}],
    ['an unknown tenant', requestOf('initech')],
    ['__proto__', requestOf('__proto__')],
    ['constructor', requestOf('constructor')],
    ['toString', requestOf('toString')],
    ['a tenant’s name and more', requestOf('acme.example')],
    ['a tenant’s name in capitals', requestOf('ACME')],
  ])('are answered 421, or as is configured, for %s', async (_who, headers) => {
    for (const path of ['/who', '/who/open', '/nowhere']) {
      expect(await askAt('standard', path, headers)).toMatchObject({
        status: 421,
        body: { statusCode: 421, error: 'Misdirected Request' },
      });
      expect(await askAt('status', path, headers)).toMatchObject({
        status: 404,
        body: { message: 'This application does not serve this address.' },
      });
      expect(await askAt('unknown', path, headers)).toMatchObject({
        status: 418,
        body: { message: `${path} of ${headers['x-tenant']}` },
      });
    }
  });

  it('are told apart by a promise too', async () => {
    const late = { 'x-mishap': 'promise', ...requestOf('acme', tenants.acme.token()) };
    expect(await askAt('standard', '/who', late)).toMatchObject({ body: { asked: 'acme' } });
    const nobody = { 'x-mishap': 'promise' };
    expect(await askAt('standard', '/who', nobody)).toMatchObject({ status: 421 });
  });

  it.each<[string, number]>([
    ['throws', 500],
    ['rejects', 500],
    ['number', 500],
    ['teapot', 418],
  ])('are not let on where resolve goes wrong (%s): %i', async (mishap, status) => {
    const headers = { ...requestOf('acme', tenants.acme.token()), 'x-mishap': mishap };
    for (const path of ['/who', '/who/open', '/nowhere']) {
      expect(await askAt('standard', path, headers)).toMatchObject({ status });
    }
  });

  it('are 503 while a tenant can’t be loaded, and served as soon as it can', async () => {
    const headers = requestOf('acme', tenants.acme.token());
    isDown = true;
    const answers = [
      await askAt('status', '/who', headers),
      await askAt('status', '/who/open', headers),
    ];
    isDown = false;
    expect(answers).toMatchObject([{ status: 503 }, { status: 503 }]);
    expect(JSON.stringify(answers)).not.toContain('database');
    expect(await askAt('status', '/who', headers)).toMatchObject({ body: { asked: 'acme' } });
  });
});
