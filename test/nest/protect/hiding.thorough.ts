import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ClerkModule, type WithAuth } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { ask, PAGE } from './requests.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;

@Controller('secret')
class SecretController {
  @Get(':id')
  show(@Req() { auth }: WithAuth<object>) {
    return auth.protect({ role: 'org:admin' }).userId;
  }

  @Post(':id')
  @HttpCode(202)
  change(@Req() { auth }: WithAuth<object>) {
    return auth.protect({ role: 'org:admin' }).userId;
  }
}

/** What may differ between two answers that say the same. */
const OWN = new Set(['date', 'etag', 'content-length']);

describe.each(PLATFORMS)('a handler that auth.protect() hides on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    const imports = [ClerkModule.forRoot({ publishableKey, jwtKey, enableHandshake: false })];
    running = await startApp(
      platform,
      { imports, controllers: [SecretController] },
      { configure: (app) => app.setGlobalPrefix('api') },
    );
  });

  afterAll(() => running.app.close());

  /** All that a client sees, with the name of the path taken out. */
  async function seen(path: string, asking: Parameters<typeof ask>[1], token?: string) {
    const response = await ask(running.origin + path, asking, token);
    const text = await response.text();
    const name = path.startsWith('/api/secret') ? '/api/secret' : '/api/nothing';
    return {
      status: response.status,
      headers: [...response.headers].filter(([header]) => !OWN.has(header)),
      text: text.replace(name, '/api/…'),
    };
  }

  it.each([
    ['GET', '/1', undefined],
    ['GET', '/1?q=%C3%A9&q=2', undefined],
    ['GET', '/%7Euser/', 'grace'],
    ['GET', '/1', 'grace'],
    ['POST', '/1', undefined],
    ['POST', '/1', 'alan'],
    ['HEAD', '/1', undefined],
    ['HEAD', '/1', 'grace'],
  ])('answers %s %s as a route that there is not, to %s', async (method, rest, user) => {
    const token = user && instance.mintSessionToken(user);
    const hidden = await seen(`/api/secret${rest}`, { method }, token);
    expect(hidden.status).toBe(404);
    expect(hidden).toEqual(await seen(`/api/nothing${rest}`, { method }, token));
  });

  it('is no secret where a page is opened: it leads to the sign-in page', async () => {
    expect((await seen('/api/secret/1', PAGE)).status).toBe(302);
    expect((await seen('/api/nothing/1', PAGE)).status).toBe(404);
  });
});
