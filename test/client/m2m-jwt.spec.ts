import { createClerkClient as createVendorClient } from '@clerk/backend';
import { describe, expect, it, test } from '@jest/globals';
import { createClerkClient } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { inspect } from 'node:util';
import { createBackendApiClient, MachineTokenVerificationError } from '../../src/client/index.js';
import type { BackendApiClientOptions } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { fieldsOf } from './fields-of.js';
import { wireApiKey, wireM2MToken } from './wire-machine-tokens.js';

const api = await backendApiForTests();

describe('m2m.verify of a JWT', () => {
  const local = new LocalInstance();

  const stranger = new LocalInstance();

  const OAUTH_JWT = local.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' }).token;

  const SUBJECT = local.machines.worker.id;

  const MACHINE_CATEGORY = 'cl_B7d4PD333AAA';

  const now = Math.floor(Date.now() / 1000);

  function jwt(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): string {
    return local.mint({
      user: 'ada',
      header: { cat: MACHINE_CATEGORY, ...header },
      claims: { sub: SUBJECT, jti: 'mt_1', iat: now - 10, exp: now + 3600, ...claims },
    });
  }

  interface Keys {
    readonly secretKey?: string;
    readonly jwtKey?: string;
  }

  /** A secret key of its own for each: the vendor's client keeps fetched keys by it, for all clients. */
  let made = 0;

  const freshKey = (): Keys => ({ secretKey: `sk_test_m2m_${(made += 1)}` });

  const withPem: Keys = { jwtKey: local.jwtKey };

  /** What both clients make of a token: fields, or how it is refused; and whom they asked. */
  async function both(token: string, keys: Keys) {
    const options = { apiUrl: api.url, ...keys };
    const ours = createClerkClient(options);
    const theirs = createVendorClient({ ...options, telemetry: { disabled: true } });
    return [await verdictOf(ours, token), await verdictOf(theirs, token)] as const;
  }

  interface Verifier {
    readonly m2m: { verify(params: { token: string }): Promise<unknown> };
  }

  async function verdictOf({ m2m }: Verifier, token: string) {
    api.requests.length = 0;
    const outcome = await m2m.verify({ token }).then(fieldsOf, (error: unknown) => ({
      code: Reflect.get(Object(error), 'code'),
    }));
    return { outcome, asked: api.requests.map(({ method, url }) => `${method} ${url}`) };
  }

  it.each<[name: string, claims: Record<string, unknown>]>([
    ['nothing more than it needs', {}],
    ['scopes and claims of its maker', { scopes: 'mch_1 mch_2', tier: { a_b: 1 } }],
    ['an audience in the place of scopes', { aud: ['mch_1'] }],
    ['no id', { jti: undefined }],
  ])("reads the vendor's fields without asking about it: one with %s", async (_name, claims) => {
    const [ours, theirs] = await both(jwt(claims), withPem);
    expect(ours).toStrictEqual(theirs);
    expect(ours.outcome).toMatchObject({
      subject: SUBJECT,
      expired: false,
      createdAt: (now - 10) * 1000,
    });
    expect(ours.asked).toEqual([]);
  });

  it('fetches the instance’s keys once, and asks nothing else', async () => {
    api.answer = (res) => json(res, 200, local.jwks);
    const client = createClerkClient({ apiUrl: api.url, ...freshKey() });
    await client.m2m.verify({ token: jwt() });
    await client.m2m.verify({ token: jwt({ jti: 'mt_2' }) });
    expect(api.requests.map(({ url }) => url)).toEqual(['/v1/jwks']);
  });

  it('verifies by the keys that authentication has fetched already', async () => {
    api.answer = (res) => json(res, 200, local.jwks);
    const { publishableKey } = local;
    const client = createClerkClient({ apiUrl: api.url, publishableKey, ...freshKey() });
    const headers = { authorization: `Bearer ${jwt()}` };
    const request = new Request('http://localhost:3000/', { headers });
    await client.authenticateRequest(request, { acceptsToken: 'm2m_token' });
    await client.m2m.verify({ token: jwt() });
    expect(api.requests.map(({ url }) => url)).toEqual(['/v1/jwks']);
  });

  it.each<[name: string, token: string, code: string]>([
    ['it is expired', jwt({ exp: now - 60 }), 'token-verification-failed'],
    ['it is not to be used yet', jwt({ nbf: now + 60 }), 'token-verification-failed'],
    ['it never expires', jwt({ exp: undefined }), 'token-verification-failed'],
    ['it is of a session', jwt({}, { cat: 'cl_B7d4PD111AAA' }), 'token-invalid'],
    ['it is of a JWT template', jwt({}, { cat: 'cl_B7d4PD222AAA' }), 'token-invalid'],
    [
      'its signature is of another token',
      swapped(jwt(), jwt({ a: 1 })),
      'token-verification-failed',
    ],
    [
      'it is of another instance',
      stranger.mint({ user: 'ada', claims: { sub: SUBJECT }, header: { cat: MACHINE_CATEGORY } }),
      'token-verification-failed',
    ],
  ])("is refused with the vendor's code when %s", async (_name, token, code) => {
    const [ours, theirs] = await both(token, withPem);
    expect(ours).toEqual(theirs);
    expect(ours).toEqual({ outcome: { code }, asked: [] });
  });

  it.each<[name: string, keys: () => Keys]>([
    ['there is no key to fetch it with', () => ({})],
    ['it can not be fetched', freshKey],
  ])(
    'is refused when there is no key to verify it with: %s',
    async (_name, keys) => {
      api.answer = (res) => json(res, 401, { errors: [{ code: 'some_code', message: 'm' }] });
      const [ours, theirs] = await both(jwt(), keys());
      expect(ours.outcome).toEqual({ code: 'token-verification-failed' });
      expect(ours.outcome).toEqual(theirs.outcome);
    },
    20_000,
  );

  it('no refusal shows the token', async () => {
    const token = jwt({ exp: now - 60 });
    const client = createClerkClient({ apiUrl: api.url, ...withPem });
    const error = await rejection(client.m2m.verify({ token }));
    expect(error).toBeInstanceOf(MachineTokenVerificationError);
    const shown = inspect(error, { depth: Infinity, showHidden: true, maxStringLength: Infinity });
    for (const part of token.split('.')) expect(shown).not.toContain(part);
  });

  it.each<[name: string, token: string]>([
    ['an opaque token', 'mt_1'],
    ['the JWT of a session', local.mintSessionToken('ada')],
    ['the JWT of an OAuth application', OAUTH_JWT],
    ['an opaque token that is put together like a JWT', 'mt_a.b.c'],
    ['nothing', ''],
  ])('asks the API about what is none: %s', async (_name, token) => {
    api.answer = (res) => json(res, 200, wireM2MToken);
    const [ours, theirs] = await both(token, freshKey());
    expect(ours).toStrictEqual(theirs);
    expect(ours.asked).toEqual(['POST /m2m_tokens/verify']);
  });

  it('asks the API about a JWT, too, where nothing was given that verifies one', async () => {
    api.answer = (res) => json(res, 200, wireM2MToken);
    const client = createBackendApiClient({ apiUrl: api.url, ...freshKey() });
    await client.m2m.verify({ token: jwt() });
    expect(api.requests.map(({ url }) => url)).toEqual(['/m2m_tokens/verify']);
  });

  /** The first token with the signature of the second. */
  function swapped(token: string, other: string): string {
    return [...token.split('.').slice(0, 2), other.split('.')[2]].join('.');
  }
});

describe('the secret key of a machine', () => {
  const instance = { secretKey: 'sk_test_instance' };
  const machine = { machineSecretKey: 'ak_machine' };

  function clients(keys: BackendApiClientOptions) {
    const options = { ...keys, apiUrl: api.url };
    const theirs = createVendorClient({ ...options, telemetry: { disabled: true } });
    return { ours: createBackendApiClient(options), theirs };
  }

  describe('m2m.verify', () => {
    test.each<[BackendApiClientOptions, string | undefined, string]>([
      [{ ...instance, ...machine }, 'ak_call', 'ak_call'],
      [instance, 'ak_call', 'ak_call'],
      [{}, 'ak_call', 'ak_call'],
      [{ ...instance, ...machine }, undefined, 'ak_machine'],
      [{ ...instance, ...machine }, '', 'ak_machine'],
      [machine, undefined, 'ak_machine'],
      [instance, undefined, 'sk_test_instance'],
      [instance, '', 'sk_test_instance'],
      [{ ...instance, machineSecretKey: '' }, undefined, 'sk_test_instance'],
    ])(
      "of a client with %j, called with the machine secret key %p, goes with %s as the vendor's",
      async (keys, machineSecretKey, expected) => {
        api.answer = (res) => json(res, 200, wireM2MToken);
        const { ours, theirs } = clients(keys);
        await ours.m2m.verify({ token: 'mt_1', machineSecretKey });
        await theirs.m2m.verify({ token: 'mt_1', machineSecretKey });
        const seen = api.requests.map(({ headers, body }) => [headers.authorization, body]);
        const wanted = [`Bearer ${expected}`, '{"token":"mt_1"}'];
        expect(seen).toEqual([wanted, wanted]);
      },
    );

    test.each([{}, { secretKey: ' ', machineSecretKey: '' }])(
      'of a client with the keys %j names what is missing, and asks nothing',
      async (keys) => {
        const error = await rejection(clients(keys).ours.m2m.verify({ token: 'mt_1' }));
        expect(error).toMatchObject({ code: 'invalid_configuration', clerkError: true });
        for (const name of ['machineSecretKey', 'CLERK_MACHINE_SECRET_KEY', 'CLERK_SECRET_KEY']) {
          expect(error).toHaveProperty('message', expect.stringContaining(name));
        }
        expect(api.requests).toEqual([]);
      },
    );

    test('leaves the parameter object as it was', async () => {
      api.answer = (res) => json(res, 200, wireM2MToken);
      const params = Object.freeze({ token: 'mt_1', machineSecretKey: 'ak_call' });
      await clients({}).ours.m2m.verify(params);
      expect(params).toEqual({ token: 'mt_1', machineSecretKey: 'ak_call' });
    });
  });

  test("a machine's key never stands in for the instance's in other operations", async () => {
    api.answer = (res) => json(res, 200, wireApiKey);
    const { ours } = clients({ ...instance, ...machine });
    await ours.apiKeys.verify('ak_1');
    await ours.idPOAuthAccessToken.verify('oat_1');
    await ours.users.getUser('user_1');
    const seen = api.requests.map(({ headers }) => headers.authorization);
    expect(seen).toEqual(Array(3).fill('Bearer sk_test_instance'));

    api.requests.length = 0;
    const { ours: withoutSecretKey } = clients(machine);
    const errors = [
      await rejection(withoutSecretKey.apiKeys.verify('ak_1')),
      await rejection(withoutSecretKey.idPOAuthAccessToken.verify('oat_1')),
      await rejection(withoutSecretKey.users.getUser('user_1')),
    ];
    for (const error of errors) {
      expect(error).toMatchObject({ code: 'invalid_configuration' });
      expect(error).toHaveProperty('message', expect.stringContaining('CLERK_SECRET_KEY'));
    }
    expect(api.requests).toEqual([]);
  });

  test('white space around a machine secret key does no harm', async () => {
    api.answer = (res) => json(res, 200, wireM2MToken);
    const { ours } = clients({ machineSecretKey: ' ak_machine\n' });
    await ours.m2m.verify({ token: 'mt_1' });
    await ours.m2m.verify({ token: 'mt_1', machineSecretKey: 'ak_call\n' });
    const seen = api.requests.map(({ headers }) => headers.authorization);
    expect(seen).toEqual(['Bearer ak_machine', 'Bearer ak_call']);
  });
});
