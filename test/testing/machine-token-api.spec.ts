import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { ACCESS_TOKENS, API_KEYS, M2M_TOKENS, NOT_FOUND, verify } from './machine-token-api.js';
import { rawRequest } from './raw-request.js';
import {
  REQUIRED_API_KEY,
  REQUIRED_M2M_TOKEN,
  REQUIRED_OAUTH_ACCESS_TOKEN,
} from './required-properties.js';

describe('the API of machine tokens', () => {
  let now = Date.now();
  let clerk: LocalClerk;
  beforeAll(async () => {
    clerk = await LocalClerk.start({ instance: new LocalInstance({ now: () => now }) });
  });
  afterAll(() => clerk.stop());

  /** The three kinds of opaque token: how to make, show and revoke one. */
  const KINDS = [
    {
      kind: 'an API key',
      path: API_KEYS,
      parameter: 'secret',
      required: REQUIRED_API_KEY,
      create: (secondsUntilExpiration?: number) =>
        clerk.createApiKey({ subject: 'ada', secondsUntilExpiration }),
      revoke: (id: string) => clerk.revokeApiKey(id),
    },
    {
      kind: 'an M2M token',
      path: M2M_TOKENS,
      parameter: 'token',
      required: REQUIRED_M2M_TOKEN,
      create: (secondsUntilExpiration?: number) =>
        clerk.createM2mToken({ subject: 'worker', secondsUntilExpiration }),
      revoke: (id: string) => clerk.revokeM2mToken(id),
    },
    {
      kind: 'an OAuth access token',
      path: ACCESS_TOKENS,
      parameter: 'access_token',
      required: REQUIRED_OAUTH_ACCESS_TOKEN,
      create: (secondsUntilExpiration?: number) =>
        clerk.createOAuthAccessToken({ subject: 'ada', secondsUntilExpiration }),
      revoke: (id: string) => clerk.revokeOAuthAccessToken(id),
    },
  ] as const;

  describe.each(KINDS)('POST $path', ({ path, parameter, required, create, revoke }) => {
    it('serves all that the schema requires, and not the token', async () => {
      const { id, token } = create();
      const { status, json } = await verify(clerk, path, { [parameter]: token });
      expect(status).toBe(200);
      expect(Object.keys(json)).toEqual(expect.arrayContaining([...required]));
      expect(json).toMatchObject({
        id,
        revoked: false,
        revocation_reason: null,
        expired: false,
        created_at: now,
        updated_at: now,
      });
      expect(JSON.stringify(json)).not.toContain(token);
    });

    it('answers 404 once the token is revoked', async () => {
      const [revoked, other] = [create(), create()];
      revoke(revoked.id);
      const answer = await verify(clerk, path, { [parameter]: revoked.token });
      expect(answer).toMatchObject(NOT_FOUND);
      expect(JSON.stringify(answer)).toContain(`${revoked.id} was revoked`);
      expect(await verify(clerk, path, { [parameter]: other.token })).toMatchObject({
        status: 200,
      });
    });

    it('answers 404 from the millisecond at which the token expires', async () => {
      const { id, token } = create(60);
      const expiration = now + 60_000;
      now = expiration - 1;
      const before = await verify(clerk, path, { [parameter]: token });
      now = expiration;
      const after = await verify(clerk, path, { [parameter]: token });
      expect(before).toMatchObject({ status: 200, json: { expiration } });
      expect(after).toMatchObject(NOT_FOUND);
      expect(JSON.stringify(after)).toContain(`${id} has expired`);
      expect(await verify(clerk, path, { [parameter]: create(-1).token })).toMatchObject(NOT_FOUND);
    });

    it.each(['ak_x', 'mt_x', 'oat_x', '__proto__', 'a.b.c'])(
      'answers 404 for %s, and does not repeat it',
      async (token) => {
        const answer = await verify(clerk, path, { [parameter]: token });
        expect(answer).toMatchObject(NOT_FOUND);
        expect(JSON.stringify(answer)).not.toContain(token);
      },
    );

    it.each([{}, { other: 'x' }, { [parameter]: '' }, { [parameter]: 1 }, { [parameter]: null }])(
      'answers 400 and names the parameter for %j',
      async (body) => {
        expect(await verify(clerk, path, body)).toMatchObject({
          status: 400,
          json: { errors: [{ code: 'form_param_missing', meta: { param_name: parameter } }] },
        });
      },
    );

    it('asks for the secret key, however the path is written', async () => {
      for (const written of [path, path.replace('_', '%5F'), path.replace('verify', 'x')]) {
        expect(await verify(clerk, written, {}, 'sk_test_other')).toMatchObject({
          status: 401,
          json: { errors: [{ code: 'clerk_key_invalid' }] },
        });
        const response = await rawRequest(clerk.port, { method: 'POST', path: written });
        expect(response.status).toBe(401);
      }
    });

    it('an attacker who shows a token of another kind or another instance gets nothing', async () => {
      const other = new LocalInstance();
      const strangers = [
        ...KINDS.filter((kind) => kind.path !== path).map((kind) => kind.create().token),
        other.createApiKey({ subject: 'ada' }).token,
        other.createM2mToken({ subject: 'worker' }).token,
        other.createOAuthAccessToken({ subject: 'ada' }).token,
        other.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' }).token,
        clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' }).token,
        clerk.mintSessionToken('ada'),
        clerk.secretKey,
        clerk.machineSecretKey,
      ];
      for (const token of strangers) {
        expect(await verify(clerk, path, { [parameter]: token })).toMatchObject(NOT_FOUND);
      }
    });
  });
});

describe('the JSON of machine tokens', () => {
  const NOW = Date.UTC(2026, 10, 3, 12, 0, 0, 700);
  let clerk: LocalClerk;
  beforeAll(async () => {
    clerk = await LocalClerk.start({ instance: new LocalInstance({ now: () => NOW }) });
  });
  afterAll(() => clerk.stop());

  describe('what a verified token says', () => {
    it('an API key: all that it was made with', async () => {
      const { createdBy, ...given } = {
        subject: 'acme',
        name: 'Deploys',
        description: 'For the build',
        scopes: ['articles:read'],
        claims: { tier: 'gold' },
        createdBy: clerk.users.ada.id,
      };
      const { token } = clerk.createApiKey({ ...given, createdBy });
      const { json } = await verify(clerk, API_KEYS, { secret: token });
      expect(json).toMatchObject({
        ...given,
        object: 'api_key',
        type: 'api_key',
        subject: clerk.users.ada.membership.organization.id,
        created_by: createdBy,
        expiration: null,
      });
    });

    it('an API key made with the least: nothing, of a user', async () => {
      const { token } = clerk.createApiKey({ subject: clerk.users.alan.id });
      const { json } = await verify(clerk, API_KEYS, { secret: token });
      expect(json).toMatchObject({
        subject: clerk.users.alan.id,
        name: 'Test key',
        description: null,
        scopes: [],
        claims: null,
        created_by: null,
      });
    });

    it('an M2M token: the machine, the machines it may call, and its claims', async () => {
      const { api, worker } = clerk.machines;
      const { token } = clerk.createM2mToken({ subject: 'worker', claims: { job: 7 } });
      const { json } = await verify(clerk, M2M_TOKENS, { token });
      expect(json).toMatchObject({
        object: 'machine_to_machine_token',
        subject: worker.id,
        scopes: [api.id],
        claims: { job: 7 },
        expiration: NOW + 3_600_000,
      });
      const plain = clerk.createM2mToken({ subject: 'worker' });
      expect(await verify(clerk, M2M_TOKENS, { token: plain.token })).toMatchObject({
        json: { claims: null },
      });
    });

    it('an OAuth access token: client, user, scopes, and an audience only if it has one', async () => {
      const { token } = clerk.createOAuthAccessToken({
        subject: 'ada',
        clientId: 'client_mine',
        scopes: ['profile'],
        aud: 'https://api.example',
      });
      expect(await verify(clerk, ACCESS_TOKENS, { secret: token })).toMatchObject({
        json: {
          object: 'clerk_idp_oauth_access_token',
          client_id: 'client_mine',
          subject: clerk.users.ada.id,
          scopes: ['profile'],
          aud: ['https://api.example'],
          expiration: NOW + 86_400_000,
        },
      });
      const plain = clerk.createOAuthAccessToken({ subject: 'ada' });
      const { json } = await verify(clerk, ACCESS_TOKENS, { access_token: plain.token });
      expect(json).not.toHaveProperty('aud');
      expect(json.scopes).toEqual([]);
    });
  });

  describe('an OAuth access token that is a JWT', () => {
    it('is verified like an opaque one, though nothing is kept of it', async () => {
      const given = { subject: 'ada', scopes: ['a', 'b'], aud: 'x', tokenFormat: 'jwt' } as const;
      const { id, token } = clerk.createOAuthAccessToken(given);
      const { status, json } = await verify(clerk, ACCESS_TOKENS, { access_token: token });
      expect(status).toBe(200);
      expect(Object.keys(json)).toEqual(expect.arrayContaining([...REQUIRED_OAUTH_ACCESS_TOKEN]));
      expect(json).toMatchObject({
        id,
        subject: clerk.users.ada.id,
        client_id: expect.stringMatching(/^client_/),
        scopes: ['a', 'b'],
        aud: ['x'],
        revoked: false,
        expired: false,
        expiration: (Math.floor(NOW / 1000) + 86_400) * 1000,
        created_at: Math.floor(NOW / 1000) * 1000,
      });
      const plain = clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' });
      const bare = await verify(clerk, ACCESS_TOKENS, { access_token: plain.token });
      expect(bare.json).toMatchObject({ scopes: [] });
      expect(bare.json).not.toHaveProperty('aud');
    });

    it.each([
      ['has expired', { secondsUntilExpiration: -1 }],
      ['expires this second', { secondsUntilExpiration: 0 }],
      ['never expires', { claims: { exp: undefined } }],
    ])('is only said to be inactive when it %s', async (_, given) => {
      const { token } = clerk.createOAuthAccessToken({
        subject: 'ada',
        tokenFormat: 'jwt',
        ...given,
      });
      expect(await verify(clerk, ACCESS_TOKENS, { access_token: token })).toEqual({
        status: 200,
        json: { active: false },
      });
    });
  });
});

describe('the secret key of a machine', () => {
  let clerk: LocalClerk;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
  });

  afterAll(() => clerk.stop());

  it('verifies the tokens of machines that may call it', async () => {
    const { token } = clerk.createM2mToken({ subject: 'worker' });
    const byMachine = await verify(clerk, M2M_TOKENS, { token }, clerk.machineSecretKey);
    expect(byMachine.status).toBe(200);
    expect(byMachine).toEqual(await verify(clerk, M2M_TOKENS, { token }));
  });

  it('does not admit a machine that was never given access, which the secret key does', async () => {
    const { token } = clerk.createM2mToken({ subject: 'outsider' });
    expect(await verify(clerk, M2M_TOKENS, { token }, clerk.machineSecretKey)).toMatchObject(
      NOT_FOUND,
    );
    expect(await verify(clerk, M2M_TOKENS, { token })).toMatchObject({ status: 200 });
    const granted = clerk.createM2mToken({ subject: 'outsider', scopes: [clerk.machines.api.id] });
    const answer = await verify(
      clerk,
      M2M_TOKENS,
      { token: granted.token },
      clerk.machineSecretKey,
    );
    expect(answer.status).toBe(200);
  });

  it('in the hands of an attacker opens nothing but the verification of M2M tokens', async () => {
    const Authorization = `Bearer ${clerk.machineSecretKey}`;
    const paths = [API_KEYS, ACCESS_TOKENS, '/v1/jwks', `/v1/users/${clerk.users.ada.id}`];
    for (const path of [...paths, '/v1/m2m_tokens/verify', '/api_keys']) {
      for (const method of ['GET', 'POST']) {
        const response = await rawRequest(clerk.port, { method, path, headers: { Authorization } });
        expect(response.status).toBe(401);
      }
    }
  });

  it('is no one else’s: not another instance’s, not an API key, not an M2M token', async () => {
    const { token } = clerk.createM2mToken({ subject: 'worker' });
    const wrong = [
      new LocalInstance().machineSecretKey,
      clerk.createApiKey({ subject: 'ada' }).token,
      token,
      '',
    ];
    for (const key of wrong) {
      expect(await verify(clerk, M2M_TOKENS, { token }, key)).toMatchObject({ status: 401 });
    }
  });
});
