import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClerkConfigurationError } from '../../src/clerk-configuration-error.js';
import { ClerkError } from '../../src/clerk-error.js';
import { verifyToken, type VerifyTokenOptions } from '../../src/request/verify-token.js';
import { LocalInstance } from '../../src/testing/local-instance.js';
import { JwksServer, json, status } from '../engine/support/jwks-server.js';
import { ours, refusalOf, theirs } from './verify-token-pair.js';

const clerk = new LocalInstance();
const token = clerk.mintSessionToken('ada');

// An address of its own for each test, as keys are kept by address.
let server: JwksServer;
let options: VerifyTokenOptions;
beforeEach(async () => {
  server = await JwksServer.start();
  server.answer = json(clerk.jwks);
  options = { secretKey: 'sk_test_verify_token', apiUrl: server.origin };
});
afterEach(() => server.stop());

const asked = () => server.requests.map(({ url }) => url);

describe('the keys of verifyToken()', () => {
  it('are fetched with the secret key, once for all calls with the same options', async () => {
    for (let count = 0; count < 3; count += 1) await verifyToken(token, { ...options });
    expect(asked()).toEqual(['/v1/jwks']);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer sk_test_verify_token');
  });

  it('are fetched at each call with skipJwksCache', async () => {
    for (let count = 0; count < 3; count += 1) {
      await verifyToken(token, { ...options, skipJwksCache: true });
    }
    expect(asked()).toHaveLength(3);
  });

  it('come from the version of the Backend API that is asked for', async () => {
    await verifyToken(token, { ...options, apiVersion: 'v2' });
    expect(asked()).toEqual(['/v2/jwks']);
  });

  it('are not fetched at all with jwtKey', async () => {
    await verifyToken(token, { ...options, jwtKey: clerk.jwtKey });
    expect(asked()).toEqual([]);
  });

  it('of one instance don’t serve another: its tokens are refused although both were asked', async () => {
    const other = new LocalInstance();
    await verifyToken(token, options);
    server.answer = json(other.jwks);
    const others = { ...options, secretKey: 'sk_test_other' };
    expect(await ours(token, others)).toEqual({ reason: 'jwk-kid-mismatch' });
    expect(await ours(other.mintSessionToken('ada'), others)).toHaveProperty('claims');
    expect(await ours(other.mintSessionToken('ada'), options)).toHaveProperty('reason');
  });

  it('are never taken from the environment', async () => {
    const before = process.env['CLERK_JWT_KEY'];
    process.env['CLERK_JWT_KEY'] = clerk.jwtKey;
    try {
      expect(await ours(token, {})).toEqual({ reason: 'jwk-failed-to-resolve' });
      expect(await theirs(token, {})).toEqual({ reason: 'jwk-failed-to-resolve' });
    } finally {
      if (before === undefined) delete process.env['CLERK_JWT_KEY'];
      else process.env['CLERK_JWT_KEY'] = before;
    }
  });
});

describe('without keys verifyToken() rejects', () => {
  const REFUSED_KEY = json({ errors: [{ code: 'clerk_key_invalid', message: 'No.' }] }, 401);
  const FAILED = 'jwk-remote-failed-to-load';

  it.each([
    { name: 'an error', answer: status(500), reason: FAILED, cause: 500 },
    { name: 'no key', answer: json({ keys: [] }), reason: FAILED },
    { name: 'a refused key', answer: REFUSED_KEY, reason: 'secret-key-invalid', cause: 401 },
  ])(
    'for the vendor’s reason when the API answers with $name',
    async ({ answer, reason, cause }) => {
      server.answer = answer;
      const error = await refusalOf(token, options);
      expect(error.reason).toBe(reason);
      if (cause !== undefined) expect(error.cause).toBe(cause);
      expect(await theirs(token, options)).toEqual({ reason });
    },
    20_000,
  );

  it('with the configuration’s error, not the token’s, for a jwtKey that is none', async () => {
    await expect(verifyToken(token, { jwtKey: 'no key' })).rejects.toThrow(ClerkConfigurationError);
  });
});

describe('the error of verifyToken()', () => {
  it('is one of ours, with a code, a name and a reason, and shows no token', async () => {
    const error = await refusalOf(`${token}x`, { jwtKey: clerk.jwtKey });
    expect(error).toBeInstanceOf(ClerkError);
    expect(error).toMatchObject({
      name: 'TokenVerificationError',
      code: 'token_verification_failed',
      reason: 'token-invalid',
    });
    expect(error.message).not.toContain(token.slice(0, 10));
    expect('cause' in error).toBe(false);
  });

  it.each([undefined, null, 7, {}])('is the same for no text at all: %j', async (nothing) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as code without types has it
    const given = nothing as string;
    expect(await ours(given, { jwtKey: clerk.jwtKey })).toEqual({ reason: 'token-invalid' });
    expect(await theirs(given, { jwtKey: clerk.jwtKey })).toEqual({ reason: 'token-invalid' });
  });
});
