import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { fetchJwks, type JwksAccess } from '../../src/engine/keys/fetch-jwks.js';
import { JwksKeySource } from '../../src/engine/keys/jwks-key-source.js';
import { local, NOW, outcomeOf, verdictOn } from './support/engine.js';
import {
  type Answer,
  halfAnAnswer,
  hangUp,
  json,
  JwksServer,
  redirect,
  silence,
  status,
  text,
} from './support/jwks-server.js';

const SECRET_KEY = 'sk_test_of_these_tests';
const token = local.mintSessionToken('ada');

let server: JwksServer;
beforeEach(async () => {
  server = await JwksServer.start();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.stop();
});

function access(changes: Partial<JwksAccess> = {}): JwksAccess {
  return { secretKey: SECRET_KEY, apiUrl: server.origin, apiVersion: 'v1', fetch, ...changes };
}

function keys(changes?: Partial<JwksAccess>): JwksKeySource {
  return new JwksKeySource({ fetchKeys: () => fetchJwks(access(changes)), clock: () => NOW });
}

describe('keys from the Backend API', () => {
  test('sign a request in', async () => {
    server.answer = json(local.jwks);
    expect(await verdictOn(token, { keys: keys() })).toBe('signed-in');
  });

  test('are asked for with the secret key and the version of the API', async () => {
    server.answer = json(local.jwks);
    await fetchJwks(access({ apiUrl: `${server.origin}/proxy/` }));
    expect(server.requests).toMatchObject([
      {
        method: 'GET',
        url: '/proxy/v1/jwks',
        headers: {
          authorization: `Bearer ${SECRET_KEY}`,
          'clerk-api-version': '2026-05-12',
          'user-agent': expect.stringMatching(/^clerk-nestjs@/),
        },
      },
    ]);
  });

  test('are fetched once for 1,000 concurrent requests', async () => {
    server.answer = json(local.jwks);
    const source = keys();
    const waiting = Array.from({ length: 1_000 }, () => verdictOn(token, { keys: source }));
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['signed-in']));
    expect(server.requests).toHaveLength(1);
  });

  test('1,000 concurrent requests with made-up key ids cost one fetch', async () => {
    server.answer = json(local.jwks);
    const source = keys();
    const forged = local.mint({ user: 'ada', header: { kid: 'ins_made_up' } });
    const waiting = Array.from({ length: 1_000 }, () => verdictOn(forged, { keys: source }));
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['jwk-kid-mismatch']));
    expect(await verdictOn(forged, { keys: source })).toBe('jwk-kid-mismatch');
    expect(server.requests).toHaveLength(1);
  });
});

describe('when the Backend API gives no keys, it is unknown whether somebody is signed in', () => {
  test.each<[name: string, answer: Answer, reason: string, cause: unknown]>([
    ['refuses the secret key', status(401), 'secret-key-invalid', 401],
    ['forbids it', status(403), 'secret-key-invalid', 403],
    ['limits the rate', status(429), 'jwk-remote-failed-to-load', 429],
    ['fails', status(500), 'jwk-remote-failed-to-load', 500],
    ['is unavailable', status(503), 'jwk-remote-failed-to-load', 503],
    ['knows no such address', status(404), 'jwk-remote-failed-to-load', 404],
    [
      'answers with a page',
      text('<!doctype html>'),
      'jwk-remote-failed-to-load',
      expect.anything(),
    ],
    ['answers with nothing', text(''), 'jwk-remote-failed-to-load', expect.anything()],
    [
      'answers with an empty set',
      json({ keys: [] }),
      'jwk-remote-failed-to-load',
      expect.anything(),
    ],
    ['answers with null', json(null), 'jwk-remote-failed-to-load', expect.anything()],
    ['hangs up', hangUp, 'jwk-remote-failed-to-load', expect.anything()],
  ])('it %s', async (_name, answer, reason, cause) => {
    server.answer = answer;
    const outcome = await outcomeOf({ headers: { authorization: token } }, { keys: keys() });
    expect(outcome).toMatchObject({ status: 'signed-out', reason, unavailable: { cause } });
    expect(JSON.stringify(outcome)).not.toContain(SECRET_KEY);
  });

  test('nobody listens', async () => {
    const outcome = await outcomeOf(
      { headers: { authorization: token } },
      { keys: keys({ apiUrl: 'http://127.0.0.1:1' }) },
    );
    expect(outcome).toMatchObject({
      reason: 'jwk-remote-failed-to-load',
      unavailable: { cause: expect.anything() },
    });
  });

  test('the message names the option and the variable of a refused secret key', async () => {
    server.answer = status(401);
    const answer = await fetchJwks(access());
    expect(!answer.fetched && answer.failure.message).toMatch(/`secretKey`.*CLERK_SECRET_KEY/);
  });

  test('a token that is refused anyway is refused, Clerk or no Clerk', async () => {
    const template = local.mint({ user: 'ada', header: { cat: 'cl_B7d4PD222AAA' } });
    const outcome = await outcomeOf({ headers: { authorization: template } }, { keys: keys() });
    expect(outcome).toMatchObject({ reason: 'token-type-mismatch', unavailable: undefined });
    expect(server.requests).toHaveLength(0);
  });
});

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])(
    'by %d is not followed: it would carry the secret key to wherever it points',
    async (code) => {
      const elsewhere = await JwksServer.start();
      elsewhere.answer = json(local.jwks);
      server.answer = redirect(`${elsewhere.origin}/v1/jwks`, code);
      const verdict = await verdictOn(token, { keys: keys() });
      const { requests } = elsewhere;
      await elsewhere.stop();
      expect({ verdict, requests }).toEqual({ verdict: 'jwk-remote-failed-to-load', requests: [] });
    },
  );

  test('to the same host is not followed either', async () => {
    server.answer = redirect('/v2/jwks');
    expect(await verdictOn(token, { keys: keys() })).toBe('jwk-remote-failed-to-load');
    expect(server.requests).toHaveLength(1);
  });
});

describe('a Backend API that hangs', () => {
  test.each([
    ['without a word', silence],
    ['in the middle of its answer', halfAnAnswer],
  ])('%s is given up on after five seconds', async (_name, answer) => {
    // The real signal, only sooner: five seconds of waiting would prove nothing more.
    const soon = AbortSignal.timeout(50);
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(soon);
    server.answer = answer;
    const outcome = await outcomeOf({ headers: { authorization: token } }, { keys: keys() });
    expect(timeout).toHaveBeenCalledWith(5_000);
    expect(outcome).toMatchObject({
      reason: 'jwk-remote-failed-to-load',
      unavailable: { cause: { name: 'TimeoutError' } },
    });
  });
});
