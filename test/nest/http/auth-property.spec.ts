import { connect, createServer as createHttp2Server } from 'node:http2';
import type { IncomingMessage, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import {
  Auth,
  ClerkAuthenticator,
  ClerkAuthGuard,
  clerkMiddleware,
  ClerkModule,
  getAuth,
} from 'clerk-nestjs';
import {
  ClerkTestingModule,
  LocalInstance,
  signedInAs,
  testingInstance,
} from 'clerk-nestjs/testing';
import express from 'express';
import { serversForTests } from '../../express/support/express-server.js';
import { bearer } from '../support/callers.js';
import { ask, show, whose } from './whose.js';
import { createPublicKey } from 'node:crypto';
import { Controller, Get, Logger, Req, UseGuards } from '@nestjs/common';
import { TokenCache } from '../../../src/engine/tokens/token-cache.js';
import { decodeToken } from '../../../src/engine/facts/decoded-token.js';
import type { DecodedToken } from '../../../src/engine/facts/decoded-token.js';
import { copyJson } from '../../../src/engine/copy-json.js';
import { PLATFORMS, startApp } from '../support/platforms.js';

describe('req.auth', () => {
  const clerk = new LocalInstance();
  const { ada, grace } = clerk.users;
  const options = { publishableKey: clerk.publishableKey, jwtKey: clerk.jwtKey };
  const serve = serversForTests();
  const asAda = () => bearer(clerk.mintSessionToken('ada'));

  describe('req.auth on plain Express', () => {
    it('is of each request, however many are under way', async () => {
      const app = express();
      const waiting: (() => void)[] = [];
      app.use(clerkMiddleware(options));
      app.get('/', (request, response) => {
        waiting.push(() => show(request, response));
        if (waiting.length === 3) for (const finish of waiting) finish();
      });
      const { origin } = await serve(app);
      const asGrace = bearer(clerk.mintSessionToken('grace'));
      const answers = [ask(origin, asAda()), ask(origin, asGrace), ask(origin)];
      expect(await Promise.all(answers)).toEqual([ada.id, grace.id, 'nobody']);
    });

    it('is none where the request was not authenticated, also after others were', async () => {
      const app = express();
      app.use('/in', clerkMiddleware(options));
      app.use(show);
      const { origin } = await serve(app);
      expect(await ask(`${origin}/in`, asAda())).toBe(ada.id);
      expect(await ask(`${origin}/out`, asAda())).toBe('no req.auth');
      expect(await ask(`${origin}/in`, asAda())).toBe(ada.id);
    });

    it('is not on the requests of another application in the process', async () => {
      const [ours, theirs] = [express(), express()];
      ours.use(clerkMiddleware(options));
      ours.use(show);
      theirs.use((request, response) => void response.json({ has: 'auth' in request }));
      const one = await serve(ours);
      const other = await serve(theirs);
      const bare = await serve((request, response) =>
        response.end(JSON.stringify({ has: 'auth' in request })),
      );
      expect(await ask(one.origin, asAda())).toBe(ada.id);
      expect(await ask(other.origin, asAda())).toEqual({ has: false });
      expect(await ask(bare.origin, asAda())).toEqual({ has: false });
    });

    it('is in a sub-application that was mounted, and in one within it', async () => {
      const [app, sub, inner] = [express(), express(), express()];
      app.use(clerkMiddleware(options));
      app.use('/sub', sub);
      sub.get('/', show);
      sub.use('/inner', inner);
      inner.use(show);
      const { origin } = await serve(app);
      expect(await ask(`${origin}/sub/inner`, asAda())).toBe(ada.id);
      expect(await ask(`${origin}/sub`, asAda())).toBe(ada.id);
      expect(await ask(`${origin}/sub`)).toBe('nobody');
    });

    it('is in a sub-application that authenticates by itself, and not beside it', async () => {
      const [app, sub] = [express(), express()];
      sub.use(clerkMiddleware(options));
      sub.use(show);
      app.use('/sub', sub);
      app.use(show);
      const { origin } = await serve(app);
      expect(await ask(`${origin}/sub`, asAda())).toBe(ada.id);
      expect(await ask(`${origin}/beside`, asAda())).toBe('no req.auth');
    });

    it('is in a router', async () => {
      const [app, router] = [express(), express.Router()];
      router.use(clerkMiddleware(options));
      app.use('/sub', router);
      app.use(show);
      const { origin } = await serve(app);
      expect(await ask(`${origin}/sub`, asAda())).toBe(ada.id);
    });

    it('is there where a server of Node’s authenticates before it calls Express', async () => {
      const authenticate = clerkMiddleware(options);
      const app = express();
      app.use(show);
      const { origin } = await serve((request, response) => {
        void authenticate(request, response, () => app(request, response));
      });
      expect(await ask(origin, asAda())).toBe(ada.id);
    });
  });

  describe('an object that was made of a request', () => {
    it.each<[where: string, inFront: (listener: RequestListener) => RequestListener]>([
      [
        'Express',
        (listener) => {
          const app = express();
          return app.use(clerkMiddleware(options), listener);
        },
      ],
      [
        'a server of Node’s',
        (listener) => {
          const authenticate = clerkMiddleware(options);
          return (request, response) =>
            void authenticate(request, response, () => listener(request, response));
        },
      ],
    ])('has its req.auth, and writes none on it: %s', async (_where, inFront) => {
      const listener: RequestListener = (request, response) => {
        const derived: object = Object.create(request);
        const before: unknown = Reflect.get(Object(Reflect.get(derived, 'auth')), 'userId');
        Object.assign(derived, { auth: 'written' });
        response.end(JSON.stringify([before, Reflect.get(derived, 'auth'), whose(request)]));
      };
      const { origin } = await serve(inFront(listener));
      expect(await ask(origin, asAda())).toEqual([ada.id, 'written', ada.id]);
    });
  });

  describe('req.auth on a bare server of Node’s', () => {
    const authenticate = clerkMiddleware(options);
    const listener: RequestListener = (request, response) =>
      void authenticate(request, response, () => show(request, response));

    it('is of each request on one connection', async () => {
      const { origin } = await serve(listener);
      expect(await ask(origin, asAda())).toBe(ada.id);
      expect(await ask(origin)).toBe('nobody');
      expect(await ask(origin, asAda())).toBe(ada.id);
    });

    it('is on no request of another server in the process', async () => {
      const ours = await serve(listener);
      const other = await serve((request, response) => {
        response.end(JSON.stringify({ has: 'auth' in request }));
      });
      expect(await ask(ours.origin, asAda())).toBe(ada.id);
      expect(await ask(other.origin, asAda())).toEqual({ has: false });
    });

    it('is there over HTTP/2', async () => {
      const server = createHttp2Server((request, response) =>
        Reflect.apply(listener, undefined, [request, response]),
      ).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const session = connect(`http://127.0.0.1:${port}`);
      try {
        expect(JSON.parse(await text(session.request({ ':path': '/', ...asAda() })))).toBe(ada.id);
        expect(JSON.parse(await text(session.request({ ':path': '/' })))).toBe('nobody');
      } finally {
        session.close();
        server.close();
      }
    });
  });
});

describe('what is within reach', () => {
  const serve = serversForTests();
  const instance = testingInstance();
  const { ada, grace } = instance.users;
  const options = {
    publishableKey: instance.publishableKey,
    jwtKey: instance.jwtKey,
  };
  const key = { key: createPublicKey(instance.jwtKey), algorithm: undefined };

  function tokenNo(number: number): DecodedToken {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signature = Buffer.from(String(number).padStart(48, 'x')).toString('base64url');
    const token = decodeToken(
      `${part({ alg: 'RS256' })}.${part({ sub: `user_${number}` })}.${signature}`,
    );
    if (token.kind !== 'jwt') throw new Error('no token');
    return token;
  }

  describe('what an application changes in claims that it got hold of', () => {
    @Controller()
    class Mutating {
      constructor(private readonly authenticator: ClerkAuthenticator) {}
      @Get('facts')
      @UseGuards(ClerkAuthGuard)
      async facts(@Req() request: object) {
        const { facts } = await this.authenticator.authenticate(request);
        if (facts.bearer?.kind === 'jwt') Object.assign(facts.bearer.claims, { sub: 'user_evil' });
        return {};
      }
      @Get('outcome')
      @UseGuards(ClerkAuthGuard)
      async outcome(@Req() request: object) {
        const { outcome } = await this.authenticator.authenticate(request);
        if (outcome.status === 'signed-in' && outcome.tokenType === 'session_token')
          Object.assign(outcome.token.claims, { sub: 'user_evil' });
        return {};
      }
      @Get('who')
      @UseGuards(ClerkAuthGuard)
      who(@Auth('userId') userId: string) {
        return { userId };
      }
    }
    it.each(['facts', 'outcome'])(
      'what is changed in %s is no claim of the next request',
      async (path) => {
        const running = await startApp('express', {
          imports: [ClerkModule.forRoot(), ClerkTestingModule],
          controllers: [Mutating],
        });
        try {
          const headers = signedInAs('grace');
          await fetch(`${running.origin}/${path}`, { headers });
          const response = await fetch(`${running.origin}/who`, { headers });
          expect(await response.json()).toEqual({ userId: grace.id });
        } finally {
          await running.app.close();
        }
      },
    );
  });

  it('a token cache of an odd size holds no token more', () => {
    const cache = new TokenCache(3);
    let most = 0;
    for (let number = 0; number < 20; number++) {
      cache.add(tokenNo(number), key, 1e12);
      most = Math.max(most, cache.size);
    }
    expect(most).toBeLessThanOrEqual(3);
  });

  const showAuth: RequestListener = (request, response) => {
    const auth: unknown = Reflect.get(request, 'auth');
    const userId: unknown =
      auth === undefined ? 'no req.auth' : Reflect.get(Object(auth), 'userId');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ userId }));
  };

  describe('the property req.auth', () => {
    it('stays when a sub-application that has authenticated the request lets it on', async () => {
      const sub = express();
      sub.use(clerkMiddleware(options));
      const app = express();
      app.use(sub);
      app.get('/', showAuth);
      const { origin } = await serve(app);
      const response = await fetch(origin, { headers: signedInAs('ada') });
      expect(await response.json()).toEqual({ userId: ada.id });
    });
  });

  it('nobody is warned of a foreign req.auth that is ours', async () => {
    const warned: string[] = [];
    Logger.overrideLogger({
      log: () => {},
      error: () => {},
      warn: (message: string) => warned.push(message),
    });
    const app = express();
    app.use('/a', clerkMiddleware(options));
    const sub = express();
    sub.use(clerkMiddleware(options));
    sub.get('/', showAuth);
    app.use('/b', sub);
    app.get('/a', showAuth);
    const { origin } = await serve(app);
    await fetch(`${origin}/a`, { headers: signedInAs('ada') });
    const response = await fetch(`${origin}/b`, { headers: signedInAs('ada') });
    expect(await response.json()).toEqual({ userId: ada.id });
    expect(warned).toEqual([]);
  });

  it('an object made of a request leaves the request as it was', async () => {
    const authenticate = clerkMiddleware(options);
    const { origin } = await serve((request, response) => {
      const derived: IncomingMessage = Object.create(request);
      void authenticate(derived, response, () => {
        const own = Object.hasOwn(request, 'auth');
        response.end(JSON.stringify({ own, userId: getAuth(derived).isAuthenticated }));
      });
    });
    const response = await fetch(origin, { headers: signedInAs('ada') });
    expect(await response.json()).toEqual({ own: false, userId: true });
  });

  it('claims that are nested as deep as a header can hold are copied', () => {
    const deep: unknown = JSON.parse('['.repeat(6_000) + ']'.repeat(6_000));
    expect(() => copyJson(deep)).not.toThrow();
  });

  it('a request without a prototype is served', async () => {
    const authenticate = clerkMiddleware(options);
    const { origin } = await serve((request, response) => {
      const { headers, socket, httpVersion, method, url } = request;
      const bare = Object.assign(Object.create(null), {
        headers,
        socket,
        httpVersion,
        method,
        url,
      });
      void authenticate(bare, response, (error) =>
        response.end(error === undefined ? 'fine' : 'an error'),
      );
    });
    expect(await (await fetch(origin, { headers: signedInAs('ada') })).text()).toBe('fine');
  });

  it.each(PLATFORMS)('room is made on each request as it comes in, on %s', async (platform) => {
    const { app } = await startApp(platform, {
      imports: [ClerkModule.forRoot(), ClerkTestingModule],
    });
    const server: import('node:http').Server = app.getHttpServer();
    const names = server.listeners('request').map(({ name }) => name);
    await app.close();
    expect(names[0]).toMatch(/^prepare/);
  });
});
