import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { BackendAnswer, Backend } from '../../src/engine/evidence/backend.js';
import { createBackend } from '../../src/request/create-backend.js';
import { LocalClerk } from '../../src/testing/local-clerk.js';
import {
  type BackendApiServer,
  json,
  startBackendApiServer,
} from '../client/backend-api-server.js';

const SECRET = 'sk_test_of_this_suite';
const REQUEST = {
  sessionId: 'sess_1',
  expiredToken: 'expired.session.token',
  refreshToken: 'refresh_1',
  origin: 'https://app.example',
  headers: { host: ['app.example'], accept: ['text/html', '*/*'] },
  suffixedCookies: true,
};

let server: BackendApiServer;
beforeAll(async () => {
  server = await startBackendApiServer();
});
afterAll(() => server.close());

function backend(options: object = {}): Backend {
  return createBackend(
    createBackendApiClient({ secretKey: SECRET, apiUrl: server.url, ...options }),
  );
}

type Answer = (response: ServerResponse) => void;
const answer =
  (status: number, body: unknown): Answer =>
  (response) =>
    json(response, status, body);
const code = (name: string) => ({ errors: [{ code: name, message: 'Why.' }] });
const text =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status).end('<html>');

/** What both questions come to when the API answers so. */
async function both(answers: Answer, options?: object): Promise<BackendAnswer[]> {
  server.answer = answers;
  const asking = backend(options);
  return [await asking.redeemNonce('nonce_1'), await asking.refreshSession(REQUEST)];
}

describe('what the Backend API is asked', () => {
  test('a handshake’s payload, by its nonce', async () => {
    server.answer = answer(200, { directives: ['a=1', 'b=2'] });
    expect(await backend().redeemNonce('a b&c')).toEqual({ ok: true, directives: ['a=1', 'b=2'] });
    const { method, url, headers } = server.requests.at(-1) ?? {};
    expect({ method, url }).toEqual({
      method: 'GET',
      url: '/v1/clients/handshake_payload?nonce=a+b%26c',
    });
    expect(headers?.authorization).toBe(`Bearer ${SECRET}`);
  });

  test('fresh cookies for a session, with the headers of the request as they were', async () => {
    server.answer = answer(200, { object: 'cookies', cookies: ['__session=x; Path=/'] });
    expect(await backend().refreshSession(REQUEST)).toEqual({
      ok: true,
      directives: ['__session=x; Path=/'],
    });
    const { method, url, body = '' } = server.requests.at(-1) ?? {};
    expect({ method, url, body: JSON.parse(body) }).toEqual({
      method: 'POST',
      url: '/v1/sessions/sess_1/refresh?suffixed_cookies=true',
      body: {
        format: 'cookie',
        expired_token: 'expired.session.token',
        refresh_token: 'refresh_1',
        request_origin: 'https://app.example',
        request_headers: { host: ['app.example'], accept: ['text/html', '*/*'] },
      },
    });
  });
});

describe('an answer that judges what was asked is no outage', () => {
  test.each([
    [400, 'form_param_missing'],
    [401, 'refresh_token_invalid'],
    [403, 'session_inactive'],
    [404, 'resource_not_found'],
    [422, 'expired_token_invalid'],
  ])('%i: %s', async (status, name) => {
    const message = expect.stringContaining('Why.');
    const refusal = { ok: false, code: name, status, message };
    expect(await both(answer(status, code(name)))).toEqual([refusal, refusal]);
  });
});

describe('an answer that judges nothing leaves it unknown', () => {
  test.each<[name: string, answers: Answer, expected: string]>([
    ['our key is refused', answer(401, code('clerk_key_invalid')), 'clerk_key_invalid'],
    ['too many requests', answer(429, code('too_many_requests')), 'too_many_requests'],
    [
      'an error of the API’s own',
      answer(500, code('internal_clerk_error')),
      'internal_clerk_error',
    ],
    ['an error it can’t name', answer(500, code('unexpected_error')), 'fetch-error'],
    ['an error without a code', answer(503, {}), 'unexpected-bapi-error'],
    ['a refusal without a code', answer(400, { errors: [] }), 'unexpected-bapi-error'],
    ['the error page of a gateway', text(502), 'unexpected-bapi-error'],
    ['a page of somebody else', text(200), 'fetch-error'],
    ['the page of a wrong address', text(404), 'unexpected-bapi-error'],
    ['JSON that is no object', answer(200, 5), 'fetch-error'],
    ['a redirect', (response) => response.writeHead(302, { location: '/' }).end(), 'fetch-error'],
    ['a connection that is cut', (response) => response.destroy(), 'fetch-error'],
    [
      'an answer that breaks off',
      (response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"cookies":');
        setImmediate(() => response.destroy());
      },
      'fetch-error',
    ],
    ['no content', (response) => response.writeHead(204).end(), 'unexpected-bapi-error'],
  ])('%s', async (_name, answers, expected) => {
    const outage = {
      ok: false,
      code: expected,
      status: expect.any(Number),
      message: expect.any(String),
      unavailable: { cause: expect.any(Error), hint: expect.any(String) },
    };
    const told = await both(answers);
    expect(told).toEqual([outage, outage]);
    expect(JSON.stringify(told)).not.toContain(SECRET);
  });

  test('no answer in time', async () => {
    const late = { code: 'fetch-error', unavailable: {} };
    expect(await both(() => undefined, { timeoutInMs: 50 })).toMatchObject([late, late]);
  });

  test('nobody listens', async () => {
    const told = await backend({ apiUrl: 'http://127.0.0.1:1' }).redeemNonce('n');
    expect(told).toMatchObject({ code: 'fetch-error', unavailable: {} });
  });

  test('a client without a secret key can’t ask, and says what is missing', async () => {
    const told = await both(answer(200, {}), { secretKey: undefined });
    for (const each of told) {
      expect(each).toMatchObject({
        ok: false,
        code: 'missing-api-client',
        unavailable: { hint: expect.stringContaining('CLERK_SECRET_KEY') },
      });
    }
  });

  test('a session whose id can be in no path', async () => {
    const told = await backend().refreshSession({ ...REQUEST, sessionId: '..' });
    expect(told).toMatchObject({ ok: false, code: 'unexpected-bapi-error', unavailable: {} });
  });
});

test.each([
  [{ object: 'cookies' }],
  [{ object: 'cookies', cookies: null, directives: null }],
  [{ object: 'cookies', cookies: '__session=x', directives: '__session=x' }],
  [{ object: 'cookies', cookies: [5, null], directives: [{}, []] }],
])('an answer without a list of texts brings nothing, and fails nothing: %j', async (body) => {
  const nothing = { ok: true, directives: [] };
  expect(await both(answer(200, body))).toEqual([nothing, nothing]);
});

describe('against LocalClerk', () => {
  test('a session is refreshed, a wrong refresh token and an unknown nonce are refused', async () => {
    const clerk = await LocalClerk.start({ refreshTokens: true });
    const { secretKey, origin, instance } = clerk;
    const asking = backend({ secretKey, apiUrl: origin });
    const session = instance.signIn('ada');
    const expiredToken = instance.mintFor(session, { expiresInSeconds: -60 });
    const request = { ...REQUEST, sessionId: session.id, expiredToken };
    const { refreshToken } = session;
    expect(await asking.refreshSession({ ...request, refreshToken })).toEqual({
      ok: true,
      directives: [
        expect.stringMatching(/^__session=ey/),
        expect.stringMatching(`^__session_${instance.cookieSuffix}=ey`),
      ],
    });
    expect(await asking.refreshSession(request)).toMatchObject({ code: 'refresh_token_invalid' });
    expect(await asking.redeemNonce('unknown')).toMatchObject({ code: 'resource_not_found' });
    await clerk.stop();
    const answered = await asking.refreshSession({ ...request, refreshToken });
    expect(answered).toMatchObject({ ok: false, code: 'fetch-error', unavailable: {} });
  });
});
