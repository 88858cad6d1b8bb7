import { connect, createServer as createHttp2Server } from 'node:http2';
import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { clerkMiddleware } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import express from 'express';
import { serversForTests } from '../../express/support/express-server.js';
import { bearer } from '../support/callers.js';
import { ask, show, whose } from './whose.js';

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
