import { beforeAll, describe, expect, it } from '@jest/globals';
import { backendForTests, refused } from './backend.js';

const { call } = backendForTests();

beforeAll(async () => {
  const phone_number = ['+15555550100'];
  await call('POST', '/v1/users', { username: 'linus', external_id: 'linus-1', phone_number });
});

describe('creating a user is refused', () => {
  it.each([
    ['without anything to know it by', { first_name: 'X' }, 'form_data_missing', undefined],
    [
      'with an address of another, in whatever case',
      { email_address: ['ADA@example.com'] },
      'form_identifier_exists',
      'email_address',
    ],
    [
      'with an address twice',
      { email_address: ['q@example.com', 'q@example.com'] },
      'form_identifier_exists',
      'email_address',
    ],
    [
      'with a number of another',
      { phone_number: ['+15555550100'] },
      'form_identifier_exists',
      'phone_number',
    ],
    ['with a username of another', { username: 'LINUS' }, 'form_identifier_exists', 'username'],
    [
      'with an external id of another',
      { username: 'z', external_id: 'linus-1' },
      'form_identifier_exists',
      'external_id',
    ],
    [
      'with what is no address',
      { email_address: ['nobody'] },
      'form_param_format_invalid',
      'email_address',
    ],
    [
      'with one address instead of a list',
      { email_address: 'a@b.c' },
      'form_param_format_invalid',
      'email_address',
    ],
    [
      'with a short password',
      { username: 'z', password: 'short' },
      'form_password_length_too_short',
      'password',
    ],
    [
      'with a digest of an unknown kind',
      { username: 'z', password_digest: 'x' },
      'form_param_missing',
      'password_hasher',
    ],
    [
      'with a parameter that there is not',
      { username: 'z', nickname: 'y' },
      'form_param_unknown',
      'nickname',
    ],
    [
      'with metadata that is no object',
      { username: 'z', public_metadata: [] },
      'form_param_value_invalid',
      'public_metadata',
    ],
    [
      'with too much metadata',
      { username: 'z', public_metadata: { a: 'x'.repeat(8192) } },
      'form_param_value_invalid',
      'public_metadata',
    ],
    [
      'with a time that is none',
      { username: 'z', created_at: 'yesterday' },
      'form_param_value_invalid',
      'created_at',
    ],
    [
      'with a status for no address',
      { username: 'z', email_address_identification_status: ['reserved'] },
      'form_param_value_invalid',
      'email_address_identification_status',
    ],
  ])('%s', async (_, body, code, name) => {
    const meta = name === undefined ? undefined : { param_name: name };
    expect(await call('POST', '/v1/users', body)).toMatchObject(refused(422, code, meta));
  });

  it('for everything that is wrong at once', async () => {
    const { json } = await call('POST', '/v1/users', { first_name: 1, last_name: 2, x: 3 });
    expect(json).toMatchObject({
      errors: [
        { code: 'form_param_unknown' },
        { code: 'form_param_value_invalid' },
        { code: 'form_param_value_invalid' },
      ],
    });
  });

  it('and leaves nothing behind', async () => {
    expect(await call('GET', '/v1/users?username=z')).toEqual({ status: 200, json: [] });
  });
});

describe('what is not there', () => {
  it.each([
    ['GET', '/v1/users/user_nobody'],
    ['PATCH', '/v1/users/user_nobody'],
    ['DELETE', '/v1/users/user_nobody'],
    ['POST', '/v1/users/user_nobody/ban'],
    ['PATCH', '/v1/users/user_nobody/metadata'],
    ['POST', '/v1/users/user_nobody/verify_password'],
    ['GET', '/v1/users/user_nobody/organization_memberships'],
    ['GET', '/v1/users/ada'],
    ['GET', '/v1/users/__proto__'],
  ])('is a 404: %s %s', async (method, path) => {
    const answer = await call(method, path, method === 'GET' ? undefined : {});
    expect(answer).toMatchObject(refused(404, 'resource_not_found'));
  });
});
