import { beforeAll, describe, expect, it } from '@jest/globals';
import { backendForTests, fieldOf, refused } from './backend.js';

describe('changes of users', () => {
  const backend = backendForTests();
  const { call, idOf } = backend;

  describe('a user that is updated', () => {
    it('keeps what is not given, and loses what is null', async () => {
      const id = await idOf('POST', '/v1/users', {
        username: 'margaret',
        first_name: 'Margaret',
        last_name: 'Hamilton',
        external_id: 'm',
        public_metadata: { a: 1 },
      });
      backend.now += 1000;
      const updated = await call('PATCH', `/v1/users/${id}`, {
        last_name: null,
        username: '',
        locale: 'en',
      });
      expect(updated).toMatchObject({
        status: 200,
        json: {
          first_name: 'Margaret',
          last_name: null,
          username: null,
          external_id: 'm',
          locale: 'en',
          public_metadata: { a: 1 },
          created_at: backend.now - 1000,
          updated_at: backend.now,
        },
      });
      expect(await call('GET', `/v1/users/${id}`)).toEqual(updated);
      // Its own identifiers are not taken.
      expect(await call('PATCH', `/v1/users/${id}`, { external_id: 'm' })).toMatchObject({
        status: 200,
      });
    });

    it('changes its primary address to another of its own only', async () => {
      const created = await call('POST', '/v1/users', {
        email_address: ['p1@example.com', 'p2@example.com'],
      });
      const id = String(fieldOf(created, 'id'));
      const addresses = fieldOf(created, 'email_addresses');
      const second = Array.isArray(addresses) ? addresses[1].id : undefined;
      expect(
        await call('PATCH', `/v1/users/${id}`, { primary_email_address_id: second }),
      ).toMatchObject({
        json: { primary_email_address_id: second },
      });
      const foreign = backend.clerk.users.ada.emailAddressId;
      expect(
        await call('PATCH', `/v1/users/${id}`, { primary_email_address_id: foreign }),
      ).toMatchObject(
        refused(422, 'form_param_value_invalid', { param_name: 'primary_email_address_id' }),
      );
    });

    it('does not take metadata that way, since 2026-05-12', async () => {
      const path = `/v1/users/${backend.clerk.users.ada.id}`;
      expect(await call('PATCH', path, { public_metadata: {} })).toMatchObject(
        refused(422, 'form_param_unknown', { param_name: 'public_metadata' }),
      );
    });

    it('shows in the next session token and on the sign-in page', async () => {
      const { clerk } = backend;
      await call('PATCH', `/v1/users/${clerk.users.alan.id}`, { first_name: 'Alan <Mathison>' });
      const page = await (await fetch(`${clerk.origin}/sign-in`)).text();
      expect(page).toContain('Alan &lt;Mathison&gt; Turing');
      // What was seeded is still what a test compares with.
      expect(clerk.users.alan.firstName).toBe('Alan');
    });
  });

  describe('metadata of a user', () => {
    const path = () => `/v1/users/${backend.clerk.users.grace.id}/metadata`;

    it('is merged at every depth by PATCH, and null removes', async () => {
      await call('PATCH', path(), { public_metadata: { a: { b: 1, c: 2 }, d: [1, 2], e: 1 } });
      const merged = await call('PATCH', path(), {
        public_metadata: { a: { b: null, f: { g: 1 } }, d: [3], e: null },
        private_metadata: { __proto__x: 1 },
      });
      expect(merged).toMatchObject({ status: 200 });
      expect(fieldOf(merged, 'public_metadata')).toEqual({ a: { c: 2, f: { g: 1 } }, d: [3] });
      expect(fieldOf(merged, 'private_metadata')).toEqual({ __proto__x: 1 });
    });

    it('is replaced by PUT, but only what is given', async () => {
      await call('PATCH', path(), { unsafe_metadata: { u: 1 } });
      const replaced = await call('PUT', path(), { public_metadata: { only: null } });
      expect(fieldOf(replaced, 'public_metadata')).toEqual({ only: null });
      expect(fieldOf(replaced, 'unsafe_metadata')).toEqual({ u: 1 });
    });

    it('cannot reach the prototype of anything', async () => {
      const { clerk } = backend;
      await fetch(`${clerk.origin}${path()}`, {
        method: 'PATCH',
        headers: { Authorization: `Bearer ${clerk.secretKey}` },
        body: '{"public_metadata":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
      });
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect(JSON.stringify((await call('GET', path().replace('/metadata', ''))).json)).toContain(
        '"__proto__":{"polluted":1}',
      );
    });

    it('has room for 8 KiB, merged pieces included', async () => {
      await call('PUT', path(), { public_metadata: { a: 'x'.repeat(5000) } });
      expect(
        await call('PATCH', path(), { public_metadata: { b: 'x'.repeat(5000) } }),
      ).toMatchObject(
        refused(422, 'form_param_exceeds_allowed_size', { param_name: 'public_metadata' }),
      );
    });
  });

  describe('a password', () => {
    it('is verified, and never shown', async () => {
      const password = 'correct horse battery';
      const created = await call('POST', '/v1/users', { username: 'pw', password });
      const id = String(fieldOf(created, 'id'));
      expect(created).toMatchObject({
        json: { password_enabled: true, password_last_updated_at: backend.now },
      });
      expect(JSON.stringify(created)).not.toContain(password);
      const verify = (tried: string) =>
        call('POST', `/v1/users/${id}/verify_password`, { password: tried });
      expect(await verify(password)).toEqual({ status: 200, json: { verified: true } });
      expect(await verify('wrong')).toMatchObject(refused(422, 'incorrect_password'));
      await call('PATCH', `/v1/users/${id}`, { password: 'another one entirely' });
      expect(await verify(password)).toMatchObject({ status: 422 });
      expect(await call('POST', `/v1/users/${id}/remove_password`)).toMatchObject({
        json: { password_enabled: false, password_last_updated_at: null },
      });
      expect(await verify('another one entirely')).toMatchObject(refused(400, 'no_password_set'));
    });

    it('that came as a digest counts, but is not checked', async () => {
      const body = { username: 'digest', password_digest: '$2a$10$x', password_hasher: 'bcrypt' };
      const id = await idOf('POST', '/v1/users', body);
      expect(await call('GET', `/v1/users/${id}`)).toMatchObject({
        json: { password_enabled: true },
      });
      expect(
        await call('POST', `/v1/users/${id}/verify_password`, { password: 'x' }),
      ).toMatchObject({
        status: 501,
      });
    });
  });
});

describe('what is refused of users', () => {
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
});
