import { describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { BackendApiClient, createBackendApiClient } from '../../src/client/index.js';
import { readKey } from '../../src/client/secret-key.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import type { BackendApiServer } from './backend-api-server.js';

const api = await backendApiForTests();

describe('the secret key', () => {
  const SECRET_KEY = 'sk_test_never_to_be_seen';

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
    await createBackendApiClient({
      secretKey: `${SECRET_KEY}\n`,
      apiUrl: api.url,
    }).sessions.getToken('s');
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
  const items = {
    errors: [{ code: 'echo', message: echo, long_message: echo, meta: { k: echo } }],
  };

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
    const { sessions, clients } = createBackendApiClient({
      secretKey: SECRET_KEY,
      apiUrl: api.url,
    });
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
});

describe('secrets in answers', () => {
  const SECRET = 'ak_never_to_be_seen';

  /** A part of it: what a parser quotes may be cut off. */
  const PART = /never|to_be|seen/;

  const operations: readonly (readonly [string, (clerk: BackendApiClient) => Promise<unknown>])[] =
    [
      ['apiKeys.getSecret', ({ apiKeys }) => apiKeys.getSecret('ak_1')],
      ['apiKeys.create', ({ apiKeys }) => apiKeys.create({ name: 'n', subject: 'user_1' })],
      ['m2m.createToken', ({ m2m }) => m2m.createToken()],
      ['machines.getSecretKey', ({ machines }) => machines.getSecretKey('mch_1')],
      [
        'oauthApplications.rotateSecret',
        ({ oauthApplications }) => oauthApplications.rotateSecret('oa_1'),
      ],
      ['directories.rotateApiKey', ({ directories }) => directories.rotateApiKey('dir_1')],
      [
        'adminPortalLinkTokens.create',
        ({ adminPortalLinkTokens }) => adminPortalLinkTokens.create(),
      ],
    ];

  const bodies: readonly (readonly [string, string])[] = [
    ['no quotes', `{"secret":${SECRET}}`],
    ['a quote too few', `{"secret":"${SECRET}}`],
    ['nothing around it', SECRET],
    ['only quotes around it', JSON.stringify(SECRET)],
    ['something behind it', `{"secret":"${SECRET}"} ${SECRET}`],
  ];

  const cases = operations.flatMap(([name, call]) =>
    bodies.map(([body, text]) => ({ name, call, body, text })),
  );

  test.each(cases)(
    'the secret in a broken answer is neither in the error nor in a hook: $name, $body',
    async ({ call, text }) => {
      api.answer = (res) => {
        res.writeHead(200, { 'Content-Type': 'application/json' });
        res.end(text);
      };
      const events: unknown[] = [];
      const watch = (event: unknown): void => void events.push(event);
      const clerk = createBackendApiClient({
        secretKey: 'sk_test_1',
        apiUrl: api.url,
        onRequest: watch,
        onResponse: watch,
        onFailure: watch,
      });
      const error = await rejection(call(clerk));
      expect(error).toMatchObject({ code: 'api_response_error', status: 200 });
      expect(events).toHaveLength(2);
      const everything = { depth: Infinity, showHidden: true, maxStringLength: Infinity };
      const stack = error instanceof Error ? error.stack : '';
      const shown = [
        String(error),
        stack,
        JSON.stringify(error),
        inspect([error, events], everything),
      ];
      expect(shown.join('\n')).not.toMatch(PART);
    },
  );
});

describe('secrets that are echoed', () => {
  const SECRET_KEY = 'sk_test_echoed_secrets';
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
      const headers = {
        'CF-Access-Client-Secret': 'cloudflare-1',
        'User-Agent': 'my-application/1',
      };
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
      [
        "the parameter's name, typed as a password",
        'password',
        createUser({ password: 'password' }),
      ],
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
      const error = await rejection(
        client.users.getUserList({ emailAddress: ['ada@example.com'] }),
      );
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
});
