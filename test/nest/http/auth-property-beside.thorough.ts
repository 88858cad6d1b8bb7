import type { RequestListener } from 'node:http';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Logger, Module, Req, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import {
  AcceptsToken,
  Auth,
  ClerkAuthGuard,
  clerkMiddleware,
  ClerkModule,
  getAuth,
} from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import express, { type NextFunction } from 'express';
import { serversForTests } from '../../express/support/express-server.js';
import { bearer } from '../support/callers.js';
import { PLATFORMS, startApp } from '../support/platforms.js';
import { ask, show, whose } from './whose.js';

const clerk = new LocalInstance();
const { ada } = clerk.users;
const options = { publishableKey: clerk.publishableKey, jwtKey: clerk.jwtKey };
const serve = serversForTests();
const asAda = () => bearer(clerk.mintSessionToken('ada'));

const warnings: string[] = [];
beforeAll(() =>
  Logger.overrideLogger({
    log: () => {},
    error: () => {},
    warn: (message: string) => warnings.push(message),
  }),
);
beforeEach(() => {
  warnings.length = 0;
});

describe('req.auth of another library', () => {
  const theirs = (request: object, _response: unknown, next: NextFunction) => {
    Object.assign(request, { auth: { userId: 'user_theirs' } });
    next();
  };
  const both: RequestListener = (request, response) => {
    const auth: unknown = Reflect.get(request, 'auth');
    const shown: unknown = Reflect.get(Object(auth), 'userId');
    response.end(JSON.stringify({ shown, ours: getAuth(request).userId }));
  };

  it('makes room for ours when it came before, and the log says so once', async () => {
    const app = express();
    app.use('/theirs', theirs);
    app.use(clerkMiddleware(options), both);
    const { origin } = await serve(app);
    for (const path of ['/theirs', '/', '/theirs', '/']) {
      expect(await ask(`${origin}${path}`, asAda())).toEqual({ shown: ada.id, ours: ada.id });
    }
    expect(warnings).toEqual([expect.stringContaining('Something else has set `req.auth`')]);
  });

  it('stays when it came after, on that request and on no other; getAuth() is ours', async () => {
    const app = express();
    app.use(clerkMiddleware(options));
    app.use('/theirs', theirs, both);
    app.use(both);
    const { origin } = await serve(app);
    expect(await ask(origin, asAda())).toEqual({ shown: ada.id, ours: ada.id });
    const stayed = { shown: 'user_theirs', ours: ada.id };
    expect(await ask(`${origin}/theirs`, asAda())).toEqual(stayed);
    expect(await ask(origin, asAda())).toEqual({ shown: ada.id, ours: ada.id });
    expect(warnings).toEqual([]);
  });

  it.each<[way: string, write: (request: object) => void]>([
    ['assigned', (request) => void Reflect.set(request, 'auth', 1)],
    ['defined', (request) => void Object.defineProperty(request, 'auth', { value: 1 })],
  ])('can be %s after ours, and is the request’s own then', async (_way, write) => {
    const app = express();
    app.use(clerkMiddleware(options), (request, response) => {
      write(request);
      const own = Object.getOwnPropertyDescriptor(request, 'auth');
      response.json({ value: Reflect.get(request, 'auth'), own: own?.value });
    });
    const { origin } = await serve(app);
    expect(await ask(origin, asAda())).toEqual({ value: 1, own: 1 });
  });
});

@Controller()
@UseGuards(ClerkAuthGuard)
class MachineController {
  @Get()
  @AcceptsToken('m2m_token')
  show(@Req() request: { auth: object }, @Auth('subject') subject: string) {
    return { shown: Reflect.get(request.auth, 'userId'), ours: subject };
  }
}

it.each(PLATFORMS)(
  'it stays also where the guard judges anew for other tokens: %s',
  async (platform) => {
    const running = await startApp(
      platform,
      { imports: [ClerkModule.forRoot(options)], controllers: [MachineController] },
      {
        configure: (app) =>
          app.use((request: object, _response: unknown, next: NextFunction) => {
            Object.assign(request, { auth: { userId: 'user_theirs' } });
            next();
          }),
      },
    );
    const { token } = clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' });
    try {
      const ours = clerk.machines.worker.id;
      expect(await ask(running.origin, bearer(token))).toEqual({ shown: 'user_theirs', ours });
    } finally {
      await running.app.close();
    }
  },
);

@Controller()
class WhoseController {
  @Get('open')
  open(@Req() request: object) {
    return JSON.stringify(whose(request));
  }

  @Get('closed')
  @UseGuards(ClerkAuthGuard)
  closed(@Auth('userId') userId: string, @Req() request: object) {
    return JSON.stringify(whose(request) === userId ? userId : [userId, whose(request)]);
  }
}

/** An application with a prefix of its own. */
async function nestOn(adapter: ExpressAdapter, prefix: string, instance: LocalInstance) {
  const keys = { publishableKey: instance.publishableKey, jwtKey: instance.jwtKey };
  @Module({ imports: [ClerkModule.forRoot(keys)], controllers: [WhoseController] })
  class Root {}
  const app = await NestFactory.create(Root, adapter, { logger: false, abortOnError: false });
  return app.setGlobalPrefix(prefix).init();
}

describe('applications that share', () => {
  it('one Express application: two of Nest’s and routes of its own', async () => {
    const shared = express();
    shared.get('/early', show);
    const neighbour = new LocalInstance({ number: 2 });
    const one = await nestOn(new ExpressAdapter(shared), 'one', clerk);
    const two = await nestOn(new ExpressAdapter(shared), 'two', neighbour);
    shared.get('/late', show);
    const { origin } = await serve(shared);
    const asNeighbour = bearer(neighbour.mintSessionToken('ada'));
    try {
      expect(await ask(`${origin}/early`, asAda())).toBe('no req.auth');
      expect(await ask(`${origin}/one/closed`, asAda())).toBe(ada.id);
      expect(await ask(`${origin}/two/closed`, asNeighbour)).toBe(neighbour.users.ada.id);
      expect(await ask(`${origin}/one/closed`, asNeighbour)).toMatchObject({ statusCode: 401 });
      expect(await ask(`${origin}/two/closed`, asAda())).toMatchObject({ statusCode: 401 });
      expect(warnings).toEqual([]);
    } finally {
      await one.close();
      await two.close();
    }
  });

  it('a parent of plain Express under which an application of Nest’s is mounted', async () => {
    const [parent, inner] = [express(), express()];
    const app = await nestOn(new ExpressAdapter(inner), 'api', clerk);
    parent.use('/nest', inner);
    parent.use('/plain', clerkMiddleware(options), show);
    const { origin } = await serve(parent);
    try {
      expect(await ask(`${origin}/plain`, asAda())).toBe(ada.id);
      expect(await ask(`${origin}/nest/api/open`, asAda())).toBe(ada.id);
      expect(await ask(`${origin}/nest/api/closed`, asAda())).toBe(ada.id);
      expect(await ask(`${origin}/nest/api/closed`)).toMatchObject({ statusCode: 401 });
    } finally {
      await app.close();
    }
  });

  it('a process, on two platforms', async () => {
    const parts = { imports: [ClerkModule.forRoot(options)], controllers: [WhoseController] };
    const running = await Promise.all(PLATFORMS.map((platform) => startApp(platform, parts)));
    try {
      for (const { origin } of running) {
        expect(await ask(`${origin}/closed`, asAda())).toBe(ada.id);
        expect(await ask(`${origin}/open`)).toBe('nobody');
      }
    } finally {
      await Promise.all(running.map(({ app }) => app.close()));
    }
  });
});
