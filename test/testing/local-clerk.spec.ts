import { Agent } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  ClerkTestingModule,
  LocalClerk,
  LocalClerkInProductionError,
  LocalClerkOptionsError,
  LocalClerkPortError,
  LocalInstance,
  signedInAs,
} from 'clerk-nestjs/testing';
import { rawRequest } from './raw-request.js';
import type { CanActivate } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { ClerkAuthGuard, ClerkClient, ClerkModule } from 'clerk-nestjs';
import { ArticlesController } from '../nest/support/articles.js';
import { PLATFORMS, startApp } from '../nest/support/platforms.js';

describe('the embedded Clerk', () => {
  const started: LocalClerk[] = [];

  async function start(options?: Parameters<typeof LocalClerk.start>[0]): Promise<LocalClerk> {
    const clerk = await LocalClerk.start(options);
    started.push(clerk);
    return clerk;
  }

  afterEach(async () => {
    await Promise.all(started.splice(0).map((clerk) => clerk.stop()));
  });

  function canConnect(host: string, port: number): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect({ host, port, timeout: 1_000 });
      const finish = (connected: boolean) => () => {
        socket.destroy();
        resolve(connected);
      };
      socket.on('connect', finish(true));
      socket.on('error', finish(false));
      socket.on('timeout', finish(false));
    });
  }

  // A closed handle is gone only at the end of the event loop's turn.
  async function listeningServers(): Promise<number> {
    await setTimeout(20);

    return process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
  }

  describe('starting', () => {
    it('takes any free port unless told otherwise', async () => {
      const [first, second] = [await start(), await start()];
      expect(first.port).toBeGreaterThan(0);
      expect(second.port).not.toBe(first.port);
      expect(first.origin).toBe(`http://localhost:${first.port}`);
      expect(await rawRequest(first.port)).toMatchObject({ status: 200 });
    });

    it('takes the port asked for, and the publishable key follows from it', async () => {
      const { port } = await start();
      await started.pop()?.stop();
      const clerk = await start({ port });
      expect(clerk.port).toBe(port);
      expect(clerk.publishableKey).toBe(new LocalInstance({ number: port % 100 }).publishableKey);
    });

    it('says which port is busy and how to choose another', async () => {
      const { port } = await start();
      const second = LocalClerk.start({ port });
      await expect(second).rejects.toThrow(LocalClerkPortError);
      await expect(second).rejects.toThrow(new RegExp(`port ${port}: .*busy.*LOCAL_CLERK_PORT`));
      await expect(second).rejects.toMatchObject({ cause: { code: 'EADDRINUSE' } });
    });

    it.each([-1, 65_536, 80.5, Number.NaN])('refuses %p, which is no port', async (port) => {
      const starting = LocalClerk.start({ port });
      await expect(starting).rejects.toThrow(LocalClerkOptionsError);
      await expect(starting).rejects.toThrow('LOCAL_CLERK_PORT');
    });

    it.each(['production', 'Production', ' production '])(
      'is refused in %j',
      async (environment) => {
        const before = process.env.NODE_ENV;
        process.env.NODE_ENV = environment;
        try {
          await expect(LocalClerk.start()).rejects.toThrow(LocalClerkInProductionError);
          await expect(LocalClerk.start()).rejects.toThrow('NODE_ENV=production');
        } finally {
          process.env.NODE_ENV = before;
        }
      },
    );

    it('serves an instance that is already there, with that instance’s keys', async () => {
      const instance = new LocalInstance();
      const clerk = await start({ instance });
      expect(clerk.instance).toBe(instance);
      expect(clerk).toMatchObject({
        publishableKey: instance.publishableKey,
        secretKey: instance.secretKey,
        jwtKey: instance.jwtKey,
      });
      await expect(LocalClerk.start({ instance, azp: 'http://a.test' })).rejects.toThrow(
        LocalClerkOptionsError,
      );
    });

    it('offers what leads an application to it, as options and as variables', async () => {
      const { options, env, origin, instance } = await start({ secretKey: 'sk_test_chosen' });
      expect(options).toEqual({
        publishableKey: instance.publishableKey,
        secretKey: 'sk_test_chosen',
        machineSecretKey: instance.machineSecretKey,
        apiUrl: origin,
        proxyUrl: origin,
        signInUrl: `${origin}/sign-in`,
        signUpUrl: `${origin}/sign-up`,
      });
      expect(env).toEqual({
        CLERK_PUBLISHABLE_KEY: options.publishableKey,
        CLERK_SECRET_KEY: options.secretKey,
        CLERK_MACHINE_SECRET_KEY: options.machineSecretKey,
        CLERK_API_URL: options.apiUrl,
        CLERK_PROXY_URL: options.proxyUrl,
        CLERK_SIGN_IN_URL: options.signInUrl,
        CLERK_SIGN_UP_URL: options.signUpUrl,
        CLERK_WEBHOOK_SIGNING_SECRET: expect.stringMatching(/^whsec_/),
      });
    });

    it('listens on loopback only', async () => {
      const { port } = await start();
      const external = Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .filter(({ internal, family }) => !internal && family === 'IPv4');
      const reachable = await Promise.all(external.map(({ address }) => canConnect(address, port)));
      expect(await canConnect('127.0.0.1', port)).toBe(true);
      // Another loopback address: on Linux all of 127.0.0.0/8 would answer a server bound to any.
      expect(await canConnect('127.0.0.2', port)).toBe(false);
      expect(reachable).not.toContain(true);
    });
  });

  describe('stopping', () => {
    it('frees the port and leaves nothing open, though a client keeps its connection', async () => {
      const before = await listeningServers();
      const agent = new Agent({ keepAlive: true });
      const clerk = await start();
      await rawRequest(clerk.port, { agent });
      expect(await listeningServers()).toBe(before + 1);
      await clerk.stop();
      expect(await listeningServers()).toBe(before);
      expect(await canConnect('127.0.0.1', clerk.port)).toBe(false);
      agent.destroy();
    });

    it('ends a request that is under way', async () => {
      const clerk = await start();
      const path = `/v1/sessions/${clerk.instance.signIn('ada').id}/tokens`;
      const socket = connect(clerk.port, '127.0.0.1');
      const closed = new Promise((resolve) => socket.on('close', resolve));
      socket.on('error', () => undefined);
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${clerk.secretKey}\r\nContent-Length: 9\r\n\r\n{`,
      );
      await rawRequest(clerk.port);
      await clerk.stop();
      await closed;
    });

    it('may be asked for twice', async () => {
      const clerk = await start();
      await Promise.all([clerk.stop(), clerk.stop()]);
      await clerk.stop();
    });
  });
});

describe('ClerkTestingModule', () => {
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
      const response = await request(app.getHttpServer())
        .get('/articles/me')
        .set(signedInAs('ada'));
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
});
