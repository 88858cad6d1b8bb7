import { createClerkClient as createVendorClient } from '@clerk/backend';
import { expect, test } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { SessionApi } from '../../src/client/index.js';
import { fieldsOf } from './fields-of.js';
import { json, rejection, backendApiForTests } from './backend-api-server.js';

const api = await backendApiForTests();

function clients() {
  const options = { secretKey: 'sk_test_sessions', apiUrl: api.url };
  const vendor = createVendorClient({ ...options, telemetry: { disabled: true } });
  return { ours: createBackendApiClient(options), theirs: vendor };
}

test.each<[Parameters<SessionApi['getToken']>, string, string]>([
  [['sess_1'], '/v1/sessions/sess_1/tokens', ''],
  [['sess_1', 'hasura'], '/v1/sessions/sess_1/tokens/hasura', ''],
  [['sess_1', 'hasura', 60], '/v1/sessions/sess_1/tokens/hasura', '{"expires_in_seconds":60}'],
  [['sess_1', undefined, 60], '/v1/sessions/sess_1/tokens', '{"expires_in_seconds":60}'],
  [['sess_1', '', 0], '/v1/sessions/sess_1/tokens', '{"expires_in_seconds":0}'],
])("getToken(%j) asks and answers as the vendor's", async (args, url, body) => {
  api.answer = (res) => json(res, 200, { object: 'token', jwt: 'a.b.c' });
  const { ours, theirs } = clients();
  await expect(ours.sessions.getToken(...args)).resolves.toStrictEqual({ jwt: 'a.b.c' });
  const expected = await theirs.sessions.getToken(...args);
  expect(fieldsOf(expected)).toEqual({ jwt: 'a.b.c' });
  const [first, second] = api.requests;
  expect(first).toMatchObject({ method: 'POST', url, body });
  expect(second).toMatchObject({ method: 'POST', url, body });
});

test.each<[Parameters<SessionApi['getToken']>, string]>([
  [[''], 'sessionId'],
  [['..', 'hasura'], 'sessionId'],
  [['sess_1', '..'], 'template'],
])('getToken(%j) is refused before any request, naming %s', async (args, parameter) => {
  const error = await rejection(clients().ours.sessions.getToken(...args));
  expect(error).toMatchObject({ code: 'invalid_id', parameter });
  expect(api.requests).toEqual([]);
});

const wireSession = {
  object: 'session',
  id: 'sess_1',
  client_id: 'client_1',
  user_id: 'user_1',
  status: 'active',
  last_active_at: 1,
  expire_at: 2,
  abandon_at: 3,
  created_at: 4,
  updated_at: 5,
  tasks: null,
};
const activity = { object: 'session_activity', id: 'sa_1', is_mobile: true, city: 'London' };
const complete = {
  ...wireSession,
  actor: { sub: 'user_2', act_as: 1 },
  last_active_organization_id: null,
  latest_activity: activity,
};

test.each([
  ['a bare one', wireSession],
  ['an impersonated one with activity', complete],
])("getSession reads the vendor's fields and no others: %s", async (_name, wire) => {
  api.answer = (res) => json(res, 200, wire);
  const { ours, theirs } = clients();
  const [session, expected] = await Promise.all([
    ours.sessions.getSession('sess_1'),
    theirs.sessions.getSession('sess_1'),
  ]);
  expect(session).toStrictEqual(fieldsOf(expected));
  expect(api.requests.map(({ url }) => url)).toEqual(Array(2).fill('/v1/sessions/sess_1'));
});

test.each([true, false])(
  "refreshSession asks as the vendor's, with suffixed_cookies %p in the query",
  async (suffixed) => {
    api.answer = (res) =>
      json(res, 200, { object: 'cookies', cookies: ['__session=a.b.c; Path=/'] });
    const { ours, theirs } = clients();
    const params = {
      expired_token: 'a.b.c',
      refresh_token: 'rt_1',
      request_origin: 'https://app.example',
      request_headers: { 'x-forwarded-for': ['203.0.113.7'] },
      suffixed_cookies: suffixed,
      format: 'cookie' as const,
    };
    await expect(ours.sessions.refreshSession('sess_1', params)).resolves.toStrictEqual({
      cookies: ['__session=a.b.c; Path=/'],
    });
    await theirs.sessions.refreshSession('sess_1', {
      ...params,
      request_headers: { 'x-forwarded-for': ['203.0.113.7'] },
    });
    const [first, second] = api.requests;
    // The vendor drops a parameter that is false; the service takes its absence for that.
    const query = `?suffixed_cookies=${suffixed}`;
    expect(first?.url).toBe(`/v1/sessions/sess_1/refresh${query}`);
    expect(second?.url).toBe(`/v1/sessions/sess_1/refresh${suffixed ? query : ''}`);
    expect(JSON.parse(first?.body ?? '')).toEqual(JSON.parse(second?.body ?? ''));
  },
);

test("getHandshakePayload asks and answers as the vendor's", async () => {
  const payload = { directives: ['__client_uat=0; Path=/', '__session=; Path=/'] };
  api.answer = (res) => json(res, 200, payload);
  const { ours, theirs } = clients();
  const params = { nonce: 'a nonce' };
  await expect(ours.clients.getHandshakePayload(params)).resolves.toStrictEqual(payload);
  await expect(theirs.clients.getHandshakePayload(params)).resolves.toEqual(payload);
  const [first, second] = api.requests;
  expect(first).toMatchObject({ method: 'GET', url: second?.url });
  expect(first?.url).toBe('/v1/clients/handshake_payload?nonce=a+nonce');
});
