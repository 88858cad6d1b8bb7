import { once } from 'node:events';
import { createServer } from 'node:http';
import { clerkMiddleware, getAuth } from '@clerk/express';
import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import { portOf } from '../../../nest/support/platforms.js';
import type { RunningServer } from './running-server.js';
import { type GetAuth, seenBy } from './seen.js';

/** Starts Express with the vendor's middleware and a handler that tells what it sees. */
export async function startVendorServer(
  options: Readonly<Record<string, unknown>>,
): Promise<RunningServer> {
  const app = express();
  app.use(clerkMiddleware(options));
  app.all('/{*splat}', (request: Request, response: Response, next: NextFunction) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its type asks for Express's own request
    seenBy(getAuth as GetAuth, request).then((seen) => response.json(seen), next);
  });
  app.use((_: Request, response: Response) => response.status(404).end());
  app.use(answerError);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** As Express does, without writing to the console. */
const answerError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const hasStatus = typeof error === 'object' && error !== null && 'status' in error;
  response.status(hasStatus ? Number(error.status) : 500).end();
};
