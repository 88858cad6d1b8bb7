import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, type INestApplication, Req } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { ClerkAuthenticator, ClerkModule, type ProtectRule, type WithAuth } from 'clerk-nestjs';
import { ClerkMiddleware } from '../../../src/nest/http/clerk-middleware.js';
import { Protection } from '../../../src/nest/protection/protection.js';
import { ProtectionGuard } from '../../../src/nest/protection/protection-guard.js';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { answerOf, hidden } from './answers.js';
import { ask, PAGE } from './requests.js';
import { instance, jwtKey, publishableKey, SECRET } from './site.js';

@Controller()
class SecretController {
  @Get('secret')
  secret(@Req() { auth }: WithAuth<object>) {
    return auth.isAuthenticated ? SECRET : 'nothing';
  }

  @Get('same')
  same(@Req() { auth }: WithAuth<object>) {
    return { same: auth() === auth(), json: JSON.stringify(auth()) };
  }
}

type Handler = (request: WithAuth<object>, response: { end(text: string): void }) => void;

/** A middleware below a path, which Express and Fastify cut off `url` for it. */
const mount = (app: INestApplication) => {
  const handler: Handler = ({ auth }, response) => response.end(auth.protect().userId);
  app.use('/mounted', handler);
};

const OPTIONS = { publishableKey, jwtKey };

describe.each(PLATFORMS)('what came past the middleware on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    const protect = (auth: { protect(): unknown }) => void auth.protect();
    running = await startApp(
      platform,
      { imports: [ClerkModule.forRoot({ ...OPTIONS, protect })], controllers: [SecretController] },
      {
        override: (builder) =>
          builder.overrideProvider(ClerkMiddleware).useValue({
            handle: (_request: object, _response: object, next: () => void) => next(),
          }),
      },
    );
  });

  afterAll(() => running.app.close());

  it('is asked by the guard in front of handlers', async () => {
    expect(await answerOf(await ask(`${running.origin}/secret`))).toEqual(hidden('GET', '/secret'));
    const token = instance.mintSessionToken('ada');
    expect(await (await ask(`${running.origin}/secret`, {}, token)).text()).toBe(SECRET);
  });

  it('is a bad request where the middleware would have said so', async () => {
    const url = `${running.origin}/secret?__clerk_handshake=broken`;
    const cookie = '__clerk_db_jwt=dvb_of_the_test';
    const response = await ask(url, { headers: { ...PAGE.headers, cookie } });
    expect(response.status).toBe(400);
  });

  it('is let be where it is no request', async () => {
    const guard = new ProtectionGuard(new Protection('/(.*)'), running.app.get(ClerkAuthenticator));
    const message = new ExecutionContextHost([{}]);
    message.setType('rpc');
    expect(await guard.canActivate(message)).toBe(true);
  });
});

describe.each(PLATFORMS)('auth.protect() in a middleware on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    const imports = [ClerkModule.forRoot({ ...OPTIONS, enableHandshake: false })];
    const metadata = { imports, controllers: [SecretController] };
    running = await startApp(platform, metadata, { configure: mount });
  });

  afterAll(() => running.app.close());

  it('names what the client asked for, and sends it back there', async () => {
    const path = '/mounted/below?x=1';
    const { origin } = running;
    expect(await answerOf(await ask(origin + path))).toEqual(hidden('GET', path));
    const page = await ask(origin + path, PAGE);
    expect(page.headers.get('location')).toContain(encodeURIComponent(origin + path));
    const token = instance.mintSessionToken('ada');
    expect(await (await ask(origin + path, {}, token)).text()).toBe(instance.users.ada.id);
  });

  it('belongs to an object that is one and the same, and shows none of it as data', async () => {
    const token = instance.mintSessionToken('ada');
    const { body } = await answerOf(await ask(`${running.origin}/same`, {}, token));
    expect(body).toMatchObject({ same: true, json: expect.not.stringMatching(/protect|redirect/) });
  });
});

describe('a request that a middleware of Express rewrites', () => {
  it.each<[string, ProtectRule, from: string, to: string]>([
    ['path, by patterns', '/secret', 'GET /alias', 'GET /secret'],
    [
      'method, by a function',
      (auth, { method }) => void (method === 'GET' && auth.redirectToSignIn()),
      'POST /secret',
      'GET /secret',
    ],
  ])('is judged by its new %s', async (_what, protect, from, to) => {
    const [method = '', url = ''] = to.split(' ');
    const [oldMethod = '', oldUrl = ''] = from.split(' ');
    const rewrite = (request: object, _response: object, next: () => void) => {
      Object.assign(request, { method, url });
      next();
    };
    const { app, origin } = await startApp(
      'express',
      {
        imports: [ClerkModule.forRoot({ ...OPTIONS, enableHandshake: false, protect })],
        controllers: [SecretController],
      },
      { configure: (created) => created.use(rewrite) },
    );
    const response = await ask(origin + oldUrl, { method: oldMethod });
    expect([302, 401]).toContain(response.status);
    expect(await response.text()).not.toContain('nothing');
    await app.close();
  });
});
