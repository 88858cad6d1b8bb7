import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClerkAuthGuard, ClerkConfigurationError, Public } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { AppModule } from '../../sample/01-quickstart/app.module.ts';
import { resetEnvironment } from './environment.js';

const TABLE = `\
access     route                     takes          demands                         handler
public     GET /                     session_token                                  HomeController.show
protected  GET /dashboard            session_token                                  DashboardController.show
protected  GET /dashboard/manage     session_token  permission org:articles:manage  DashboardController.manage
protected  POST /dashboard/articles  session_token  permission org:articles:manage  DashboardController.create
protected  GET /api/me               session_token                                  MeController.show
protected  GET /api/articles         session_token  permission org:articles:read    ArticlesController.list
protected  POST /api/articles        session_token  permission org:articles:manage  ArticlesController.create
protected  GET /api/users/me         session_token                                  UsersController.show
public     GET /api/status           session_token                                  StatusController.show
protected  GET /events               session_token  role org:admin                  EventsController.show
protected  POST /events/users        session_token  role org:admin                  EventsController.createUser
`;

beforeEach(resetEnvironment);
afterAll(resetEnvironment);

describe('npm run audit', () => {
  const { publishableKey, secretKey, jwtKey } = new LocalInstance();

  it.each<[string, Record<string, string>]>([
    ['no keys', {}],
    [
      'a publishable and a secret key',
      { CLERK_PUBLISHABLE_KEY: publishableKey, CLERK_SECRET_KEY: secretKey },
    ],
    [
      'all keys',
      { CLERK_PUBLISHABLE_KEY: publishableKey, CLERK_SECRET_KEY: secretKey, CLERK_JWT_KEY: jwtKey },
    ],
  ])(
    'prints who gets in where with %s in the environment, and asks nobody',
    async (_keys, keys) => {
      Object.assign(process.env, keys);
      expect(await runScript()).toEqual({ printed: TABLE, connections: 0, servers: 0 });
      expect(process.env).toMatchObject(keys);
    },
  );
});

describe('the quickstart with one more controller', () => {
  @Controller('api/forgotten')
  class ForgottenController {
    @Get() @Public() list() {}
    @Post(':id') forgotten() {}
  }

  @Controller('api/remembered')
  @UseGuards(ClerkAuthGuard)
  class RememberedController {
    @Get() list() {}
  }

  async function boot(controller: typeof ForgottenController | typeof RememberedController) {
    const { publishableKey, jwtKey } = new LocalInstance();
    Object.assign(process.env, { CLERK_PUBLISHABLE_KEY: publishableKey, CLERK_JWT_KEY: jwtKey });
    const root = { module: AppModule, controllers: [controller] };
    const app = await NestFactory.create(root, { logger: false });
    try {
      await app.init();
    } finally {
      await app.close();
    }
  }

  it('refuses to boot in a sentence that names the route that nobody declared anything of', async () => {
    await expect(boot(ForgottenController)).rejects.toThrow(
      new ClerkConfigurationError(
        'These handlers are neither protected nor public. Put @UseGuards(ClerkAuthGuard), ' +
          'a requirement or @Public() on each or on its class, or set globalGuard: true:\n' +
          '  - ForgottenController.forgotten (POST /api/forgotten/:id)',
      ),
    );
  });

  it('boots when all of it is declared', async () => {
    await expect(boot(RememberedController)).resolves.toBeUndefined();
  });
});

/** Runs the script in this process: what it prints, and the sockets that it opens meanwhile. */
async function runScript() {
  const opened = { connections: 0, servers: 0 };
  const connect = () => void (opened.connections += 1);
  const listen = () => void (opened.servers += 1);
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  subscribe('net.client.socket', connect);
  subscribe('tracing:net.server.listen:asyncStart', listen);
  try {
    // Its modules anew, as in a process of its own.
    jest.resetModules();
    await import('../../sample/01-quickstart/audit.ts');
    return { printed: write.mock.calls.map(([text]) => String(text)).join(''), ...opened };
  } finally {
    unsubscribe('net.client.socket', connect);
    unsubscribe('tracing:net.server.listen:asyncStart', listen);
    write.mockRestore();
  }
}
