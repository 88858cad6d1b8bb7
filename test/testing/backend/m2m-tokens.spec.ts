import { describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused } from './backend.js';

const backend = backendForTests();
const { call } = backend;

describe('an M2M token', () => {
  const create = (body: object = {}) =>
    call('POST', '/m2m_tokens', body, backend.clerk.machineSecretKey);

  it('is created by its machine, listed and revoked', async () => {
    const { api } = backend.clerk.machines;
    const created = await create({ claims: { aB: 1 }, seconds_until_expiration: 60 });
    expect(created).toMatchObject({
      status: 201,
      json: {
        object: 'machine_to_machine_token',
        id: expect.stringMatching(/^mt_/),
        subject: api.id,
        claims: { aB: 1 },
        token: expect.stringMatching(/^mt_/),
        expiration: backend.now + 60_000,
        revoked: false,
        expired: false,
      },
    });
    const id = String(fieldOf(created, 'id'));
    const listed = async (query = '') => {
      const { json } = await call('GET', `/m2m_tokens?subject=${api.id}${query}`);
      return each({ json: fieldOf({ json }, 'm2m_tokens') }, 'id');
    };
    expect(await listed('&limit=1')).toEqual([id]);
    const revoked = await call('POST', `/m2m_tokens/${id}/revoke`, { revocation_reason: 'lost' });
    expect(revoked).toMatchObject({ json: { revoked: true, revocation_reason: 'lost' } });
    expect(revoked.json).not.toHaveProperty('token');
    expect(await listed()).not.toContain(id);
    expect(await listed('&revoked=true')).toContain(id);
  });

  it('is listed no more once it has expired, unless asked for', async () => {
    const { json } = await create({ seconds_until_expiration: 1 });
    const id = fieldOf({ json }, 'id');
    backend.now += 1000;
    const path = `/m2m_tokens?subject=${backend.clerk.machines.api.id}`;
    expect(JSON.stringify(await call('GET', path))).not.toContain(id);
    expect(JSON.stringify(await call('GET', `${path}&expired=true`))).toContain(id);
  });

  it('can be a JWT, of which nothing is kept', async () => {
    const created = await create({ token_format: 'jwt', claims: { aB: 1 } });
    expect(created).toMatchObject({
      status: 201,
      json: { claims: { aB: 1 }, subject: backend.clerk.machines.api.id },
    });
    const token = String(fieldOf(created, 'token'));
    expect(backend.clerk.instance.claimsOf(token)).toMatchObject({
      jti: fieldOf(created, 'id'),
      aB: 1,
    });
    const revoke = `/m2m_tokens/${String(fieldOf(created, 'id'))}/revoke`;
    expect(await call('POST', revoke)).toMatchObject({ status: 404 });
  });

  it('is used again where one with the same claims lives long enough', async () => {
    const body = {
      claims: { again: 1 },
      seconds_until_expiration: 100,
      min_remaining_ttl_seconds: 50,
    };
    const first = await create(body);
    expect(await create(body)).toEqual(first);
    expect(fieldOf(await create({ ...body, claims: { again: 2 } }), 'id')).not.toBe(
      fieldOf(first, 'id'),
    );
    backend.now += 50_000;
    expect(fieldOf(await create(body), 'id')).not.toBe(fieldOf(first, 'id'));
  });

  it('is not made with the instance’s key, nor seen or revoked by another machine', async () => {
    expect(await call('POST', '/m2m_tokens', {})).toMatchObject(
      refused(401, 'authentication_invalid'),
    );
    const { worker } = backend.clerk.machines;
    const { id } = backend.clerk.createM2mToken({ subject: 'worker' });
    const key = backend.clerk.machineSecretKey;
    expect(await call('GET', `/m2m_tokens?subject=${worker.id}`, undefined, key)).toMatchObject({
      status: 403,
    });
    expect(await call('POST', `/m2m_tokens/${id}/revoke`, {}, key)).toMatchObject({ status: 404 });
    expect(await call('GET', '/m2m_tokens')).toMatchObject(
      refused(400, 'form_param_missing', { param_name: 'subject' }),
    );
    expect(await call('GET', `/m2m_tokens?subject=${worker.id}&limit=101`)).toMatchObject({
      status: 400,
    });
  });
});
