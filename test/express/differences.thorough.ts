import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import express from 'express';
import { createClerkClient } from '@clerk/backend';
import { Logger } from '@nestjs/common';
import type { ClerkMiddlewareOptions } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import {
  type BackendApiServer,
  json,
  startBackendApiServer,
} from '../client/backend-api-server.js';
import { bearer, PAGE } from '../nest/support/callers.js';
import { type Answers, askBoth, type Pair } from './support/compared.js';
import { serversForTests } from './support/express-server.js';
import { type Functions, OURS, VENDORS } from './support/packages.js';

// All in which our functions answer otherwise than the vendor's, on purpose.

const start = serversForTests();
let clerk: LocalClerk;
let outage: BackendApiServer;

beforeAll(async () => {
  clerk = await LocalClerk.start();
  outage = await startBackendApiServer();
  outage.answer = (response) => json(response, 500, { errors: [] });
});
beforeEach(() => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  for (const method of ['log', 'warn', 'error'] as const) {
    jest.spyOn(console, method).mockImplementation(() => undefined);
  }
});
afterAll(async () => {
  jest.restoreAllMocks();
  await outage.close();
  await clerk.stop();
});

/** The same application by both. */
async function pairOf(
  build: (functions: Functions, options: ClerkMiddlewareOptions) => express.RequestHandler[],
  options: ClerkMiddlewareOptions = clerk.options,
): Promise<Pair> {
  const { apiUrl, secretKey, publishableKey } = options;
  const telemetry = { disabled: true };
  const clerkClient = createClerkClient({ apiUrl, secretKey, publishableKey, telemetry });
  const serve = (functions: Functions, given: object) => {
    const app = express();
    app.use(...build(functions, given), (_request, response) => void response.json('let in'));
    app.use(answerError);
    return start(app);
  };
  return {
    ours: await serve(OURS, options),
    vendor: await serve(VENDORS, { ...options, clerkClient }),
  };
}

const answerError: express.ErrorRequestHandler = (error: unknown, _request, response, _next) =>
  void response.status(Number(Reflect.get(Object(error), 'status') ?? 500)).end();

const statuses = ({ ours, vendor }: Answers) => ({ ours: ours.status, vendor: vendor.status });

describe('on purpose', () => {
  it('requireAuth() answers 503 where Clerk can’t be asked, and the vendor’s sends users away', async () => {
    const pair = await pairOf(({ requireAuth }, options) => [requireAuth(options)], {
      ...clerk.options,
      apiUrl: outage.url,
    });
    const { token } = clerk.createApiKey({ subject: 'ada' });
    const answers = await askBoth(pair, '/', { headers: bearer(token) });
    expect(statuses(answers)).toEqual({ ours: 503, vendor: 302 });
  });

  it('req.auth turns into JSON with the fields of the auth object, and the vendor’s into nothing', async () => {
    const pair = await pairOf(({ clerkMiddleware }, options) => [
      clerkMiddleware(options),
      (request, response) => void response.json({ auth: Reflect.get(request, 'auth') }),
    ]);
    const visit = { headers: bearer(clerk.mintSessionToken('ada')) };
    const { ours, vendor } = await askBoth(pair, '/', visit);
    expect(ours.body).toMatchObject({ auth: { userId: clerk.users.ada.id, orgSlug: 'acme' } });
    expect(vendor.body).toEqual({});
  });

  it('a broken handshake is a 400, and the vendor’s a failure of the application', async () => {
    const pair = await pairOf(({ requireAuth }, options) => [requireAuth(options)]);
    const answers = await askBoth(pair, '/?__clerk_handshake=garbage', { headers: PAGE });
    expect(statuses(answers)).toEqual({ ours: 400, vendor: 500 });
  });

  it('a library that takes req.auth afterwards takes nothing from getAuth()', async () => {
    const pair = await pairOf(({ clerkMiddleware, getAuth }, options) => [
      clerkMiddleware(options),
      (request, _response, next) => {
        Object.assign(request, { auth: { userId: 'user_of_another_library' } });
        next();
      },
      (request, response) => void response.json(getAuth(request).userId),
    ]);
    const visit = { headers: bearer(clerk.mintSessionToken('ada')) };
    const { ours, vendor } = await askBoth(pair, '/', visit);
    expect([ours.body, vendor.status]).toEqual([clerk.users.ada.id, 500]);
  });

  it('acceptsToken is refused where it would do nothing, and the vendor’s ignores it', async () => {
    const options = { ...clerk.options, acceptsToken: 'api_key' };
    expect(() => OURS.clerkMiddleware(options)).toThrow(/no acceptsToken/);
    expect(() => VENDORS.clerkMiddleware(options)).not.toThrow();
  });

  it('options without keys are refused at once, and the vendor’s fail each request', async () => {
    expect(() => OURS.clerkMiddleware({})).toThrow(/publishableKey/);
    const pair = await pairOf(
      (functions, options) => (functions === OURS ? [] : [functions.clerkMiddleware(options)]),
      {},
    );
    expect(statuses(await askBoth(pair, '/', { headers: {} }))).toMatchObject({ vendor: 500 });
  });
});
