import { expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { BackendApiClient, createBackendApiClient } from '../../src/client/index.js';
import { readKey } from '../../src/client/secret-key.js';
import { json, rejection, backendApiForTests } from './backend-api-server.js';
import type { BackendApiServer } from './backend-api-server.js';

const SECRET_KEY = 'sk_test_never_to_be_seen';

const api = await backendApiForTests();

/** Everything that a logger could find in a value, hidden members included. */
const everything = (value: unknown) =>
  inspect(value, { depth: Infinity, showHidden: true, getters: true });

test.each([undefined, '', '  '])(
  'without a secret key (%j) a client can be made, and each call names what is missing',
  async (secretKey) => {
    const client = createBackendApiClient({ secretKey, apiUrl: api.url });
    const errors = [
      await rejection(client.users.getUser('user_1')),
      await rejection(client.sessions.getToken('sess_1')),
    ];
    for (const error of errors) {
      expect(error).toMatchObject({ code: 'invalid_configuration', clerkError: true });
      expect(error).toHaveProperty('message', expect.stringContaining('`secretKey`'));
      expect(error).toHaveProperty('message', expect.stringContaining('CLERK_SECRET_KEY'));
    }
    expect(api.requests).toEqual([]);
  },
);

test('a key with a line break inside is refused when the client is made, without being quoted', async () => {
  const make = () => createBackendApiClient({ secretKey: `${SECRET_KEY}\nmore` });
  const error = await rejection((async () => make())());
  expect(error).toMatchObject({ code: 'invalid_configuration' });
  expect(error).toHaveProperty('message', expect.stringContaining('CLERK_SECRET_KEY'));
  expect(everything(error)).not.toContain(SECRET_KEY);
});

test('white space around a key (a file with a last line) does no harm', async () => {
  api.answer = (res) => json(res, 200, { object: 'token', jwt: 'a.b.c' });
  await createBackendApiClient({ secretKey: `${SECRET_KEY}\n`, apiUrl: api.url }).sessions.getToken(
    's',
  );
  expect(api.requests[0]?.headers.authorization).toBe(`Bearer ${SECRET_KEY}`);
});

test('a client holds its key where no logger finds it', () => {
  const client = createBackendApiClient({ secretKey: SECRET_KEY });
  expect(client).toBeInstanceOf(BackendApiClient);
  expect(everything(client)).toContain('getUser');
  expect(everything(client)).not.toContain(SECRET_KEY);
  expect(JSON.stringify(client)).not.toContain(SECRET_KEY);
});

const echo = `Bearer ${SECRET_KEY}`;
const items = { errors: [{ code: 'echo', message: echo, long_message: echo, meta: { k: echo } }] };

test.each([
  ['an error item', (res) => json(res, 401, items)],
  ['a page', (res) => res.writeHead(502).end(echo)],
  ['a body that is not JSON', (res) => res.writeHead(200).end(SECRET_KEY)],
  ['a redirect', (res) => res.writeHead(302, { Location: `http://x/${SECRET_KEY}` }).end()],
  ['a connection that is reset', (res) => res.socket?.resetAndDestroy()],
] satisfies [string, BackendApiServer['answer']][])(
  'a key that the other side echoes is not in the error: %s',
  async (_name, answer) => {
    api.answer = answer;
    const { users } = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });
    const error = await rejection(users.getUser('user_1'));
    expect(error).toMatchObject({ code: 'api_response_error' });
    expect(api.requests[0]?.headers.authorization).toBe(echo);
    // Not even a part of it, as when the JSON parser quotes where it stopped.
    expect(everything(error)).not.toContain('sk_t');
    expect(JSON.stringify(error)).not.toContain('sk_t');
  },
);

const fetch = () => Promise.reject(new Error(`could not send ${echo}`));

test('a key that a replaced fetch quotes is not in the message', async () => {
  const { users } = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url, fetch });
  const error = await rejection(users.getUser('user_1'));
  expect(error).toHaveProperty('message', expect.stringContaining('could not send Bearer ['));
  expect(error).toHaveProperty('message', expect.not.stringContaining(SECRET_KEY));
});

test.each([
  ['expired_token', 'a.b.c_never_seen'],
  ['refresh_token', 'rt_never_seen'],
  ['nonce', 'nonce_never_seen'],
])('a token that the other side echoes is not in the error: %s', async (name, token) => {
  api.answer = (res, { url, body }) =>
    json(res, 422, { errors: [{ code: 'echo', message: `[${url}${body}]` }] });
  const { sessions, clients } = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });
  const params = { expired_token: 'e', refresh_token: 'r', request_origin: 'o', [name]: token };
  const error = await rejection(
    name === 'nonce'
      ? clients.getHandshakePayload({ nonce: token })
      : sessions.refreshSession('sess_1', { ...params, format: 'cookie' }),
  );
  expect(JSON.stringify(api.requests)).toContain(token);
  expect(error).toHaveProperty('message', expect.stringContaining('[hidden]'));
  expect(everything(error)).not.toContain('never_seen');
});

test.each([undefined, null, '', ' \n'])('a key that is %j is none', (key) => {
  expect(readKey('secretKey', key)).toBeUndefined();
});

test.each([7, {}, ['sk_test_1']])('a key that is no string (%j) is refused', (key) => {
  expect(() => readKey('secretKey', key)).toThrow('CLERK_SECRET_KEY');
});

test('no request has the key in its URL', async () => {
  await rejection(
    createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url }).users.getUser('user_1'),
  );
  expect(api.requests).toHaveLength(1);
  expect(api.requests[0]?.url).not.toContain('sk_t');
});
