import { describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { type BackendApiClient, createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const SECRET_KEY = 'sk_test_echoed_secrets';
const api = await backendApiForTests();
const clerk = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });

const shownOf = (error: unknown) =>
  [String(error), JSON.stringify(error), inspect(error, { depth: Infinity })].join('\n');

/** What is shown of a call whose answer says a text in every place. */
async function echoed(
  text: string,
  call: (clerk: BackendApiClient) => Promise<unknown>,
  client = clerk,
): Promise<string> {
  const item = { code: 'no', message: text, long_message: text, meta: { echo: [text] } };
  api.answer = (res) => json(res, 422, { errors: [item], clerk_trace_id: text });
  return shownOf(await rejection(call(client)));
}

type Case = [string, string, string, (clerk: BackendApiClient) => Promise<unknown>];

const refresh = (headers: Record<string, string[]>) => (client: BackendApiClient) =>
  client.sessions.refreshSession('sess_1', {
    expired_token: 'expired.token.1',
    refresh_token: 'refresh_token_1',
    request_origin: 'https://app.example',
    request_headers: headers,
    format: 'token',
  });

const createUser = (params: object) => (client: BackendApiClient) =>
  client.users.createUser(params);

describe('an error shows nothing that the other side echoed of', () => {
  test.each([
    ['a code', '424242', 'code "424242" is wrong', verifyTotp('424242')],
    ['a code in a URL', '424242', 'code%3D424242&x', verifyTotp('424242')],
    ['a short password', 'hunter2', 'password=hunter2', createUser({ password: 'hunter2' })],
    ['a short secret', 'JBSWY3', 'totp:JBSWY3.', createUser({ totpSecret: 'JBSWY3' })],
    ['backup codes', 'zebra', 'zebra, other', createUser({ backupCodes: ['zebra', 'other'] })],
    [
      'a password in a form',
      'horse+battery',
      `password=${new URLSearchParams([['', 'a horse+battery']]).toString().slice(1)}`,
      createUser({ password: 'a horse+battery' }),
    ],
    [
      'a password in a URL',
      'b%2fc',
      'password=abcdefg%2fb%2fc',
      createUser({ password: 'abcdefg/b/c' }),
    ],
    [
      'a password in JSON',
      'ghi',
      String.raw`{"password":"abc\"def\\ghi"}`,
      createUser({ password: 'abc"def\\ghi' }),
    ],
    [
      "a cookie of a visitor's",
      'eyJ0oken.of.a.visitor',
      'got __session=eyJ0oken.of.a.visitor here',
      refresh({ Cookie: ['a=1; __session=eyJ0oken.of.a.visitor'] }),
    ],
    [
      'the authorization of a visitor',
      'eyJ0oken.of.a.visitor',
      'got eyJ0oken.of.a.visitor',
      refresh({ authorization: ['Bearer eyJ0oken.of.a.visitor'] }),
    ],
    [
      'a header of the call',
      'gateway-key-1',
      'x-gateway: gateway-key-1',
      async (client) =>
        client.with({ headers: { 'X-Gateway': 'gateway-key-1' } }).users.getUser('user_1'),
    ],
  ] satisfies Case[])('%s (%s in %j)', async (_name, secret, text, call) => {
    const shown = await echoed(text, call);
    expect(shown).toContain('[hidden]');
    expect(shown).not.toContain(secret);
  });

  test('a header of the client', async () => {
    const headers = { 'CF-Access-Client-Secret': 'cloudflare-1', 'User-Agent': 'my-application/1' };
    const client = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url, headers });
    const text = 'cloudflare-1 of my-application/1';
    const shown = await echoed(text, ({ users }) => users.getUser('user_1'), client);
    expect(shown).not.toContain('cloudflare-1');
    expect(shown).toContain('of my-application/1');
  });
});

describe('what is no secret stays, although it looks like one:', () => {
  test.each([
    ['the digits of a code in an id', 'user_4242421', verifyTotp('424242')],
    ['a word that somebody typed as a code', 'not the user', verifyTotp('the')],
    ["the parameter's name, typed as a password", 'password', createUser({ password: 'password' })],
  ])('%s', async (_name, text, call) => {
    const shown = await echoed(text, call);
    expect(shown).toContain(text);
    expect(shown).not.toContain('[hidden]');
  });
});

describe('a fetch that quotes the URL shows nothing of the query:', () => {
  test.each([
    ['whole', (url: URL) => url.href],
    ['decoded', (url: URL) => `for ${url.searchParams.get('email_address')}`],
  ])('%s', async (_name, quote) => {
    const fetch: typeof globalThis.fetch = async (input) => {
      throw new Error(`request failed: ${quote(new URL(new Request(input).url))}`);
    };
    const client = createBackendApiClient({ secretKey: SECRET_KEY, fetch });
    const error = await rejection(client.users.getUserList({ emailAddress: ['ada@example.com'] }));
    expect(error).toHaveProperty('failure', 'connection_failed');
    expect(error).not.toHaveProperty('cause');
    expect(shownOf(error)).toContain('[hidden]');
    expect(shownOf(error)).not.toMatch(/ada(@|%40)example/);
  });

  test('one that speaks of a page keeps its cause', async () => {
    const fetch: typeof globalThis.fetch = async () => {
      throw new Error('failed: limit=2000');
    };
    const client = createBackendApiClient({ secretKey: SECRET_KEY, fetch });
    const error = await rejection(client.users.getUserList({ limit: 2000 }));
    expect(error).toMatchObject({ cause: { message: 'failed: limit=2000' } });
  });
});

describe('a key that was taken for an id is shown by no error', () => {
  test('of an answer', async () => {
    const error = await rejection(clerk.users.getUser(SECRET_KEY));
    expect(error).toHaveProperty('path', '/v1/users/[hidden]');
    expect(shownOf(error)).not.toContain(SECRET_KEY);
  });

  test('without an answer', async () => {
    const signal = AbortSignal.abort();
    const error = await rejection(clerk.with({ signal }).users.getUser(SECRET_KEY));
    expect(error).toHaveProperty('path', '/v1/users/[hidden]');
    expect(shownOf(error)).not.toContain(SECRET_KEY);
  });
});

function verifyTotp(code: string) {
  return async ({ users }: BackendApiClient) => users.verifyTOTP({ userId: 'user_1', code });
}
