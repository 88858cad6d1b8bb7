import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ClerkModule, type ClerkOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { withEnvironment } from '../nest/options/with-environment.js';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import { upstreamForTests } from './support/upstream.js';

const [acme, globex] = [new LocalInstance(), new LocalInstance()];

/** Tenants by their ids; one has no secret key, and one wants a proxy of its own. */
const TENANTS: Readonly<Record<string, ClerkOptions>> = {
  acme: keysOf(acme),
  globex: keysOf(globex),
  keyless: { publishableKey: acme.publishableKey, jwtKey: acme.jwtKey },
  own: Object.assign(keysOf(acme), { frontendApiProxy: { enabled: true } }),
};

function keysOf({ publishableKey, secretKey }: LocalInstance): ClerkOptions {
  return { publishableKey, secretKey };
}

describe.each(PLATFORMS)('one proxy for all tenants, on %s', (platform) => {
  const upstream = upstreamForTests();
  let running: RunningApp;

  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const module = ClerkModule.forRoot({
      frontendApiProxy: { enabled: true },
      tenants: {
        resolve: ({ headers }) => String(headers['x-tenant'] ?? ''),
        load: (id) => TENANTS[id],
      },
    });
    running = await withEnvironment({ CLERK_FAPI_URL: upstream.origin }, () =>
      startApp(platform, { imports: [module] }),
    );
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await running.app.close();
  });
  const ask = (tenant: string, path = '/__clerk/v1', headers = {}) =>
    fetch(`${running.origin}${path}`, {
      headers: { 'x-tenant': tenant, ...headers },
      redirect: 'manual',
    });

  it('every request goes out with the key of its tenant', async () => {
    for (const tenant of ['acme', 'globex', 'acme']) await ask(tenant);
    expect(upstream.received.map(({ headers }) => headers['clerk-secret-key'])).toEqual([
      acme.secretKey,
      globex.secretKey,
      acme.secretKey,
    ]);
  });

  it('nobody’s request goes nowhere', async () => {
    const answers = [await ask('nobody'), await ask('')];
    expect(answers.map(({ status }) => status)).toEqual([421, 421]);
    expect(upstream.received).toEqual([]);
  });

  it('a tenant without a secret key is told so, and no other key is taken', async () => {
    const response = await ask('keyless');
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      errors: [{ code: 'proxy_configuration_error' }],
    });
    expect(upstream.received).toEqual([]);
  });

  it('a tenant has no proxy of its own', async () => {
    expect((await ask('own')).status).toBe(500);
    expect(upstream.received).toEqual([]);
  });

  it('browsers of all tenants are sent to it for the handshake', async () => {
    const page = { accept: 'text/html', 'sec-fetch-dest': 'document' };
    const response = await ask('acme', '/page', page);
    expect(response.headers.get('location')).toContain(
      `${running.origin}/__clerk/v1/client/handshake`,
    );
  });
});
