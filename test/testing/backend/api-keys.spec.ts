import { describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused } from './backend.js';

const backend = backendForTests();
const { call, idOf } = backend;

describe('an API key', () => {
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
