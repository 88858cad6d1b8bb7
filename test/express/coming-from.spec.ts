import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as vendor from '@clerk/express';
import type { ClerkMiddlewareOptions as VendorOptions } from '@clerk/express';
import * as vendorWebhooks from '@clerk/express/webhooks';
import * as ours from 'clerk-nestjs';
import type {
  AuthObject,
  ClerkMiddlewareOptions,
  ClerkMiddlewareOptionsCallback,
  RequestState,
  SignedInAuthObject,
  WithAuth,
} from 'clerk-nestjs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import { LocalClerk } from 'clerk-nestjs/testing';
import { listen } from '../nest/support/platforms.js';
import { withEnvironment } from '../nest/options/with-environment.js';

describe('docs/coming-from-clerk-express.md', () => {
  const page = readFileSync(
    `${import.meta.dirname}/../../docs/coming-from-clerk-express.md`,
    'utf8',
  );

  /** Every option of the vendor's middleware: the compiler knows when one is missing, or gone. */
  const OPTIONS = {
    acceptsToken: true,
    afterSignInUrl: true,
    afterSignUpUrl: true,
    apiClient: true,
    apiUrl: true,
    apiVersion: true,
    audience: true,
    authorizedParties: true,
    clerkClient: true,
    clockSkewInMs: true,
    debug: true,
    domain: true,
    frontendApiProxy: true,
    headerType: true,
    isSatellite: true,
    jwksCacheTtlInMs: true,
    jwtKey: true,
    machineSecretKey: true,
    organizationSyncOptions: true,
    proxyUrl: true,
    publishableKey: true,
    satelliteAutoSync: true,
    secretKey: true,
    signInUrl: true,
    signUpUrl: true,
    skipJwksCache: true,
  } as const satisfies Record<KeysOf<VendorOptions>, true>;

  /** Of every member of a union. */
  type KeysOf<Type> = Type extends unknown ? keyof Type : never;

  /** The names of ours on the page that only the compiler knows; it fails where one is gone. */
  type Types = {
    AuthObject: AuthObject;
    ClerkMiddlewareOptions: ClerkMiddlewareOptions;
    ClerkMiddlewareOptionsCallback: ClerkMiddlewareOptionsCallback;
    RequestState: RequestState;
    SignedInAuthObject: SignedInAuthObject;
    WithAuth: WithAuth<object>;
  };

  const TYPES = {
    AuthObject: true,
    ClerkMiddlewareOptions: true,
    ClerkMiddlewareOptionsCallback: true,
    RequestState: true,
    SignedInAuthObject: true,
    WithAuth: true,
  } as const satisfies Record<keyof Types, true>;

  /** The rows of the page's tables: what is there, and what is here instead. */
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| --'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, theirs = '', here = '']) => ({ theirs, here }));

  const mentioned = (text: string, name: string) =>
    new RegExp(`\`[^\`]*\\b${name}\\b[^\`]*\``).test(text);

  /** What stands in backticks. */
  function codeOf(text: string): string[] {
    return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  }

  /** What is of requests, auth objects and the platform. */
  const OF_OTHERS = ['req', 'res', 'protect', 'Request'];

  it.each(Object.keys(vendor).map((name) => [name]))(
    'says what becomes of %s of @clerk/express',
    (name) => {
      expect(rows.some(({ theirs }) => mentioned(theirs, name))).toBe(true);
    },
  );

  it.each(Object.keys(vendorWebhooks).map((name) => [name]))(
    'says what becomes of %s of @clerk/express/webhooks',
    (name) => {
      const row = rows.find(({ theirs }) => theirs.includes('@clerk/express/webhooks'));
      expect(row && mentioned(row.theirs, name)).toBe(true);
    },
  );

  it.each(Object.keys(OPTIONS).map((name) => [name]))(
    'says what becomes of the option %s',
    (name) => {
      expect(rows.some(({ theirs }) => mentioned(theirs, name))).toBe(true);
    },
  );

  it('names nothing of ours that there is not', () => {
    const here = rows.flatMap(({ here: text }) => codeOf(text));
    const examples = [...page.matchAll(/```(?:diff|ts)\n([^]*?)```/g)].flatMap(([, code = '']) =>
      [...code.matchAll(/^\+import \{ (.*) \} from 'clerk-nestjs'/gm)].flatMap(([, names = '']) =>
        names.split(', '),
      ),
    );
    const names = [...here.flatMap(exportsIn), ...examples];
    expect(names).toEqual(
      expect.arrayContaining(['clerkMiddleware', 'ClerkAuthGuard', 'WithAuth']),
    );
    const missing = names.filter((name) => !(name in ours) && !(name in TYPES));
    expect(missing).toEqual([]);
  });

  it('names no row where "the same" is not so', () => {
    const same = rows.filter(({ here }) => here.startsWith('the same'));
    const names = same.flatMap(({ theirs }) => codeOf(theirs)).flatMap(exportsIn);
    const known = (name: string) => name in ours || name in TYPES || name in OPTIONS;
    expect(names.filter((name) => !known(name))).toEqual([]);
  });

  /** The export that a piece of code begins with: `requireAuth(options?)`, `ClerkModule.forRoot()`. */
  function exportsIn(code: string): string[] {
    const name = /^(?:@(?=[A-Z]))?([A-Za-z_]+)/.exec(code)?.[1];
    return name === undefined || isMember(name) ? [] : [name];
  }

  /** Whether code that begins with a name is about something that is no export: all that there is. */
  function isMember(name: string): boolean {
    const known = [
      ...Object.keys(OPTIONS),
      ...Object.getOwnPropertyNames(ours.ClerkAuthenticator.prototype),
      ...Object.getOwnPropertyNames(Object.getPrototypeOf(ours.ClerkAuthenticator.prototype)),
      ...Object.getOwnPropertyNames(ours.ClerkModule),
      ...OF_OTHERS,
    ];
    return known.includes(name) || name.startsWith('CLERK_');
  }
});

describe("the example of Clerk's documents", () => {
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
