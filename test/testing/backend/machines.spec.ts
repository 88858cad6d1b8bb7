import { describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused } from './backend.js';

const backend = backendForTests();
const { call, idOf } = backend;

describe('a machine', () => {
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
