import { createClerkClient as createVendorClient } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/shared/error';
import { describe, expect, test } from '@jest/globals';
import { ClerkApiError, createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClientOptions } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import type { BackendApiServer, SeenRequest } from './backend-api-server.js';
import { fieldsOf } from './fields-of.js';
import { machineTokenOperations } from './machine-token-operations.js';
import { inspect } from 'node:util';

const api = await backendApiForTests();

describe('machine tokens', () => {
  const SECRET_KEY = 'sk_test_machine_tokens';

  function clients() {
    const options = { secretKey: SECRET_KEY, apiUrl: api.url };
    const theirs = createVendorClient({ ...options, telemetry: { disabled: true } });
    return { ours: createBackendApiClient(options), theirs };
  }

  describe.each(machineTokenOperations)('$name', ({ path, token, field, wire, verify }) => {
    test.each([token, ''])("asks as the vendor's, for the token '%s'", async (asked) => {
      api.answer = (res) => json(res, 200, wire);
      const { ours, theirs } = clients();
      await verify(ours, asked);
      await verify(theirs, asked);
      const seen = api.requests.map(({ method, url, headers, body }) => ({
        method,
        url,
        body,
        authorization: headers.authorization,
        type: headers['content-type'],
        version: headers['clerk-api-version'],
      }));
      expect(seen).toHaveLength(2);
      expect(seen[0]).toEqual(seen[1]);
      expect(seen[0]).toMatchObject({ method: 'POST', url: path });
      expect(seen[0]).toMatchObject({ authorization: `Bearer ${SECRET_KEY}` });
      expect(seen[0]?.body).toBe(JSON.stringify({ [field]: asked }));
    });

    const ended = { revoked: true, revocation_reason: 'Lost', expired: true, expiration: 1 };

    test.each([
      ['something of everything', wire],
      ['no more than an id', { object: wire['object'], id: '1' }],
      ['an end', { ...wire, ...ended, claims: null, aud: undefined }],
      ['an unknown field', { ...wire, brand_new: { a_b: 1 } }],
      ['its own text', { ...wire, secret: 'ak_new', token: 'mt_new' }],
    ])("reads the vendor's fields and no others: one with %s", async (_name, answer) => {
      api.answer = (res) => json(res, 200, answer);
      const { ours, theirs } = clients();
      const [read, expected] = [await verify(ours, token), await verify(theirs, token)];
      // Strict: a field that is there with the value undefined is not the same as none.
      expect(read).toStrictEqual(fieldsOf(expected));
      expect(Object.keys(Object(read))).toEqual(Object.keys(Object(expected)));
    });

    test('leaves claims as they were saved', async () => {
      api.answer = (res) => json(res, 200, wire);
      const read = await verify(clients().ours, token);
      expect(Object(read)['claims']).toEqual(wire['claims']);
    });

    const item = { code: 'some_code', message: 'm', long_message: 'l', meta: { param_name: 'x' } };

    test.each([
      [400, { errors: [item] }],
      [401, { errors: [item], clerk_trace_id: 'trace_1' }],
      [404, { errors: [item, { code: 'other', message: 'n' }] }],
      [422, { errors: [] }],
    ])("rejects with the vendor's values when the answer is %i", async (status, body) => {
      api.answer = (res) => json(res, status, body, { 'cf-ray': 'ray_1' });
      const { ours, theirs } = clients();
      const error = await rejection(verify(ours, token));
      const expected = await rejection(verify(theirs, token));
      if (!(error instanceof ClerkApiError) || !isClerkAPIResponseError(expected)) throw error;
      expect(error).toMatchObject({ status, method: 'POST', path });
      expect(error.status).toBe(expected.status);
      expect(error.clerkTraceId).toBe(expected.clerkTraceId);
      expect(error.errors).toEqual(expected.errors.map(fieldsOf));
    });

    test('rejects when no answer comes', async () => {
      api.answer = (res) => res.socket?.resetAndDestroy();
      const error = await rejection(verify(clients().ours, token));
      expect(error).toMatchObject({ path, errors: [{ code: 'connection_reset' }] });
    });
  });
});

describe('the secrets of machine tokens', () => {
  const SECRET_KEY = 'sk_test_never_to_be_seen';
  const MACHINE_SECRET_KEY = 'ak_machine_never_to_be_seen';

  /** A part of any of them, also where the name of a member was turned into camel case. */
  const PART = /never_?to|_seen/i;

  const WHOLE = {
    depth: Infinity,
    showHidden: true,
    maxStringLength: Infinity,
    maxArrayLength: Infinity,
  };

  /** Everything that a logger, a reporter or a debugger could show of an error. */
  function everything(error: unknown): string {
    const stack = error instanceof Error ? error.stack : '';
    const shown = inspect(error, WHOLE);
    return [String(error), stack, JSON.stringify(error), shown].join('\n');
  }

  const echoOf = ({ headers, body }: SeenRequest) => `${headers.authorization} ${body}`;

  /** The body as it came, in each place of an error answer. */
  function echoing(req: SeenRequest) {
    const echo = echoOf(req);
    const tokens: unknown[] = Object.values(JSON.parse(req.body));
    const values = [echo, { deep: [echo, ...tokens] }];
    const meta = { [echo]: 1, [String(tokens[0])]: 2, values };
    return {
      errors: [{ code: echo, message: `${echo} ${echo}`, long_message: tokens[0], meta }],
      clerk_trace_id: echo,
    };
  }

  /** Every character as an escape sequence, which a search of the text would not find. */
  function escaped(text: string): string {
    const units = text.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
    return `"${units.map((unit) => `\\u${unit}`).join('')}"`;
  }

  const answers: [string, BackendApiServer['answer']][] = [
    ['an error item', (res, req) => json(res, 401, echoing(req))],
    [
      'an error item with escape sequences',
      (res, req) => res.writeHead(422).end(`{"errors":[{"message":${escaped(echoOf(req))}}]}`),
    ],
    ['a page', (res, req) => res.writeHead(502).end(echoOf(req))],
    ['a body that is not JSON', (res, req) => res.writeHead(200).end(echoOf(req))],
    ['a body that begins with the token', (res, req) => res.writeHead(200).end(req.body.slice(10))],
    ['JSON that is no resource', (res, req) => json(res, 200, echoOf(req))],
    [
      'a trace id',
      (res, req) => json(res, 404, {}, { 'cf-ray': `${req.headers.authorization} ${req.body}` }),
    ],
    [
      'a redirect',
      (res, req) => res.writeHead(302, { Location: `http://x/${encodeURI(echoOf(req))}` }).end(),
    ],
    ['a connection that is reset', (res) => res.socket?.resetAndDestroy()],
  ];

  const keys: BackendApiClientOptions = {
    secretKey: SECRET_KEY,
    machineSecretKey: MACHINE_SECRET_KEY,
  };

  describe.each(machineTokenOperations)('$name', ({ token, verify }) => {
    test.each(answers)(
      'neither key nor token that the other side echoes is in the error: %s',
      async (_name, answer) => {
        api.answer = answer;
        const error = await rejection(
          verify(createBackendApiClient({ ...keys, apiUrl: api.url }), token),
        );
        expect(error).toMatchObject({ code: 'api_response_error' });
        expect(api.requests[0]?.body).toContain(token);
        expect(everything(error)).not.toMatch(PART);
      },
    );

    test.each<[string, (init: RequestInit | undefined) => unknown]>([
      ['in its message', (init) => new Error(`could not send ${JSON.stringify(init)}`)],
      ['in a member', (init) => Object.assign(new Error('failed'), { request: { init } })],
      [
        'in headers that hide in an object',
        (init) => Object.assign(new Error('failed'), { headers: new Headers(init?.headers) }),
      ],
      ['far down', (init) => ({ a: { b: { c: { d: { e: { f: init } } } } } })],
      [
        'in a member that loops pass over',
        (init) => Object.defineProperty(new Error('failed'), 'init', { value: init }),
      ],
      ['far along in a text', (init) => ({ text: 'x'.repeat(20_000) + JSON.stringify(init) })],
      ['far along in a list', (init) => ({ list: [...Array(200).keys(), init] })],
      [
        'in its cause',
        (init) => new Error('failed', { cause: new Error(JSON.stringify(init?.body)) }),
      ],
      ['as what it throws', (init) => `no way: ${JSON.stringify(init)}`],
      [
        'where looking fails',
        (init) =>
          Object.defineProperty(new Error('failed', { cause: init }), inspect.custom, {
            value: () => {
              throw new Error('not to be looked at');
            },
          }),
      ],
    ])(
      'neither key nor token that a replaced fetch quotes is in the error: %s',
      async (_name, quote) => {
        const fetch: typeof globalThis.fetch = (_input, init) => Promise.reject(quote(init));
        const error = await rejection(verify(createBackendApiClient({ ...keys, fetch }), token));
        expect(error).toMatchObject({ errors: [{ code: 'connection_failed' }] });
        expect(everything(error)).not.toMatch(PART);
      },
    );

    test('neither key nor token is in the error of a body that breaks off', async () => {
      const body = new ReadableStream({
        pull(controller) {
          controller.error(new Error(`${SECRET_KEY} ${MACHINE_SECRET_KEY} ${token}`));
        },
      });
      const fetch = () => Promise.resolve(new Response(body));
      const error = await rejection(
        verify(createBackendApiClient({ secretKey: SECRET_KEY, fetch }), token),
      );
      expect(error).toMatchObject({ errors: [{ code: 'truncated_body' }] });
      expect(everything(error)).not.toMatch(PART);
    });

    test('a token with quotes and line breaks is hidden too', async () => {
      api.answer = (res, req) => json(res, 422, echoing(req));
      const odd = `${token}"\\\n\u2028ü`;
      const error = await rejection(
        verify(createBackendApiClient({ ...keys, apiUrl: api.url }), odd),
      );
      expect(error).toMatchObject({ errors: [{ longMessage: '[hidden]' }] });
    });

    test.each(['', 'e', 'o_t'])(
      'a token that is hardly one (%j) spoils no answer',
      async (short) => {
        api.answer = (res) =>
          json(res, 422, { errors: [{ code: 'no_token', message: 'No token.' }] });
        const error = await rejection(
          verify(createBackendApiClient({ ...keys, apiUrl: api.url }), short),
        );
        expect(error).toMatchObject({ errors: [{ code: 'no_token', message: 'No token.' }] });
      },
    );
  });

  test("a machine secret key of one call is hidden as the client's own is", async () => {
    api.answer = (res, req) => json(res, 401, echoing(req));
    const { m2m } = createBackendApiClient({ ...keys, apiUrl: api.url });
    const machineSecretKey = 'ak_call_never_to_be_seen';
    const error = await rejection(m2m.verify({ token: 'mt_1', machineSecretKey }));
    expect(api.requests[0]?.headers.authorization).toBe(`Bearer ${machineSecretKey}`);
    expect(everything(error)).not.toMatch(PART);
  });

  test('a secret that is part of another leaves nothing of it behind', async () => {
    api.answer = (res, req) => json(res, 401, echoing(req));
    const { apiKeys } = createBackendApiClient({ secretKey: 'sk_test_a', apiUrl: api.url });
    const error = await rejection(apiKeys.verify('sk_test_a_never_to_be_seen'));
    expect(everything(error)).not.toMatch(PART);
  });

  test.each(['machine\nkey', 'ключ', '\u0000'])(
    'a machine secret key that no header can carry is refused without being quoted (%j)',
    async (part) => {
      const machineSecretKey = `ak_never_to_be_seen_${part}.`;
      const make = () => createBackendApiClient({ machineSecretKey, apiUrl: api.url });
      const errors = [
        await rejection((async () => make())()),
        await rejection(
          createBackendApiClient({ ...keys, apiUrl: api.url }).m2m.verify({
            token: 'mt_1',
            machineSecretKey,
          }),
        ),
      ];
      for (const error of errors) {
        expect(error).toMatchObject({ code: 'invalid_configuration' });
        expect(error).toHaveProperty(
          'message',
          expect.stringContaining('CLERK_MACHINE_SECRET_KEY'),
        );
        expect(everything(error)).not.toMatch(PART);
      }
      expect(api.requests).toEqual([]);
    },
  );

  test('a client holds its machine secret key where no logger finds it', () => {
    const client = createBackendApiClient(keys);
    expect(everything(client.m2m)).toContain('verify');
    expect(everything(client)).not.toMatch(PART);
  });
});
