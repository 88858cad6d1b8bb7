import { describe, expect, it } from '@jest/globals';
import { ClerkModule, clerkMiddleware, type FrontendApiProxyOptions } from 'clerk-nestjs';
import { ClerkTestingModule } from 'clerk-nestjs/testing';
import { withEnvironment } from '../nest/options/with-environment.js';
import { type Platform, PLATFORMS, startApp } from '../nest/support/platforms.js';
import { KEYS, proxiedForTests } from './support/proxied-app.js';
import { upstreamForTests } from './support/upstream.js';

/** What untyped code gives. */
function untyped(value: unknown): FrontendApiProxyOptions {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
  return value as FrontendApiProxyOptions;
}

const WRONG: [given: unknown, says: RegExp][] = [
  [true, /^frontendApiProxy must be an object, such as \{ enabled: true \}\.$/],
  [null, /^frontendApiProxy must be an object/],
  [[], /^frontendApiProxy must be an object/],
  [{}, /^frontendApiProxy\.enabled must be true, false or a function of the request's URL\.$/],
  [{ enabled: 'true' }, /^frontendApiProxy\.enabled must be/],
  [
    { enabled: true, proxyPath: '/x' },
    /^frontendApiProxy has no member proxyPath; it takes enabled, path/,
  ],
  [{ enabled: false, path: 'x' }, /^frontendApiProxy\.path must be a path below the root/],
  [{ enabled: true, path: '/' }, /^frontendApiProxy\.path/],
  [{ enabled: true, path: '//x' }, /^frontendApiProxy\.path/],
  [{ enabled: true, path: '/a/../b' }, /^frontendApiProxy\.path/],
  [{ enabled: true, path: '/a%2fb' }, /^frontendApiProxy\.path/],
  [{ enabled: true, path: '/a?b' }, /^frontendApiProxy\.path/],
  [{ enabled: true, path: 'https://x.example/a' }, /^frontendApiProxy\.path/],
  [{ enabled: true, path: 7 }, /^frontendApiProxy\.path/],
  [
    { enabled: true, timeoutInMs: 0 },
    /^frontendApiProxy\.timeoutInMs must be a number of milliseconds/,
  ],
  [{ enabled: true, timeoutInMs: 2 ** 31 }, /^frontendApiProxy\.timeoutInMs/],
];

const WRONG_ADDRESSES: [address: string, says: RegExp][] = [
  ['frontend-api.clerk.dev', /CLERK_FAPI_URL must be an absolute URL/],
  ['ftp://a.example', /must be an absolute URL/],
  ['https://a:b@c.example', /must have no user name/],
  ['https://a.example?b', /must have no user name, password, query or fragment/],
  ['https://a.example/#', /query or fragment/],
  ['http://a.example', /must begin with https:\/\/, as the secret key is sent there/],
  ['http://localhost.a.example', /must begin with https/],
  ['http://127.0.0.1.a.example', /must begin with https/],
];

describe('a proxy that can’t work', () => {
  const boot = (given: unknown, platform: Platform = 'express') =>
    startApp(platform, {
      imports: [ClerkModule.forRoot({ ...KEYS, frontendApiProxy: untyped(given) })],
    });

  it.each(WRONG)('keeps the application from booting: %j', async (given, says) => {
    await expect(boot(given)).rejects.toThrow(says);
    expect(() => clerkMiddleware({ ...KEYS, frontendApiProxy: untyped(given) })).toThrow(says);
  });

  it.each(WRONG_ADDRESSES)('so does the address %s', async (address, says) => {
    await withEnvironment({ CLERK_FAPI_URL: address }, async () => {
      await expect(boot({ enabled: true })).rejects.toThrow(says);
      // Of a proxy that is off nothing is sent anywhere.
      await (await boot({ enabled: false })).app.close();
    });
  });

  it.each([
    'https://a.example/base/',
    'http://localhost:1',
    'http://[::1]:1',
    'http://a.localhost',
  ])('has another address than %s', async (address) => {
    await withEnvironment({ CLERK_FAPI_URL: address }, async () => {
      await (await boot({ enabled: true })).app.close();
    });
  });

  it('has no secret key', async () => {
    const { publishableKey, jwtKey } = KEYS;
    const options = { publishableKey, jwtKey, frontendApiProxy: { enabled: true } };
    const booting = startApp('express', { imports: [ClerkModule.forRoot(options)] });
    await expect(booting).rejects.toThrow(
      /needs publishableKey .* and secretKey .*CLERK_SECRET_KEY/,
    );
  });

  it('is given for each request, or twice', async () => {
    const computed = untyped({ ...KEYS, frontendApiProxy: { enabled: true } });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
    const module = ClerkModule.forRoot(() => computed as object);
    const { app, origin } = await startApp('express', { imports: [module] });
    expect((await fetch(`${origin}/__clerk/v1`)).status).toBe(500);
    await app.close();
    const twice = ClerkModule.forRootAsync({
      useFactory: () => ({ ...KEYS, frontendApiProxy: { enabled: true } }),
      frontendApiProxy: { enabled: true },
    });
    await expect(startApp('express', { imports: [twice] })).rejects.toThrow(/given twice/);
  });
});

describe.each(PLATFORMS)('the option frontendApiProxy, on %s', (platform) => {
  const upstream = upstreamForTests();

  /** Which paths reach upstream. */
  const reached = async (origin: string, headers: Record<string, string> = {}) => {
    upstream.received.length = 0;
    for (const path of ['/__clerk/v1', '/auth/clerk/v1', '/auth/v1']) {
      await fetch(`${origin}${path}`, { headers });
    }
    return upstream.received.map(
      ({ headers: { 'clerk-proxy-url': url } }) => new URL(url ?? '').pathname,
    );
  };

  describe('as a path of its own', () => {
    const app = proxiedForTests(platform, upstream, {
      proxy: { enabled: true, path: '/auth/clerk//' },
    });
    it('is where it says', async () => {
      expect(await reached(app.origin)).toEqual(['/auth/clerk']);
    });
  });

  describe('switched off', () => {
    const app = proxiedForTests(platform, upstream, { proxy: { enabled: false } });
    it('passes nothing on', async () => {
      expect(await reached(app.origin)).toEqual([]);
    });
  });

  describe('as a function of the URL', () => {
    const urls: string[] = [];
    const app = proxiedForTests(platform, upstream, {
      proxy: {
        enabled: (url) => {
          urls.push(url.href);
          return url.hostname === 'app.example';
        },
      },
    });
    it('passes on what the function says, by the URL that the browser asked for', async () => {
      expect(await reached(app.origin)).toEqual([]);
      expect(await reached(app.origin, { 'x-forwarded-host': 'app.example' })).toEqual([
        '/__clerk',
      ]);
      expect(urls).toContain('http://app.example/__clerk/v1');
    });
  });

  describe('as a function that throws', () => {
    const app = proxiedForTests(platform, upstream, {
      proxy: {
        enabled: () => {
          throw new TypeError('of the application');
        },
      },
    });
    it('is an error of the application, and nothing is passed on', async () => {
      expect((await fetch(`${app.origin}/__clerk/v1`)).status).toBe(500);
      expect(upstream.received).toEqual([]);
    });
  });

  it('can be what the factory returns, or stand beside it', async () => {
    const frontendApiProxy = { enabled: true };
    const modules = [
      ClerkModule.forRootAsync({ useFactory: () => ({ ...KEYS, frontendApiProxy }) }),
      ClerkModule.forRootAsync({ useFactory: () => ({ ...KEYS }), frontendApiProxy }),
      ClerkModule.forRoot(() => ({ ...KEYS }), { frontendApiProxy }),
    ];
    for (const module of modules) {
      const { app, origin } = await withEnvironment({ CLERK_FAPI_URL: `${upstream.origin}/` }, () =>
        startApp(platform, { imports: [module] }),
      );
      expect(await reached(origin)).toEqual(['/__clerk']);
      await app.close();
    }
  });

  it('goes below the path of CLERK_FAPI_URL', async () => {
    const module = ClerkModule.forRoot({ ...KEYS, frontendApiProxy: { enabled: true } });
    const { app, origin } = await withEnvironment(
      { CLERK_FAPI_URL: `${upstream.origin}/base/` },
      () => startApp(platform, { imports: [module] }),
    );
    await fetch(`${origin}/__clerk/v1?a`);
    expect(upstream.only.target).toBe('/base/v1?a');
    await app.close();
  });

  it('goes to the embedded Clerk of a test, whatever the environment says', async () => {
    const module = ClerkModule.forRoot({ frontendApiProxy: { enabled: true } });
    const imports = [module, ClerkTestingModule];
    const { app, origin } = await withEnvironment({ CLERK_FAPI_URL: upstream.origin }, () =>
      startApp(platform, { imports }),
    );
    const answer = await fetch(`${origin}/__clerk/v1/client/no-such-operation`);
    expect(await answer.text()).toContain('The local Clerk instance');
    expect(upstream.received).toEqual([]);
    await app.close();
  });

  it('closes its idle connections with the application', async () => {
    const module = ClerkModule.forRoot({ ...KEYS, frontendApiProxy: { enabled: true } });
    const { app, origin } = await withEnvironment({ CLERK_FAPI_URL: upstream.origin }, () =>
      startApp(platform, { imports: [module] }),
    );
    const sockets: { destroyed: boolean }[] = [];
    upstream.answering = ({ socket }, response) => {
      sockets.push(socket);
      response.end('{}');
    };
    for (const path of ['/__clerk/a', '/__clerk/b']) await (await fetch(origin + path)).text();
    expect(new Set(sockets).size).toBe(1);
    await app.close();
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, true]);
  });
});
