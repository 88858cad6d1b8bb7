import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as vendor from '@clerk/express';
import express, { type NextFunction, type Request, type Response } from 'express';
import * as ours from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { listen } from '../nest/support/platforms.js';
import { withEnvironment } from '../nest/options/with-environment.js';

/** The functions of the documents' example, of either package. */
type Functions = Pick<typeof ours, 'clerkMiddleware' | 'getAuth' | 'requireAuth'>;

/** The application of Clerk's documents on `clerkMiddleware()`, with the functions of a package. */
function exampleApp({ clerkMiddleware, getAuth, requireAuth }: Functions): express.Express {
  const app = express();
  app.use(clerkMiddleware());
  const hasPermission = (req: Request, res: Response, next: NextFunction) => {
    const auth = getAuth(req);
    if (!auth.has({ permission: 'org:articles:manage' })) {
      return res.status(403).send('Forbidden');
    }
    return next();
  };
  app.get('/path', requireAuth(), hasPermission, (req, res) => void res.json(authOf(req)));
  app.get('/path2', (req, res) => void res.json(authOf(req)));
  return app;
}

function authOf(request: object): unknown {
  return Reflect.get(request, 'auth');
}

async function serve(app: express.Express): Promise<{ server: Server; origin: string }> {
  const server = createServer(app);
  return { server, origin: await listen(server) };
}

describe("the example of Clerk's documents", () => {
  let clerk: LocalClerk;
  let servers: { ours: { server: Server; origin: string }; vendor: typeof servers.ours };

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    await withEnvironment(environment(), async () => {
      // The vendor types its functions for Express, and they do no more than ours.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const vendors = vendor as unknown as Functions;
      servers = { ours: await serve(exampleApp(ours)), vendor: await serve(exampleApp(vendors)) };
    });
  });

  afterAll(async () => {
    for (const { server } of Object.values(servers)) {
      server.close();
      await once(server, 'close');
    }
    await clerk.stop();
  });

  /** What both answer, each asked with the environment in which the vendor reads its keys. */
  async function ask(path: string, user?: string) {
    const token = user && clerk.mintSessionToken(user);
    const init: RequestInit = { redirect: 'manual', ...(token && { headers: bearer(token) }) };
    return withEnvironment(environment(), async () => ({
      ours: await fetch(servers.ours.origin + path, init),
      vendor: await fetch(servers.vendor.origin + path, init),
    }));
  }

  const environment = () => ({ ...clerk.env, CLERK_TELEMETRY_DISABLED: '1' });

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it.each([
    ['/path', undefined, 302],
    ['/path', 'ada', 200],
    ['/path', 'grace', 403],
    ['/path', 'alan', 403],
    ['/path2', undefined, 200],
    ['/path2', 'grace', 200],
  ])('answers %s of %s as the vendor does: %i', async (path, user, status) => {
    const answers = await ask(path, user);
    const facts = ({ status: answered, headers }: globalThis.Response) => ({
      status: answered,
      location: headers.get('location'),
      reason: headers.get('x-clerk-auth-reason'),
      authStatus: headers.get('x-clerk-auth-status'),
    });
    expect(facts(answers.ours)).toEqual(facts(answers.vendor));
    expect(answers.ours.status).toBe(status);
  });

  it('shows the auth object of whom it lets in as JSON', async () => {
    const { ours: answer } = await ask('/path', 'ada');
    const { id } = clerk.users.ada;
    expect(await answer.json()).toMatchObject({ userId: id, isAuthenticated: true });
  });

  it('shows a visitor that nobody is signed in', async () => {
    const { ours: answer } = await ask('/path2');
    expect(await answer.json()).toMatchObject({ userId: null, isAuthenticated: false });
  });
});
