import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ClerkModule, getAuth } from 'clerk-nestjs';
import { ClerkTestingModule, signedInAs, testingInstance } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

@Controller('known')
class KnownController {
  @Get() known() {}
}

const { ada } = testingInstance().users;

describe.each(PLATFORMS)('on %s, the middleware comes first', (platform) => {
  let running: RunningApp;
  const seen: { path: string | undefined; userId: string | null; streamUntouched: boolean }[] = [];

  beforeAll(async () => {
    running = await startApp(
      platform,
      { imports: [ClerkModule.forRoot(), ClerkTestingModule], controllers: [KnownController] },
      {
        configure: (app) => {
          app.setGlobalPrefix('api', { exclude: ['health'] });
          app.enableCors();
          app.use((request: Request, _response: Response, next: NextFunction) => {
            const { userId } = getAuth(request);
            seen.push({
              path: request.url,
              userId,
              streamUntouched: !request.readableDidRead,
            });
            next();
          });
        },
      },
    );
  });

  afterAll(() => running.app.close());

  it.each([
    ['a route under the global prefix', 'GET', '/api/known'],
    ['a path outside of the global prefix', 'GET', '/known'],
    ['a path that nothing answers', 'GET', '/nowhere/at/all'],
    ['the root', 'GET', '/'],
    ['a path of the vendor', 'GET', '/__clerk/v1/client'],
    ['HEAD', 'HEAD', '/api/known'],
    ['a request with a JSON body', 'POST', '/api/known'],
  ])('before app.use() and the body parser: %s', async (_case, method, path) => {
    seen.length = 0;
    await fetch(`${running.origin}${path}`, {
      method,
      headers: { ...signedInAs('ada'), 'content-type': 'application/json' },
      body: method === 'POST' ? '{"title":"x"}' : undefined,
    });
    expect(seen).toEqual([{ path, userId: ada.id, streamUntouched: true }]);
  });

  it('and lets a preflight through, which never carries credentials', async () => {
    const response = await fetch(`${running.origin}/api/known`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'GET' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});
