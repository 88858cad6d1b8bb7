import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NextFunction } from 'express';
import { ClerkModule } from 'clerk-nestjs';
import { ClerkTestingModule, signedInAs, testingInstance } from 'clerk-nestjs/testing';
import { ClerkMiddleware } from '../../src/nest/http/clerk-middleware.js';
import { REQUEST_AUTH_BRAND } from '../../src/nest/http/request-auth.js';
import { ArticlesController } from './support/articles.js';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

const { ada } = testingInstance().users;

/** What an attacker, or another library, would have to put on a request to pass as ada. */
function forgedAuth() {
  const fields = { userId: ada.id, orgId: 'org_1', isAuthenticated: true, has: () => true };
  const forged = Object.assign(() => fields, fields, { [REQUEST_AUTH_BRAND]: true });
  return { auth: forged, user: fields, clerk: fields, session: fields };
}

describe.each(PLATFORMS)('on %s, the guard does not trust', (platform) => {
  describe('a middleware to have run', () => {
    let running: RunningApp;

    beforeAll(async () => {
      running = await startApp(
        platform,
        { imports: [ClerkModule.forRoot(), ClerkTestingModule], controllers: [ArticlesController] },
        {
          // Whatever kept the middleware from a request, the guard sees the same: no state.
          override: (builder) =>
            builder.overrideProvider(ClerkMiddleware).useValue({
              handle: (request: object, _response: unknown, next: NextFunction) => {
                Object.assign(request, forgedAuth());
                next();
              },
            }),
        },
      );
    });

    afterAll(() => running.app.close());

    it('so a request that the middleware never saw is refused, whatever is written on it', async () => {
      expect((await fetch(`${running.origin}/articles`)).status).toBe(401);
      expect((await fetch(`${running.origin}/articles/role`)).status).toBe(401);
    });

    it('so it authenticates a good token by itself, and shows handlers what it found', async () => {
      const response = await fetch(`${running.origin}/articles/request`, {
        headers: signedInAs('grace'),
      });
      const { grace } = testingInstance().users;
      expect(await response.json()).toMatchObject({ called: grace.id, field: grace.id });
    });
  });

  it('what another library writes on the request afterwards', async () => {
    const running = await startApp(
      platform,
      { imports: [ClerkModule.forRoot(), ClerkTestingModule], controllers: [ArticlesController] },
      {
        configure: (app) =>
          app.use((request: object, _response: unknown, next: NextFunction) => {
            Object.assign(request, forgedAuth());
            next();
          }),
      },
    );
    try {
      expect((await fetch(`${running.origin}/articles`)).status).toBe(401);
      const response = await fetch(`${running.origin}/articles`, { headers: signedInAs('grace') });
      expect(await response.json()).toMatchObject({ userId: testingInstance().users.grace.id });
    } finally {
      await running.app.close();
    }
  });

  it('headers that claim what the middleware would have found', async () => {
    const running = await startApp(platform, {
      imports: [ClerkModule.forRoot(), ClerkTestingModule],
      controllers: [ArticlesController],
    });
    try {
      const signature = createHmac('sha1', 'guess').update('x').digest('hex');
      const response = await fetch(`${running.origin}/articles`, {
        headers: {
          'x-clerk-auth-status': 'signed-in',
          'x-clerk-auth-token': testingInstance().mintSessionToken('ada'),
          'x-clerk-auth-signature': signature,
          'x-user-id': ada.id,
        },
      });
      expect(response.status).toBe(401);
    } finally {
      await running.app.close();
    }
  });
});
