import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HttpException, Logger } from '@nestjs/common';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { clerkMiddleware, type RequestAuth } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { bearer, PAGE } from '../nest/support/callers.js';
import { type ExpressServer, serversForTests } from './support/express-server.js';

// auth.protect() and the redirects in handlers of plain Express, which has no layer for exceptions.

const start = serversForTests();
let logged: { mockRestore(): void };
beforeAll(() => {
  logged = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
});
afterAll(() => logged.mockRestore());

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;
const signInUrl = 'https://accounts.example/sign-in';

const authOf = (request: object): RequestAuth => {
  const auth: unknown = Reflect.get(request, 'auth');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- clerkMiddleware() has run
  return auth as RequestAuth;
};

const app = (): express.Express => {
  const site = express();
  // Express writes errors to the console unless it runs in a test.
  site.set('env', 'test');
  site.use(clerkMiddleware({ publishableKey, jwtKey, signInUrl, enableHandshake: false }));
  const on = (path: string, handler: RequestHandler) => site.all(path, handler);
  on('/user', (request, response) => void response.json(authOf(request).protect().userId));
  on('/later', async (request, response) => {
    await Promise.resolve();
    response.json(authOf(request).protect().userId);
  });
  on('/admin', (request, response) => {
    authOf(request).protect({ role: 'org:admin' });
    response.json('let in');
  });
  on('/no-admin', (request, response) => {
    authOf(request).protect({ role: 'org:admin' }, { unauthorizedUrl: '/sorry' });
    response.json('let in');
  });
  on(
    '/key',
    (request, response) => void response.json(authOf(request).protect({ token: 'api_key' }).id),
  );
  on('/sign-in', (request) => authOf(request).redirectToSignIn({ returnBackUrl: '/back' }));
  on('/typo', (request, response) => {
    // @ts-expect-error -- misspelt, as untyped code can
    authOf(request).protect({ rolle: 'org:admin' });
    response.json('let in');
  });
  return site;
};

/** The handler that docs/coming-from-clerk-express.md shows. */
const documented: ErrorRequestHandler = (err: unknown, _req, res, next) =>
  err instanceof HttpException ? res.status(err.getStatus()).json(err.getResponse()) : next(err);

interface Told {
  readonly status: number;
  readonly location: string | null;
  readonly challenge: string | null;
  readonly text: string;
}

async function ask({ origin }: ExpressServer, path: string, headers = {}): Promise<Told> {
  const answer = await fetch(origin + path, { headers, redirect: 'manual' });
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    challenge: answer.headers.get('www-authenticate'),
    text: await answer.text(),
  };
}

const as = (user: string) => bearer(instance.mintSessionToken(user));

describe('auth.protect() in plain Express', () => {
  let bare: ExpressServer;
  beforeAll(async () => {
    bare = await start(app());
  });

  it.each(['/user', '/later', '/admin'])('lets ada on to %s', async (path) => {
    expect((await ask(bare, path, as('ada'))).status).toBe(200);
  });

  it.each(['/user', '/later', '/admin', '/no-admin'])(
    'is a 404 to a script at %s',
    async (path) => {
      expect((await ask(bare, path)).status).toBe(404);
    },
  );

  it('is a 404 to who is not allowed', async () => {
    expect((await ask(bare, '/admin', as('grace'))).status).toBe(404);
  });

  it('is a 401 with a challenge to a program without the token that is taken', async () => {
    expect(await ask(bare, '/key', as('ada'))).toMatchObject({
      status: 401,
      challenge: 'Bearer realm="clerk", error="invalid_token"',
    });
  });

  it('is a 503 where Clerk would have to be asked and can’t be', async () => {
    // Nobody can be asked without a secret key.
    expect((await ask(bare, '/key', bearer('ak_of_somebody'))).status).toBe(503);
  });

  it.each<[string, Record<string, string>]>([
    ['/user', PAGE],
    ['/no-admin', as('grace')],
    ['/sign-in', {}],
  ])(
    'is a 500 at %s where it redirects: Express takes only errors for errors',
    async (path, headers) => {
      const { status, text } = await ask(bare, path, headers);
      expect(status).toBe(500);
      expect(text).not.toContain('let in');
    },
  );

  it('is a 500 for a demand that can’t be read', async () => {
    expect((await ask(bare, '/typo', as('ada'))).status).toBe(500);
  });
});

describe('with the error handler of the documents', () => {
  let handled: ExpressServer;
  beforeAll(async () => {
    handled = await start(app().use(documented));
  });

  it.each<[string, Record<string, string>, string]>([
    ['/user', PAGE, `${signInUrl}?redirect_url=`],
    ['/no-admin', as('grace'), '/sorry'],
    ['/sign-in', {}, `${signInUrl}?redirect_url=`],
  ])('redirects of %s get where they lead', async (path, headers, location) => {
    const answer = await ask(handled, path, headers);
    expect(answer.status).toBe(302);
    expect(answer.location?.startsWith(location)).toBe(true);
  });

  it('a redirect comes back to the page that was asked for', async () => {
    const { location } = await ask(handled, '/user?x=1', PAGE);
    const back = new URL(location ?? '').searchParams.get('redirect_url');
    expect(back).toBe(`${handled.origin}/user?x=1`);
  });

  it('answers are those of Nest', async () => {
    const { status, text } = await ask(handled, '/admin', as('grace'));
    expect(status).toBe(404);
    expect(JSON.parse(text)).toEqual({
      statusCode: 404,
      error: 'Not Found',
      message: 'Cannot GET /admin',
    });
  });

  it('a challenge goes along', async () => {
    expect(await ask(handled, '/key', as('ada'))).toMatchObject({
      status: 401,
      challenge: expect.stringContaining('Bearer'),
    });
  });

  it('other errors stay Express’s', async () => {
    expect((await ask(handled, '/typo', as('ada'))).status).toBe(500);
  });
});
