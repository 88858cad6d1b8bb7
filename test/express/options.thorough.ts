import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import express from 'express';
import {
  ClerkConfigurationError,
  clerkMiddleware,
  type ClerkMiddlewareOptions,
  requireAuth,
} from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { json, startBackendApiServer } from '../client/backend-api-server.js';
import { bearer, PAGE } from '../nest/support/callers.js';
import { answerErrors } from './support/error-handler.js';
import { serversForTests } from './support/express-server.js';
import { run, showUser } from './support/run.js';

const start = serversForTests();
const instance = new LocalInstance();
const { publishableKey, secretKey, jwtKey } = instance;
const keys: ClerkMiddlewareOptions = { publishableKey, jwtKey };

let logged: { mockRestore(): void };
beforeAll(() => {
  logged = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
});
afterAll(() => logged.mockRestore());

/** What untyped code passes. */
function untyped(options: unknown): ClerkMiddlewareOptions {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
  return options as ClerkMiddlewareOptions;
}

/** Options that can't work, and what is said of each. */
const WRONG: [what: string, options: unknown, says: RegExp][] = [
  [
    'no publishable key',
    { jwtKey },
    /publishableKey \(environment variable CLERK_PUBLISHABLE_KEY\) is missing/,
  ],
  [
    'no key to verify by',
    { publishableKey },
    /secretKey \(environment variable CLERK_SECRET_KEY\) is missing/,
  ],
  [
    'a key in the wrong place',
    { publishableKey: secretKey, jwtKey },
    /publishableKey .* is a secret key/,
  ],
  [
    'a misspelt option',
    { ...keys, signinUrl: '/x' },
    /signinUrl is not an option\. Did you mean signInUrl\?/,
  ],
  ['a kind of token', { ...keys, acceptsToken: 'any' }, /clerkMiddleware\(\) .* no acceptsToken/],
  ['an empty rule', { ...keys, authorizedParties: [] }, /authorizedParties is an empty list/],
  [
    'a page that is none',
    { ...keys, signInUrl: 'javascript:x' },
    /signInUrl \(environment variable CLERK_SIGN_IN_URL\)/,
  ],
  [
    'a satellite of nobody',
    { ...keys, isSatellite: true, signInUrl: 'https://a.example/' },
    /domain/,
  ],
  ['what belongs to a module', { ...keys, globalGuard: true }, /globalGuard is not an option/],
  [
    'a proxy without a secret key',
    { ...keys, frontendApiProxy: { enabled: true } },
    /frontendApiProxy (?:needs publishableKey .* and secretKey|is not an option. It is one for)/,
  ],
  ['null', null, /takes an options object/],
  ['a text', 'pk_test_x', /takes an options object/],
];

describe('options that can’t work', () => {
  it.each(WRONG)('%s: are refused at once, by name', (_, options, says) => {
    const make = () => clerkMiddleware(untyped(options));
    expect(make).toThrow(ClerkConfigurationError);
    expect(make).toThrow(says);
  });

  it.each(WRONG)('%s: of a function go to next, by name', async (_, options, says) => {
    for (const compute of [() => untyped(options), async () => untyped(options)]) {
      const { errors, status } = await run(clerkMiddleware(compute));
      expect(status).toBe(500);
      expect(errors).toEqual([expect.any(ClerkConfigurationError)]);
      expect(String(errors[0])).toMatch(says);
    }
  });

  it('of a function that returns none are an error', async () => {
    const { errors } = await run(clerkMiddleware(() => untyped(undefined)));
    expect(errors).toEqual([expect.any(ClerkConfigurationError)]);
  });

  it.each([['sign-in'], ['//evil.example'], ['/\\evil.example'], ['javascript:alert(1)']])(
    'signInUrl %p of requireAuth() is refused at once',
    (signInUrl) => {
      const make = () => requireAuth({ ...keys, signInUrl });
      expect(make).toThrow(ClerkConfigurationError);
      expect(make).toThrow(/requireAuth\(\): signInUrl \(environment variable CLERK_SIGN_IN_URL\)/);
    },
  );

  it('of one request are no problem of the next', async () => {
    let calls = 0;
    const app = express();
    const middleware = clerkMiddleware(() => {
      calls += 1;
      return calls === 1 ? {} : keys;
    });
    app.use(middleware, showUser, answerErrors());
    const { origin } = await start(app);
    const answers = [await fetch(origin), await fetch(origin)];
    expect(answers.map(({ status }) => status)).toEqual([500, 200]);
  });
});

describe('what next() gets', () => {
  it('of a broken request is a 400', async () => {
    for (const middleware of [
      clerkMiddleware(keys),
      clerkMiddleware(() => keys),
      requireAuth(keys),
    ]) {
      const { errors, status } = await run(middleware, '/?__clerk_handshake=x', PAGE);
      expect(errors).toEqual([expect.objectContaining({ status: 400 })]);
      expect(status).toBe(400);
    }
  });

  it('of requireAuth() where Clerk can’t be asked is a 503', async () => {
    const outage = await startBackendApiServer();
    outage.answer = (response) => json(response, 500, { errors: [] });
    const options = { publishableKey, secretKey, apiUrl: outage.url };
    const headers = bearer(instance.mintSessionToken('ada'));
    const { errors, status } = await run(requireAuth(options), '/', headers);
    await outage.close();
    expect(errors).toEqual([expect.objectContaining({ status: 503 })]);
    expect(status).toBe(503);
  });

  it('of an options function that throws is what it threw', async () => {
    const thrown = Object.assign(new Error('no such host'), { status: 418 });
    const { errors, status } = await run(
      clerkMiddleware(() => {
        throw thrown;
      }),
    );
    expect([errors, status]).toEqual([[thrown], 418]);
  });
});
