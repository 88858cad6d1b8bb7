import { afterEach, describe, expect, it } from '@jest/globals';
import {
  Controller,
  Get,
  type MiddlewareConsumer,
  Module,
  type NestModule,
  Post,
  Req,
  type Type,
} from '@nestjs/common';
import {
  clerkMiddleware,
  type ClerkMiddlewareOptions,
  ClerkModule,
  getAuth,
  requireAuth,
} from 'clerk-nestjs';
import { recordedClerkForTests } from '../nest/options/recorded-clerk.js';
import { bearer } from '../nest/support/callers.js';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';

const recorded = recordedClerkForTests();

@Controller()
class UserController {
  @Get('user')
  user(@Req() request: object) {
    const { isAuthenticated, tokenType } = getAuth(request, { acceptsToken: 'any' });
    return { isAuthenticated, tokenType };
  }

  @Post('body')
  body(@Req() request: { body: unknown }) {
    return { userId: getAuth(request).userId, body: request.body };
  }
}

type Handler = ReturnType<typeof clerkMiddleware>;

/** A module that has middleware on its routes, as `MiddlewareConsumer` registers it. */
function consuming(...handlers: Handler[]): Type {
  @Module({})
  class ConsumingModule implements NestModule {
    configure(consumer: MiddlewareConsumer) {
      consumer.apply(...handlers).forRoutes('{*splat}');
    }
  }
  return ConsumingModule;
}

const options = (): ClerkMiddlewareOptions => ({
  ...recorded.clerk.options,
  apiUrl: recorded.apiUrl,
});

const forRoot = () => ClerkModule.forRoot({ ...options(), acceptsToken: 'any' });

describe.each(PLATFORMS)('in a Nest application on %s', (platform) => {
  let running: RunningApp | undefined;

  afterEach(async () => {
    await running?.app.close();
    running = undefined;
  });

  async function start(imports: object[], ...uses: Handler[]): Promise<string> {
    const controllers = [UserController];
    running = await startApp(
      platform,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- modules, static and dynamic
      { imports: imports as Type[], controllers },
      { configure: (app) => uses.forEach((use) => app.use(use)) },
    );
    return running.origin;
  }

  const ask = (url: string, headers = {}) => fetch(url, { headers, redirect: 'manual' });
  const apiKey = () => bearer(recorded.clerk.createApiKey({ subject: 'ada' }).token);
  const session = () => bearer(recorded.clerk.mintSessionToken('ada'));

  it.each<[string, () => Promise<string>]>([
    ['clerkMiddleware()', () => start([forRoot()], clerkMiddleware(options()))],
    ['requireAuth() without keys', () => start([forRoot()], requireAuth())],
    ['both', () => start([forRoot()], clerkMiddleware(options()), requireAuth())],
    [
      'both by MiddlewareConsumer',
      () => start([forRoot(), consuming(clerkMiddleware(options()), requireAuth())]),
    ],
  ])('a request that ClerkModule has processed is not processed again by %s', async (_, boot) => {
    const origin = await boot();
    const answer = await ask(`${origin}/user`, apiKey());
    expect(await answer.json()).toEqual({ isAuthenticated: true, tokenType: 'api_key' });
    expect(recorded.asked()).toEqual(['POST /api_keys/verify']);
  });

  it('options of a clerkMiddleware() behind ClerkModule are not even computed', async () => {
    let calls = 0;
    const origin = await start(
      [forRoot()],
      clerkMiddleware(() => {
        calls += 1;
        return options();
      }),
    );
    expect((await ask(`${origin}/user`, session())).status).toBe(200);
    expect(calls).toBe(0);
  });

  it('requireAuth() goes by the kinds of token that ClerkModule takes', async () => {
    const origin = await start([ClerkModule.forRoot(options())], requireAuth());
    expect((await ask(`${origin}/user`, apiKey())).status).toBe(302);
    expect(recorded.asked()).toEqual([]);
  });

  it.each<[string, () => Promise<string>]>([
    ['app.use()', () => start([], clerkMiddleware(options()))],
    ['MiddlewareConsumer', () => start([consuming(clerkMiddleware(options()))])],
    [
      'an async function',
      () =>
        start(
          [],
          clerkMiddleware(async () => options()),
        ),
    ],
  ])('without ClerkModule getAuth() works behind %s', async (_, boot) => {
    const origin = await boot();
    const answers = [await ask(`${origin}/user`), await ask(`${origin}/user`, apiKey())];
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
      { isAuthenticated: false, tokenType: 'session_token' },
      { isAuthenticated: true, tokenType: 'api_key' },
    ]);
  });

  it.each<[string, () => Promise<string>]>([
    ['app.use()', () => start([], requireAuth(options()))],
    ['MiddlewareConsumer', () => start([consuming(requireAuth(options()))])],
  ])('without ClerkModule requireAuth() by %s shows visitors out', async (_, boot) => {
    const origin = await boot();
    const answers = [await ask(`${origin}/user`), await ask(`${origin}/user`, session())];
    expect(answers.map(({ status }) => status)).toEqual([302, 200]);
  });

  it('a body can be read behind both', async () => {
    const origin = await start([forRoot()], clerkMiddleware(options()), requireAuth());
    const body = { text: 'x'.repeat(90_000) };
    const answer = await fetch(`${origin}/body`, {
      method: 'POST',
      headers: { ...session(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(await answer.json()).toEqual({ userId: recorded.clerk.users.ada.id, body });
  });

  it('getAuth() without any of it is an error that says what to do', async () => {
    const origin = await start([]);
    expect((await ask(`${origin}/user`, session())).status).toBe(500);
    expect(() => getAuth({ headers: {}, socket: null, httpVersion: '1.1' })).toThrow(
      /ClerkModule\.forRoot\(\) .* clerkMiddleware\(\)/,
    );
  });

  it('broken requests and wrong options are answered by Nest', async () => {
    const origin = await start(
      [],
      clerkMiddleware((request) =>
        request.headers['x-tenant'] ? { ...options(), secretKey: 'pk_wrong' } : options(),
      ),
    );
    const broken = await ask(`${origin}/user?__clerk_handshake=x`, {
      'sec-fetch-dest': 'document',
    });
    expect([broken.status, await broken.json()]).toEqual([
      400,
      expect.objectContaining({ statusCode: 400, error: 'Bad Request' }),
    ]);
    expect((await ask(`${origin}/user`, { 'x-tenant': 'acme' })).status).toBe(500);
  });
});
