import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, All } from '@nestjs/common';
import { ClerkModule, createRouteMatcher, type ProtectRule } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;

@Controller()
class SiteController {
  @Get('admin')
  admin() {
    return 'admin';
  }

  @Get()
  home() {
    return 'home';
  }

  @All('admin/all')
  all() {
    return 'all';
  }
}

describe.each(PLATFORMS)('forRoot({ protect }) on %s', (platform) => {
  let running: RunningApp | undefined;

  async function start(protect: ProtectRule): Promise<string> {
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot({ publishableKey, jwtKey, enableHandshake: false, protect })],
      controllers: [SiteController],
    });
    return running.origin;
  }

  afterEach(() => running?.app.close());

  const statusOf = async (
    url: string,
    user?: string,
    init: { method?: string; headers?: Record<string, string> } = {},
  ) => {
    const token = user && instance.mintSessionToken(user);
    const headers = { ...init.headers, ...(token && { authorization: `Bearer ${token}` }) };
    return (await fetch(url, { redirect: 'manual', ...init, headers })).status;
  };

  it('protects what patterns match', async () => {
    const origin = await start(['/admin(.*)']);
    expect(await statusOf(`${origin}/admin`)).toBe(401);
    expect(await statusOf(`${origin}/admin`, 'ada')).toBe(200);
    expect(await statusOf(`${origin}/admin/nothing-there`)).toBe(401);
    expect(await statusOf(origin)).toBe(200);
  });

  it('protects all but what is excepted', async () => {
    const origin = await start({ except: ['/'] });
    expect(await statusOf(origin)).toBe(200);
    expect(await statusOf(`${origin}/admin`)).toBe(401);
  });

  it('asks a function, which protects by auth.protect()', async () => {
    const isAdmin = createRouteMatcher('/admin(.*)');
    const origin = await start((auth, request) => {
      if (isAdmin(request)) auth.protect({ role: 'org:admin' });
    });
    expect(await statusOf(`${origin}/admin`)).toBe(404);
    expect(await statusOf(`${origin}/admin`, 'grace')).toBe(404);
    expect(await statusOf(`${origin}/admin`, 'ada')).toBe(200);
    expect(await statusOf(`${origin}/admin`, undefined, PAGE)).toBe(302);
    expect(await statusOf(origin)).toBe(200);
  });

  it('lets no handler be reached by a request that only looks like a preflight', async () => {
    const origin = await start(['/admin(.*)']);
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'GET' };
    expect(await statusOf(`${origin}/admin/all`, undefined, { method: 'OPTIONS', headers })).toBe(
      401,
    );
  });
});

const PAGE = { headers: { 'sec-fetch-dest': 'document' } };
