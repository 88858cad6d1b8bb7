import { describe, expect, it } from '@jest/globals';
import { ClerkConfigurationError, clerkMiddleware, getAuth, requireAuth } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { withEnvironment } from '../nest/options/with-environment.js';
import { bearer } from '../nest/support/callers.js';
import { run } from './support/run.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;

describe('the environment', () => {
  const variables = { CLERK_PUBLISHABLE_KEY: publishableKey, CLERK_JWT_KEY: jwtKey };

  it('is read when clerkMiddleware() is called', async () => {
    expect(() => clerkMiddleware()).toThrow(/CLERK_PUBLISHABLE_KEY/);
    const middleware = await withEnvironment(variables, async () => clerkMiddleware());
    expect((await run(middleware)).status).toBe(200);
  });

  it('is read when requireAuth() is first needed', async () => {
    const middleware = requireAuth();
    const headers = bearer(instance.mintSessionToken('ada'));
    const answer = await withEnvironment(variables, () => run(middleware, '/', headers));
    expect(answer.status).toBe(200);
  });

  it('is read for the requests of a function that names no keys', async () => {
    const middleware = clerkMiddleware(() => ({}));
    const { status } = await withEnvironment(variables, () => run(middleware));
    expect(status).toBe(200);
  });

  it('gives no key to the requests of a function that names some', async () => {
    const middleware = clerkMiddleware(() => ({ publishableKey }));
    const { errors } = await withEnvironment(variables, () => run(middleware));
    expect(String(errors[0])).toMatch(/secretKey .* is missing/);
  });
});

describe('getAuth()', () => {
  it.each([[undefined], [null], [{}], ['request'], [new Request('http://localhost')]])(
    'of %p, which is no request of Express, says so',
    (request) => {
      const ask = () => getAuth(Object(request));
      expect(ask).toThrow(ClerkConfigurationError);
      expect(ask).toThrow(/not an HTTP request/);
    },
  );

  it('of a request that nobody has authenticated says what to do', async () => {
    const errors = (await run((_request, _response, next) => next())).errors;
    expect(String(errors[0])).toMatch(/clerkMiddleware\(\)/);
  });
});
