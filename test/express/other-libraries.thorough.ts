import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import express, { type RequestHandler } from 'express';
import { clerkMiddleware, requireAuth } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { bearer, PAGE } from '../nest/support/callers.js';
import { ask } from './support/ask.js';
import { answerErrors } from './support/error-handler.js';
import { serversForTests } from './support/express-server.js';
import { showUser } from './support/run.js';

const start = serversForTests();
const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;
const options = { publishableKey, jwtKey };

const warned: string[] = [];
let logged: { mockRestore(): void };
beforeAll(() => {
  logged = jest
    .spyOn(Logger.prototype, 'warn')
    .mockImplementation((message: unknown) => void warned.push(String(message)));
});
afterAll(() => logged.mockRestore());

const serveAll = (...handlers: RequestHandler[]) =>
  start(express().use(...handlers, answerErrors()));

const ada = () => bearer(instance.mintSessionToken('ada'));
const letIn = () => ({ status: 200, body: instance.users.ada.id });

/** What another library does. */
const sets =
  (auth: unknown): RequestHandler =>
  (request, _response, next) => {
    Object.assign(request, { auth });
    next();
  };

describe('the req.auth of another library', () => {
  const theirs = [
    { userId: 'user_foreign' },
    Object.assign(() => ({ userId: 'user_foreign' }), { userId: 'user_foreign' }),
    // The brand of the vendor's, which anybody can write.
    Object.assign(() => ({ userId: 'user_foreign' }), {
      [Symbol.for('@clerk/express.auth')]: true,
    }),
    // And that of ours.
    Object.assign(() => ({ userId: 'user_foreign' }), {
      [Symbol.for('clerk-nestjs.request-auth')]: true,
    }),
  ];

  it.each(theirs.map((auth) => [auth]))('before ours, lets nobody on: %p', async (auth) => {
    const { origin } = await serveAll(sets(auth), requireAuth(options), showUser);
    expect((await ask(origin)).status).toBe(302);
    expect(await ask(origin, ada())).toMatchObject(letIn());
  });

  it.each(theirs.map((auth) => [auth]))('after ours, lets nobody on: %p', async (auth) => {
    const middleware = clerkMiddleware(options);
    const { origin } = await serveAll(middleware, sets(auth), requireAuth(), showUser);
    expect((await ask(origin)).status).toBe(302);
    expect(await ask(origin, ada())).toMatchObject(letIn());
  });

  it.each([
    ['after ours', (auth: object) => [clerkMiddleware(options), sets(auth)]],
    [
      'between two of ours',
      (auth: object) => [clerkMiddleware(options), sets(auth), clerkMiddleware(options)],
    ],
  ])('%s stays what it is', async (_, handlers) => {
    const auth = { userId: 'user_foreign' };
    const { origin } = await serveAll(
      ...handlers(auth),
      (request, response) => void response.json(Reflect.get(request, 'auth')),
    );
    expect((await ask(origin, ada())).body).toEqual(auth);
  });
});

describe('the log', () => {
  it('names a library that was first once, and none that comes after', async () => {
    const { origin } = await serveAll(sets({ userId: 'x' }), clerkMiddleware(options), showUser);
    const later = await serveAll(clerkMiddleware(options), sets({ userId: 'x' }), showUser);
    warned.length = 0;
    await ask(origin);
    await ask(origin);
    await ask(later.origin);
    expect(warned).toEqual([expect.stringContaining('Something else has set `req.auth`')]);
  });
});

describe("app.set('trust proxy')", () => {
  it.each([true, false, 'loopback'])('of %p changes nothing of who is signed in', async (trust) => {
    const app = express();
    app.set('trust proxy', trust);
    app.use(requireAuth(options), showUser);
    const { origin } = await start(app);
    const forwarded = { 'x-forwarded-host': 'app.example', 'x-forwarded-proto': 'https' };
    expect(await ask(origin, { ...ada(), ...forwarded })).toMatchObject(letIn());
    const { location } = await ask(origin, { ...PAGE, ...forwarded });
    const back = new URL(location ?? '').searchParams.get('redirect_url');
    expect(back).toBe('https://app.example/');
  });
});
