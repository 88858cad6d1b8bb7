import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { ACCESS_TOKENS, API_KEYS, M2M_TOKENS, NOT_FOUND, verify } from './machine-token-api.js';
import { rawRequest } from './raw-request.js';
import {
  REQUIRED_API_KEY,
  REQUIRED_M2M_TOKEN,
  REQUIRED_OAUTH_ACCESS_TOKEN,
} from './required-properties.js';

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
    expect(await verify(clerk, path, { [parameter]: other.token })).toMatchObject({ status: 200 });
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
