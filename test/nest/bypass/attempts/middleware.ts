import { text } from 'node:stream/consumers';
import type { ExecutionContext } from '@nestjs/common';
import { ClerkModule } from 'clerk-nestjs';
import { ClerkMiddleware } from '../../../../src/nest/http/clerk-middleware.js';
import type { Shape } from '../arena.js';
import { type Attempt, knock } from '../attempt.js';
import { LobbyController, VaultController } from '../controllers.js';
import { EarlyModule, type Middleware } from '../early-middleware.js';
import { Copyist, FOREIGN_AUTH, isNotCredential, writeAuth } from '../forgeries.js';
import { get, type RawRequest } from '../raw-request.js';
import { configured, PLAIN } from '../shapes.js';

/** The plain application with a middleware after ours, as `main.ts` adds it. */
const after = (middleware: Middleware) => configured((app) => app.use(middleware));

/** The plain application with a middleware before ours, and with what else it needs. */
const before = (middleware: Middleware, more: Partial<Shape> = {}): Shape => ({
  metadata: (clerk) => ({
    imports: [EarlyModule.running(middleware), ClerkModule.forRoot(clerk.options)],
    controllers: [LobbyController, VaultController],
  }),
  home: PLAIN.home,
  ...more,
});

/** The plain application whose middleware of ours never runs. */
const unseen: Pick<Shape, 'override'> = {
  override: (builder) =>
    builder.overrideProvider(ClerkMiddleware).useValue({
      handle: ((_request, _response, next) => next()) satisfies Middleware,
    }),
};

const copying = (copyist: Copyist): Middleware => {
  return (request, _response, next) => {
    copyist.see(request, request.headers['x-caller']);
    next();
  };
};

/** A guard before ours, which sees what the framework wraps the request in. */
function copyingGuard(): Shape {
  // Fastify's wrapper holds Node's request: with ada's in there it would be her request.
  const copyist = new Copyist((key) => key !== 'raw');
  const canActivate = (context: ExecutionContext) => {
    const request = context.switchToHttp().getRequest<{ headers: Record<string, unknown> }>();
    copyist.see(request, request.headers['x-caller']);
    return true;
  };
  return configured((app) => app.useGlobalGuards({ canActivate }));
}

const rewriting = (from: string, to: string): Middleware => {
  return (request, _response, next) => {
    if (request.url === from) request.url = to;
    next();
  };
};

const leadingAway: Shape = { ...after(rewriting('/vault', '/lobby')), home: get('/vault/door') };

const hiding: Middleware = (request, _response, next) => {
  Object.assign(request, { originalUrl: '/lobby', baseUrl: '/lobby' });
  next();
};

const parsing: Middleware = async (request, _response, next) => {
  try {
    Object.assign(request, { body: JSON.parse((await text(request)) || '{}') });
  } catch (error) {
    next(error);
    return;
  }
  next();
};

const open = { request: get('/vault'), reaches: 'both' } as const;
const nothing: Middleware = (_request, _response, next) => next();
const claims = JSON.stringify({ userId: 'user_forged', auth: { userId: 'user_forged' } });
const withBody: RawRequest = {
  line: 'GET /vault HTTP/1.1',
  headers: [
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${claims.length}`,
  ],
  body: claims,
};
const posted = { ...withBody, line: 'POST /vault HTTP/1.1' };

const foreign = Object.entries(FOREIGN_AUTH).flatMap(([what, make]) => [
  knock(`another library's req.auth, set before ours: ${what}`, before(writeAuth(make)), open),
  knock(`another library's req.auth, set after ours: ${what}`, after(writeAuth(make)), open),
  knock(
    `another library's req.auth where our middleware never ran: ${what}`,
    before(writeAuth(make), unseen),
    open,
  ),
]);

/** What other code does with a request before it comes to the guard. */
export const MIDDLEWARE_ATTEMPTS: readonly Attempt[] = [
  knock('app.use() before ours', before(nothing), open),
  knock('app.use() after ours', after(nothing), open),
  knock('a request that our middleware never saw', before(nothing, unseen), open),
  // Fastify runs middleware when it has chosen the route already.
  knock('a middleware before ours that rewrites req.url', before(rewriting('/lobby', '/vault')), {
    request: get('/lobby'),
    reaches: 'express',
  }),
  knock('a middleware after ours that rewrites req.url', after(rewriting('/lobby', '/vault')), {
    request: get('/lobby'),
    reaches: 'express',
  }),
  knock('a middleware that rewrites req.url to an open path', leadingAway, {
    request: get('/vault'),
    reaches: 'fastify',
  }),
  knock('a middleware that hides the path from us', before(hiding), open),
  ...foreign,
  knock(
    "a forged state: every property of ada's request, copied after ours",
    after(copying(new Copyist())),
    open,
  ),
  knock(
    "a forged state: every property of ada's request, where our middleware never ran",
    before(copying(new Copyist(isNotCredential)), unseen),
    open,
  ),
  knock("a forged state: every property of ada's request, copied by a guard", copyingGuard(), open),
  knock('a body parser before us', before(parsing), { request: withBody, reaches: 'both' }),
  knock('a body that claims to be somebody', PLAIN, { request: posted, reaches: 'both' }),
];
