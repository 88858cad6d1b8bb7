import { describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused } from './backend.js';

describe('a machine', () => {
  const backend = backendForTests();

  const { call, idOf } = backend;

  it('is read back as it was written, and changes', async () => {
    const { api } = backend.clerk.machines;
    const body = { name: 'cron', scoped_machines: [api.id], default_token_ttl: 60 };
    const created = await call('POST', '/v1/machines', body);
    expect(created).toMatchObject({
      status: 200,
      json: {
        object: 'machine',
        id: expect.stringMatching(/^mch_/),
        name: 'cron',
        default_token_ttl: 60,
        scoped_machines: [{ id: api.id, name: 'api' }],
        secret_key: expect.stringMatching(/^ak_/),
      },
    });
    const path = `/v1/machines/${String(fieldOf(created, 'id'))}`;
    const shown = await call('GET', path);
    expect({ ...Object(created.json), secret_key: undefined }).toEqual({
      ...Object(shown.json),
      secret_key: undefined,
    });
    expect(shown.json).not.toHaveProperty('secret_key');
    expect(await call('PATCH', path, { name: 'batch' })).toMatchObject({
      json: { name: 'batch', default_token_ttl: 60 },
    });
    expect(each(await call('GET', '/v1/machines?query=BATCH'), 'name')).toEqual(['batch']);
    expect(each(await call('GET', '/v1/machines?order_by=name'), 'name')).toEqual([
      'api',
      'batch',
      'outsider',
      'worker',
    ]);
    expect(await call('DELETE', path)).toMatchObject({
      json: { object: 'machine', deleted: true },
    });
    expect(await call('GET', path)).toMatchObject(refused(404, 'resource_not_found'));
  });

  it('may call others by its scopes', async () => {
    const { api, outsider } = backend.clerk.machines;
    const scopes = `/v1/machines/${outsider.id}/scopes`;
    const create = () => call('POST', scopes, { to_machine_id: api.id });
    expect(await create()).toMatchObject({
      status: 200,
      json: { object: 'machine_scope', from_machine_id: outsider.id, to_machine_id: api.id },
    });
    expect(await create()).toMatchObject(refused(409, 'duplicate_record'));
    const { token } = backend.clerk.createM2mToken({ subject: 'outsider' });
    const verify = (shown: string) =>
      call('POST', '/m2m_tokens/verify', { token: shown }, backend.clerk.machineSecretKey);
    expect(await verify(token)).toMatchObject({ status: 200, json: { scopes: [api.id] } });
    expect(await call('DELETE', `${scopes}/${api.id}`)).toMatchObject({ json: { deleted: true } });
    expect(await call('DELETE', `${scopes}/${api.id}`)).toMatchObject(
      refused(404, 'resource_not_found'),
    );
    const later = backend.clerk.createM2mToken({ subject: 'outsider' });
    expect(await verify(later.token)).toMatchObject({ status: 404 });
    expect(await call('POST', scopes, { to_machine_id: 'mch_none' })).toMatchObject({
      status: 404,
    });
  });

  it('has a secret key that can be rotated, the old one counting for a while', async () => {
    const id = await idOf('POST', '/v1/machines', { name: 'rotated' });
    const path = `/v1/machines/${id}/secret_key`;
    const keyOf = async () => String(fieldOf(await call('GET', path), 'secret'));
    const list = (key: string) => call('GET', `/m2m_tokens?subject=${id}`, undefined, key);
    const old = await keyOf();
    expect(await call('POST', `${path}/rotate`, { previous_token_ttl: 60 })).toMatchObject({
      status: 200,
    });
    const fresh = await keyOf();
    expect(fresh).not.toBe(old);
    expect(await list(old)).toMatchObject({ status: 200 });
    expect(await list(fresh)).toMatchObject({ status: 200 });
    backend.now += 60_000;
    expect(await list(old)).toMatchObject({ status: 401 });
    expect(await list(fresh)).toMatchObject({ status: 200 });
    expect(await call('POST', `${path}/rotate`, {})).toMatchObject(
      refused(422, 'form_param_missing'),
    );
    expect(await call('POST', `${path}/rotate`, { previous_token_ttl: 28_801 })).toMatchObject({
      status: 422,
    });
  });

  it('called api tells its new key to who asks the instance for its options', async () => {
    const { clerk } = backend;
    const before = clerk.machineSecretKey;
    await call('POST', `/v1/machines/${clerk.machines.api.id}/secret_key/rotate`, {
      previous_token_ttl: 0,
    });
    expect(clerk.machineSecretKey).not.toBe(before);
    expect(await call('POST', '/m2m_tokens', {}, clerk.machineSecretKey)).toMatchObject({
      status: 201,
    });
    expect(await call('POST', '/m2m_tokens', {}, before)).toMatchObject({ status: 401 });
  });

  it('in the hands of an attacker opens the M2M API only', async () => {
    const { secret_key: key } = Object(
      await call('POST', '/v1/machines', { name: 'x' }).then(({ json }) => json),
    );
    for (const path of ['/v1/users', '/v1/machines', '/api_keys?subject=x', '/v1/m2m_tokens']) {
      expect(await call('GET', path, undefined, key)).toMatchObject({ status: 401 });
    }
  });

  it('is refused without a name, or in the scope of nobody', async () => {
    expect(await call('POST', '/v1/machines', {})).toMatchObject(
      refused(422, 'form_param_missing'),
    );
    const body = { name: 'x', scoped_machines: ['mch_none'] };
    expect(await call('POST', '/v1/machines', body)).toMatchObject(
      refused(404, 'resource_not_found'),
    );
  });
});

describe('an M2M token', () => {
  const backend = backendForTests();

  const { call } = backend;

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

describe('an API key', () => {
  const backend = backendForTests();

  const { call, idOf } = backend;

  it('is read back as it was written, without its secret', async () => {
    const { ada } = backend.clerk.users;
    const body = {
      name: 'Deploys',
      subject: ada.id,
      description: 'For the build',
      scopes: ['a'],
      claims: { aB: 1 },
      created_by: ada.id,
      seconds_until_expiration: 60,
    };
    const created = await call('POST', '/api_keys', body);
    const { seconds_until_expiration: _, ...given } = body;
    expect(created).toMatchObject({
      status: 200,
      json: {
        ...given,
        object: 'api_key',
        expiration: backend.now + 60_000,
        revoked: false,
        expired: false,
      },
    });
    const id = String(fieldOf(created, 'id'));
    const secret = String(fieldOf(created, 'secret'));
    const shown = await call('GET', `/api_keys/${id}`);
    expect({ ...Object(shown.json), secret }).toEqual(created.json);
    expect(await call('GET', `/api_keys/${id}/secret`)).toEqual({ status: 200, json: { secret } });
    expect(await call('POST', '/api_keys/verify', { secret })).toEqual(shown);
    backend.now += 60_000;
    expect(await call('GET', `/api_keys/${id}`)).toMatchObject({ json: { expired: true } });
    expect(await call('POST', '/api_keys/verify', { secret })).toMatchObject({ status: 404 });
  });

  it('is updated, and keeps what is not given', async () => {
    const { ada } = backend.clerk.users;
    const id = await idOf('POST', '/api_keys', { name: 'Key', subject: ada.id, scopes: ['a'] });
    const path = `/api_keys/${id}`;
    backend.now += 1000;
    const changes = { description: 'd', claims: { c: 1 }, seconds_until_expiration: 5 };
    expect(await call('PATCH', path, changes)).toMatchObject({
      json: {
        name: 'Key',
        scopes: ['a'],
        description: 'd',
        claims: { c: 1 },
        expiration: backend.now + 5000,
        updated_at: backend.now,
      },
    });
    expect(
      await call('PATCH', path, { seconds_until_expiration: null, claims: null }),
    ).toMatchObject({
      json: { expiration: null, claims: null, description: 'd' },
    });
  });

  it('is revoked and deleted for good', async () => {
    const { organization } = backend.clerk.users.ada.membership;
    const created = await call('POST', '/api_keys', { name: 'Key', subject: organization.id });
    const path = `/api_keys/${String(fieldOf(created, 'id'))}`;
    const verify = () => call('POST', '/api_keys/verify', { secret: fieldOf(created, 'secret') });
    const list = async (query = '') =>
      each(await call('GET', `/api_keys?subject=${organization.id}${query}`), 'id').length;
    expect(await list()).toBe(1);
    expect(await call('POST', `${path}/revoke`, { revocation_reason: 'lost' })).toMatchObject({
      json: { revoked: true, revocation_reason: 'lost' },
    });
    expect(await verify()).toMatchObject({ status: 404 });
    expect([await list(), await list('&include_invalid=true')]).toEqual([0, 1]);
    expect(await call('DELETE', path)).toMatchObject({
      json: { object: 'api_key', deleted: true },
    });
    expect(await list('&include_invalid=true')).toBe(0);
    expect(await call('GET', path)).toMatchObject(refused(404, 'resource_not_found'));
    expect(await verify()).toMatchObject({ status: 404 });
  });

  it('is listed by subject and text only', async () => {
    const { alan } = backend.clerk.users;
    for (const name of ['First', 'Second'])
      await call('POST', '/api_keys', { name, subject: alan.id });
    const names = async (query: string) => each(await call('GET', `/api_keys?${query}`), 'name');
    expect(await names(`subject=${alan.id}`)).toEqual(['Second', 'First']);
    expect(await names(`subject=${alan.id}&query=sec`)).toEqual(['Second']);
    expect(await names(`subject=${alan.id}&limit=1&offset=1`)).toEqual(['First']);
    expect(await call('GET', '/api_keys')).toMatchObject(
      refused(400, 'form_param_missing', { param_name: 'subject' }),
    );
    expect(await call('GET', '/api_keys?subject=x&limit=101')).toMatchObject({ status: 400 });
  });

  it.each([
    ['without a name', { subject: 'SUBJECT' }, 'form_param_missing', 'name'],
    [
      'with a name of two letters',
      { name: 'ab', subject: 'SUBJECT' },
      'form_param_format_invalid',
      'name',
    ],
    ['of nobody', { name: 'abc', subject: 'user_nobody' }, 'form_param_value_invalid', 'subject'],
    [
      'with a negative lifetime',
      { name: 'abc', subject: 'SUBJECT', seconds_until_expiration: -1 },
      'form_param_value_invalid',
      'seconds_until_expiration',
    ],
  ])('is not created %s', async (_, body, code, name) => {
    const subject = body.subject === 'SUBJECT' ? backend.clerk.users.ada.id : body.subject;
    expect(await call('POST', '/api_keys', { ...body, subject })).toMatchObject(
      refused(400, code, { param_name: name }),
    );
  });
});
