import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import express, { type RequestHandler, Router } from 'express';
import { clerkMiddleware, getAuth, requireAuth } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { recordedClerkForTests } from '../nest/options/recorded-clerk.js';
import { bearer, PAGE } from '../nest/support/callers.js';
import { ask } from './support/ask.js';
import { answerErrors } from './support/error-handler.js';
import { type ExpressServer, serversForTests } from './support/express-server.js';

const start = serversForTests();
const recorded = recordedClerkForTests();
let other: LocalClerk;
let logged: { mockRestore(): void };

beforeAll(async () => {
  logged = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  other = await LocalClerk.start({ instance: new LocalInstance({ number: 42 }) });
});
afterAll(async () => {
  logged.mockRestore();
  await other.stop();
});

/** With the address that writes down what it is asked. */
const options = () => ({ ...recorded.clerk.options, apiUrl: recorded.apiUrl });

const showUser: RequestHandler = (request, response) =>
  void response.json({
    userId: getAuth(request, { acceptsToken: ['session_token', 'api_key'] }),
  });

async function serveAll(...handlers: RequestHandler[]): Promise<ExpressServer> {
  const app = express();
  app.use(...handlers);
  app.use(answerErrors());
  return start(app);
}

const ada = () => bearer(recorded.clerk.mintSessionToken('ada'));
const keyOfAda = () => bearer(recorded.clerk.createApiKey({ subject: 'ada' }).token);
const letIn = () => ({ status: 200, body: { userId: { userId: recorded.clerk.users.ada.id } } });

describe('two clerkMiddleware() with different keys', () => {
  it.each([
    ['the first', () => recorded.clerk, 200],
    ['the second', () => other, 302],
  ])('let on the users of the first: those of %s', async (_, clerk, status) => {
    const { origin } = await serveAll(
      clerkMiddleware(options()),
      clerkMiddleware(other.options),
      requireAuth(),
      showUser,
    );
    const answer = await ask(origin, bearer(clerk().mintSessionToken('ada')));
    expect(answer.status).toBe(status);
  });

  it('the second is not asked for options, and asks nobody', async () => {
    let calls = 0;
    const { origin } = await serveAll(
      clerkMiddleware(options()),
      clerkMiddleware(() => {
        calls += 1;
        return options();
      }),
      showUser,
    );
    expect(await ask(origin, keyOfAda())).toMatchObject(letIn());
    expect([calls, recorded.asked()]).toEqual([0, ['POST /api_keys/verify']]);
  });

  it('each counts where it stands alone', async () => {
    const app = express();
    app.use('/one', clerkMiddleware(options()), showUser);
    app.use('/other', clerkMiddleware(other.options), showUser);
    const { origin } = await start(app);
    const headers = bearer(other.mintSessionToken('ada'));
    expect((await ask(`${origin}/one`, headers)).body).toMatchObject({ userId: { userId: null } });
    expect((await ask(`${origin}/other`, headers)).body).toMatchObject({
      userId: { userId: other.users.ada.id },
    });
  });
});

describe('requireAuth()', () => {
  it.each<[string, () => RequestHandler[]]>([
    [
      'after clerkMiddleware(), without any keys',
      () => [clerkMiddleware(options()), requireAuth()],
    ],
    ['before clerkMiddleware()', () => [requireAuth(options()), clerkMiddleware(options())]],
    ['without clerkMiddleware()', () => [requireAuth(options())]],
    ['twice', () => [requireAuth(options()), requireAuth(options()), requireAuth()]],
    ['after a clerkMiddleware() of a function', () => [clerkMiddleware(options), requireAuth()]],
  ])('%s lets users on, asks once and shows visitors out', async (_, handlers) => {
    const { origin } = await serveAll(...handlers(), showUser);
    expect(await ask(origin, keyOfAda())).toMatchObject(letIn());
    expect(recorded.asked()).toEqual(['POST /api_keys/verify']);
    expect(await ask(origin, ada())).toMatchObject(letIn());
    expect((await ask(origin)).status).toBe(302);
  });

  it('without clerkMiddleware() answers a browser whose session only Clerk can tell', async () => {
    const { origin } = await serveAll(requireAuth(options()), showUser);
    const cookie = '__client_uat=1; __clerk_db_jwt=dvb_1';
    const answer = await ask(origin, { ...PAGE, cookie });
    expect(answer.status).toBe(307);
    expect(answer.location).toContain('/v1/client/handshake?');
  });

  it('without keys anywhere is an error and no open door', async () => {
    const kept: unknown[] = [];
    const app = express();
    app.use(requireAuth(), showUser, answerErrors(kept));
    const { origin } = await start(app);
    expect((await ask(origin, ada())).status).toBe(500);
    expect(String(kept[0])).toMatch(
      /publishableKey \(environment variable CLERK_PUBLISHABLE_KEY\)/,
    );
  });

  it('with the key of another instance than the one that authenticated is an error to everybody', async () => {
    const middleware = clerkMiddleware(options());
    const { origin } = await serveAll(middleware, requireAuth(other.options), showUser);
    const answers = [ada(), bearer(other.mintSessionToken('ada')), {}].map((headers) =>
      ask(origin, headers),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([500, 500, 500]);
  });

  it('goes by its own signInUrl, whoever authenticated', async () => {
    const { origin } = await serveAll(
      clerkMiddleware({ ...options(), signInUrl: '/not-this' }),
      requireAuth({ signInUrl: '/this' }),
    );
    expect((await ask(origin)).location).toBe('/this');
  });
});

describe('a mounted router', () => {
  it('is authenticated by the address that the client asked for', async () => {
    const router = Router();
    router.use(clerkMiddleware(options()));
    router.get('/page', showUser);
    const { origin } = await serveAll(Router().use('/api', router));
    const { status, location } = await ask(`${origin}/api/page?x=1`, PAGE);
    const back = new URL(location ?? '').searchParams.get('redirect_url');
    expect([status, back]).toEqual([307, `${origin}/api/page?x=1`]);
  });

  it('is not authenticated again by middleware of its own', async () => {
    const router = Router().use(clerkMiddleware(options()), requireAuth(), showUser);
    const { origin } = await serveAll(clerkMiddleware(options()), Router().use('/api', router));
    expect(await ask(`${origin}/api`, keyOfAda())).toMatchObject(letIn());
    expect(recorded.asked()).toEqual(['POST /api_keys/verify']);
  });
});

describe('body parsers', () => {
  const echo: RequestHandler = (request, response) =>
    void response.json({ userId: getAuth(request).userId, body: request.body });
  const post = { method: 'POST', body: JSON.stringify({ text: 'x'.repeat(90_000) }) };

  it.each<[string, () => RequestHandler[]]>([
    ['before', () => [express.json(), clerkMiddleware(options()), requireAuth(), echo]],
    ['after', () => [clerkMiddleware(options()), requireAuth(), express.json(), echo]],
    ['between', () => [clerkMiddleware(options()), express.json(), requireAuth(), echo]],
  ])('%s read the whole body', async (_, handlers) => {
    const { origin } = await serveAll(...handlers());
    const headers = { ...ada(), 'content-type': 'application/json' };
    const { body } = await ask(origin, headers, post);
    expect(body).toEqual({ userId: recorded.clerk.users.ada.id, body: JSON.parse(post.body) });
  });

  it('still answers for a body that can’t be read', async () => {
    const { origin } = await serveAll(clerkMiddleware(options()), express.json(), echo);
    const headers = { ...ada(), 'content-type': 'application/json' };
    const { status } = await ask(origin, headers, { method: 'POST', body: '{' });
    expect(status).toBe(400);
  });
});
