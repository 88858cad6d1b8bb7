import { afterEach, describe, expect, it } from '@jest/globals';
import type { CanActivate } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { ClerkAuthGuard, ClerkClient, ClerkModule } from 'clerk-nestjs';
import { ClerkTestingModule, LocalClerk, LocalInstance, signedInAs } from 'clerk-nestjs/testing';
import { ArticlesController } from '../nest/support/articles.js';
import { PLATFORMS, startApp } from '../nest/support/platforms.js';

const production = new LocalInstance();
const { publishableKey, secretKey, jwtKey } = production;

/** What an application under test imports, with keys of its own that the tests must not need. */
const imports = [ClerkModule.forRoot({ publishableKey, secretKey, jwtKey }), ClerkTestingModule];
const controllers = [ArticlesController];

describe.each(PLATFORMS)('ClerkTestingModule on %s', (platform) => {
  it('signs in by supertest, with a real token on the real path', async () => {
    const { app } = await startApp(platform, { imports, controllers });
    const server = app.getHttpServer();
    await request(server).get('/articles').expect(401);
    await request(server).get('/articles').set(signedInAs('ada')).expect(200);
    await request(server).get('/articles/me').set(signedInAs('ada')).expect(200);
    await request(server).post('/articles').set(signedInAs('ada')).expect(201);
    await request(server).post('/articles').set(signedInAs('grace')).expect(403);
    await app.close();
  });

  it('takes claims, and verifies them like any other', async () => {
    const { app } = await startApp(platform, { imports, controllers });
    const server = app.getHttpServer();
    const expired = signedInAs('ada', { exp: 1 });
    await request(server).get('/articles').set(expired).expect(401);
    await request(server)
      .get('/articles/plan')
      .set(signedInAs('alan', { pla: 'u:pro' }))
      .expect(200);
    await app.close();
  });

  it("does not accept the tokens of the application's own instance", async () => {
    const { app } = await startApp(platform, { imports, controllers });
    const authorization = `Bearer ${production.mintSessionToken('ada')}`;
    await request(app.getHttpServer()).get('/articles').set({ authorization }).expect(401);
    await app.close();
  });

  it('lets the guard be overridden', async () => {
    const guard: CanActivate = { canActivate: () => true };
    const { app } = await startApp(
      platform,
      { imports, controllers },
      { override: (builder) => builder.overrideGuard(ClerkAuthGuard).useValue(guard) },
    );
    await request(app.getHttpServer()).post('/articles').expect(201);
    await app.close();
  });

  it('lets the guard be overridden under globalGuard too, with the same call', async () => {
    const guard: CanActivate = { canActivate: () => true };
    const globally = [ClerkModule.forRoot({ globalGuard: true }), ClerkTestingModule];
    const { app } = await startApp(
      platform,
      { imports: globally, controllers },
      {
        override: (builder) => builder.overrideGuard(ClerkAuthGuard).useValue(guard),
      },
    );
    await request(app.getHttpServer()).post('/articles').expect(201);
    await app.close();
  });

  it('lets the client be overridden', async () => {
    const client = { users: { getUser: async (id: string) => ({ id, firstName: 'Stub' }) } };
    const { app } = await startApp(
      platform,
      { imports, controllers },
      { override: (builder) => builder.overrideProvider(ClerkClient).useValue(client) },
    );
    const response = await request(app.getHttpServer()).get('/articles/me').set(signedInAs('ada'));
    expect(response.body).toMatchObject({ firstName: 'Stub' });
    await app.close();
  });
});

describe('ClerkTestingModule', () => {
  const { NODE_ENV } = process.env;

  afterEach(() => {
    process.env['NODE_ENV'] = NODE_ENV;
  });

  it('refuses to start in production, where it would let anybody in', async () => {
    process.env['NODE_ENV'] = 'production';
    await expect(Test.createTestingModule({ imports }).compile()).rejects.toThrow(/production/);
  });

  it('refuses an application with live keys, by option and by variable', async () => {
    const live = `pk_live_${Buffer.from('clerk.example.com$').toString('base64')}`;
    const boot = (key?: string) => {
      const options = { publishableKey: key, secretKey };
      const modules = [ClerkModule.forRoot(options), ClerkTestingModule];
      return Test.createTestingModule({ imports: modules }).compile();
    };
    await expect(boot(live)).rejects.toThrow(/production instance/);
    process.env['CLERK_PUBLISHABLE_KEY'] = live;
    try {
      await expect(boot()).rejects.toThrow(/production instance/);
    } finally {
      delete process.env['CLERK_PUBLISHABLE_KEY'];
    }
  });

  it('stops its embedded Clerk together with the application', async () => {
    const { app } = await startApp('express', { imports, controllers });
    const { origin } = app.get(LocalClerk);
    expect((await fetch(origin)).status).toBe(200);
    await app.close();
    await expect(fetch(origin)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });
});
