import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { LocalClerk } from 'clerk-nestjs/testing';
import { REQUIRED_EMAIL_ADDRESS, REQUIRED_SESSION, REQUIRED_USER } from './required-properties.js';
import { rawRequest } from './raw-request.js';
import type { RawResponse } from './raw-request.js';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

function call(method: string, path: string, body?: string): Promise<RawResponse> {
  const headers = {
    Authorization: `Bearer ${clerk.secretKey}`,
    'Content-Type': 'application/json',
  };
  return rawRequest(clerk.port, { method, path, headers, body });
}

function tokensPath(): string {
  return `/v1/sessions/${clerk.instance.signIn('ada').id}/tokens`;
}

function errorBody(code: string, longMessage: unknown = expect.any(String)) {
  return {
    errors: [{ message: expect.any(String), long_message: longMessage, code }],
    clerk_trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
  };
}

describe('the secret key', () => {
  const path = '/v1/jwks';

  it('is asked for', async () => {
    const response = await rawRequest(clerk.port, { path });
    expect(response.status).toBe(401);
    expect(response.headers['content-type']).toBe('application/json');
    expect(JSON.parse(response.body)).toEqual(errorBody('authentication_invalid'));
  });

  it.each(['Bearer sk_test_other', 'Bearer ', 'Basic abc', '', 'KEY', 'bearer KEY', 'Bearer KEYx'])(
    'must be the right one: not %p',
    async (form) => {
      const headers = { Authorization: form.replace('KEY', clerk.secretKey) };
      const response = await rawRequest(clerk.port, { path, headers });
      expect(response.status).toBe(401);
      expect(JSON.parse(response.body)).toEqual(errorBody('clerk_key_invalid'));
      expect(response.body).not.toContain(clerk.secretKey);
    },
  );

  it.each(['/v1', '/v1/', '/v1/nothing', '/%76%31/jwks', '/v1/users/user_nobody', '/v1/clients'])(
    'is asked for before anything is said about %s',
    async (hidden) => {
      expect(await rawRequest(clerk.port, { path: hidden })).toMatchObject({ status: 401 });
    },
  );
});

describe('GET /v1/jwks', () => {
  it('serves the public key', async () => {
    const response = await call('GET', '/v1/jwks');
    expect(response.headers['content-type']).toBe('application/json');
    expect(JSON.parse(response.body)).toEqual(clerk.instance.jwks);
  });
});

describe('GET /v1/users/{user_id}', () => {
  it.each(['ada', 'grace', 'alan'] as const)(
    'serves all of %s that the schema requires',
    async (name) => {
      const user = clerk.users[name];
      const response = await call('GET', `/v1/users/${user.id}`);
      const json: Record<string, unknown> = JSON.parse(response.body);
      expect(response.status).toBe(200);
      expect(Object.keys(json)).toEqual(expect.arrayContaining([...REQUIRED_USER]));
      expect(json).toMatchObject({
        id: user.id,
        first_name: user.firstName,
        last_name: user.lastName,
        primary_email_address_id: user.emailAddressId,
        email_addresses: [{ id: user.emailAddressId, email_address: `${name}@example.com` }],
      });
      expect(emailAddressKeys(json)).toEqual(expect.arrayContaining([...REQUIRED_EMAIL_ADDRESS]));
    },
  );

  it.each(['user_nobody', 'ada', '%2E%2E'])('answers 404 for %s', async (id) => {
    const response = await call('GET', `/v1/users/${id}`);
    expect(response.status).toBe(404);
    expect(JSON.parse(response.body)).toEqual(errorBody('resource_not_found'));
  });
});

describe('a session', () => {
  it('is there once its user has signed in', async () => {
    const { grace } = clerk.users;
    const path = `/v1/sessions/${grace.sessionId}`;
    expect(await call('GET', path)).toMatchObject({ status: 404 });
    clerk.mintSessionToken('grace');
    const response = await call('GET', path);
    const json: Record<string, unknown> = JSON.parse(response.body);
    expect(response.status).toBe(200);
    expect(Object.keys(json)).toEqual(expect.arrayContaining([...REQUIRED_SESSION]));
    expect(json).toMatchObject({
      id: grace.sessionId,
      user_id: grace.id,
      status: 'active',
      last_active_organization_id: grace.membership.organization.id,
    });
  });

  it.each([
    ['without a body', undefined, 60],
    ['with an empty object', '{}', 60],
    ['with null for the lifetime', '{"expires_in_seconds":null}', 60],
    ['with a lifetime', '{"expires_in_seconds":30}', 30],
  ])('mints tokens %s', async (_, body, lifetime) => {
    const { id, user } = clerk.instance.signIn('ada');
    const response = await call('POST', `/v1/sessions/${id}/tokens`, body);
    const { object, jwt, ...others } = JSON.parse(response.body);
    const claims = decodeJwt(jwt);
    expect({ status: response.status, object, others }).toEqual({
      status: 200,
      object: 'token',
      others: {},
    });
    expect(claims).toMatchObject({ sub: user.id, sid: id });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(lifetime);
  });

  it.each(['29', '315360001', '30.5', '"60"', '[]', '1e999'])(
    'mints none for a lifetime of %s',
    async (lifetime) => {
      const { id } = clerk.instance.signIn('ada');
      const body = `{"expires_in_seconds":${lifetime}}`;
      const response = await call('POST', `/v1/sessions/${id}/tokens`, body);
      expect(response.status).toBe(422);
      expect(JSON.parse(response.body)).toMatchObject({
        errors: [{ code: 'form_param_value_invalid', meta: { param_name: 'expires_in_seconds' } }],
      });
    },
  );

  it('mints none when nobody has that session', async () => {
    const response = await call('POST', '/v1/sessions/sess_nobody/tokens', '{}');
    expect(response.status).toBe(404);
    expect(JSON.parse(response.body)).toEqual(errorBody('resource_not_found'));
  });
});

describe('a body', () => {
  it.each(['{', 'null', '[]', '"text"', 'a=b', '"'])('of %p is malformed', async (body) => {
    const response = await call('POST', tokensPath(), body);
    expect(response.status).toBe(400);
    expect(JSON.parse(response.body)).toEqual(errorBody('request_body_invalid'));
  });

  it('may have one MiB and no byte more', async () => {
    const fits = `{"a":"${'x'.repeat(1024 * 1024 - 8)}"}`;
    const read = await call('POST', tokensPath(), fits);
    expect(JSON.parse(read.body)).toMatchObject({ errors: [{ code: 'form_param_unknown' }] });
    const response = await call('POST', tokensPath(), `${fits} `);
    expect(response.status).toBe(413);
    expect(JSON.parse(response.body)).toEqual(errorBody('request_body_too_large'));
  });

  it('that is far too large still gets its answer', async () => {
    expect(await call('POST', tokensPath(), 'x'.repeat(20 * 1024 * 1024))).toMatchObject({
      status: 413,
    });
  });
});

describe('an operation that is not there', () => {
  it.each([
    ['PUT', '/v1/users/user_2LocalClerkAda0000000000000'],
    ['DELETE', '/v1/jwks'],
    ['GET', '/v1/users/'],
    ['GET', '/v1'],
    ['POST', '/v1/sessions/sess_1/revoke/'],
    ['GET', '/v1/clients/client_1'],
  ])('answers 501 and names itself: %s %s', async (method, path) => {
    const response = await call(method, path);
    expect(response.status).toBe(501);
    expect(response.headers['content-type']).toBe('application/json');
    const named = expect.stringContaining(`${method} ${path}.`);
    expect(JSON.parse(response.body)).toEqual(errorBody('not_implemented', named));
  });
});

function emailAddressKeys(user: Record<string, unknown>): string[] {
  const [first]: unknown[] = Array.isArray(user.email_addresses) ? user.email_addresses : [];
  return Object.keys(first ?? {});
}
