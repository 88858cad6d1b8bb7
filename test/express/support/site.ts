import express, { Router } from 'express';
import type { ClerkMiddlewareOptions } from 'clerk-nestjs';
import type { Functions } from './packages.js';
import { sessionOf, viewsOf } from './views.js';

/** How an application uses a package. */
export interface SiteSetup {
  readonly middleware?: Parameters<Functions['clerkMiddleware']>[0];
  /** The options of each `requireAuth()`. */
  readonly requireAuth?: ClerkMiddlewareOptions;
}

/** What {@link createSite} answers on, each with or without a session. */
export const PATHS = ['/alone', '/open', '/locked', '/api/open', '/api/locked', '/nowhere'];

/** An application with the functions of a package in every place where they are put. */
export function createSite(functions: Functions, setup: SiteSetup = {}): express.Express {
  const { clerkMiddleware, requireAuth } = functions;
  const show: express.RequestHandler = (request, response) =>
    void response.json(sessionOf(functions, request));
  const app = express();
  app.all('/alone', requireAuth(setup.requireAuth), show);
  app.use(clerkMiddleware(setup.middleware));
  app.all('/open', (request, response) => void response.json(viewsOf(functions, request)));
  app.all('/locked', requireAuth(setup.requireAuth), show);
  const router = Router();
  router.all('/open', show);
  router.all('/locked', requireAuth(setup.requireAuth), show);
  app.use('/api', router);
  app.use(answerError);
  return app;
}

/** As Express does, without writing to the console. */
const answerError: express.ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const status: unknown = Reflect.get(Object(error), 'status');
  response.status(typeof status === 'number' ? status : 500).end();
};
