import { describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused, START } from './backend.js';

describe('an organization', () => {
  const backend = backendForTests();

  const { call, idOf } = backend;

  it('is read back as it was written, by id and by slug', async () => {
    const created = await call('POST', '/v1/organizations', {
      name: 'Bletchley Park',
      slug: 'bletchley',
      created_by: backend.clerk.users.alan.id,
      max_allowed_memberships: 3,
      public_metadata: { aB: 1 },
      private_metadata: { s: 2 },
      created_at: '2020-01-01T00:00:00Z',
    });
    expect(created).toMatchObject({
      status: 200,
      json: {
        object: 'organization',
        id: expect.stringMatching(/^org_/),
        name: 'Bletchley Park',
        slug: 'bletchley',
        created_by: backend.clerk.users.alan.id,
        max_allowed_memberships: 3,
        public_metadata: { aB: 1 },
        private_metadata: { s: 2 },
        created_at: Date.UTC(2020, 0, 1),
        updated_at: START,
      },
    });
    const id = String(fieldOf(created, 'id'));
    expect(await call('GET', `/v1/organizations/${id}`)).toEqual(created);
    expect(await call('GET', '/v1/organizations/bletchley')).toEqual(created);
    const members = await call('GET', `/v1/organizations/${id}/memberships`);
    expect(each(members, 'role')).toEqual(['org:admin']);
  });

  it('gets a slug of its own where none is given', async () => {
    const slug = async (name: string) =>
      fieldOf(await call('POST', '/v1/organizations', { name }), 'slug');
    expect(await slug('Acme')).toBe('acme-2');
    expect(await slug('  Ácme & Söhne! ')).toBe('cme-s-hne');
    expect(await slug('日本')).toBe('organization');
  });

  it('is updated, and keeps what is not given', async () => {
    const id = await idOf('POST', '/v1/organizations', { name: 'Old', slug: 'old' });
    backend.now += 1000;
    const updated = await call('PATCH', `/v1/organizations/${id}`, {
      name: 'New',
      admin_delete_enabled: false,
    });
    expect(updated).toMatchObject({
      json: { name: 'New', slug: 'old', admin_delete_enabled: false, updated_at: backend.now },
    });
    expect(await call('GET', '/v1/organizations/old')).toEqual(updated);
    // Its own slug is not taken.
    expect(await call('PATCH', `/v1/organizations/${id}`, { slug: 'old' })).toMatchObject({
      status: 200,
    });
  });

  it('has metadata that is merged by PATCH and replaced by PUT', async () => {
    const id = await idOf('POST', '/v1/organizations', {
      name: 'M',
      public_metadata: { a: { b: 1 } },
    });
    const path = `/v1/organizations/${id}/metadata`;
    const merged = await call('PATCH', path, { public_metadata: { a: { c: 2 } } });
    expect(fieldOf(merged, 'public_metadata')).toEqual({ a: { b: 1, c: 2 } });
    const replaced = await call('PUT', path, { public_metadata: { d: 3 } });
    expect(fieldOf(replaced, 'public_metadata')).toEqual({ d: 3 });
    expect(await call('PUT', path, { unsafe_metadata: {} })).toMatchObject(
      refused(422, 'form_param_unknown', { param_name: 'unsafe_metadata' }),
    );
  });

  it('takes members, invitations and API keys along when it is deleted', async () => {
    const { clerk } = backend;
    const created_by = clerk.users.alan.id;
    const id = await idOf('POST', '/v1/organizations', { name: 'Gone', slug: 'gone', created_by });
    const path = `/v1/organizations/${id}`;
    const invitation = { email_address: 'gone@example.com', role: 'org:member' };
    await call('POST', `${path}/invitations`, invitation);
    const key = clerk.createApiKey({ subject: id });
    expect(await call('DELETE', path)).toEqual({
      status: 200,
      json: { object: 'organization', id, slug: 'gone', deleted: true },
    });
    expect(await call('GET', path)).toMatchObject(refused(404, 'resource_not_found'));
    const memberships = await call('GET', `/v1/users/${created_by}/organization_memberships`);
    expect(JSON.stringify(memberships)).not.toContain(id);
    const invitations = await call('GET', '/v1/organization_invitations');
    expect(each(invitations, 'organization_id')).not.toContain(id);
    expect(await call('POST', '/api_keys/verify', { secret: key.token })).toMatchObject({
      status: 404,
    });
  });

  it.each([
    ['without a name', {}, 422, 'form_param_missing', 'name'],
    ['with a blank name', { name: ' ' }, 422, 'form_param_value_invalid', 'name'],
    ['with a slug of another', { name: 'x', slug: 'acme' }, 422, 'form_identifier_exists', 'slug'],
    [
      'with a slug in capitals',
      { name: 'x', slug: 'Acme' },
      422,
      'form_param_format_invalid',
      'slug',
    ],
    [
      'by nobody',
      { name: 'x', created_by: 'user_nobody' },
      422,
      'form_param_value_invalid',
      'created_by',
    ],
    [
      'for fewer than no members',
      { name: 'x', max_allowed_memberships: -1 },
      422,
      'form_param_value_invalid',
      'max_allowed_memberships',
    ],
  ])('is not created %s', async (_, body, status, code, name) => {
    expect(await call('POST', '/v1/organizations', body)).toMatchObject(
      refused(status, code, { param_name: name }),
    );
  });

  it('is not updated to the slug of another', async () => {
    const id = await idOf('POST', '/v1/organizations', { name: 'Slugless' });
    expect(await call('PATCH', `/v1/organizations/${id}`, { slug: 'acme' })).toMatchObject(
      refused(422, 'form_identifier_exists', { param_name: 'slug' }),
    );
  });
});

describe('lists of organizations', () => {
  const backend = backendForTests();
  const { call, idOf } = backend;

  describe('the list of organizations', () => {
    const names = async (query: string) =>
      each(await call('GET', `/v1/organizations?${query}`), 'name');

    it('is filtered, ordered and cut', async () => {
      const { ada } = backend.clerk.users;
      backend.now += 1000;
      for (const name of ['Zebra Ltd', 'Zoo Ltd', 'Zulu Ltd']) {
        await call('POST', '/v1/organizations', { name, created_by: ada.id });
      }
      expect(await names('query=ltd')).toEqual(['Zulu Ltd', 'Zoo Ltd', 'Zebra Ltd']);
      expect(await names('query=ltd&order_by=name&limit=2')).toEqual(['Zebra Ltd', 'Zoo Ltd']);
      expect(await names('query=ltd&order_by=-name&limit=2&offset=2')).toEqual(['Zebra Ltd']);
      expect(await names(`user_id=${ada.id}`)).toEqual([
        'Zulu Ltd',
        'Zoo Ltd',
        'Zebra Ltd',
        'Acme Inc',
      ]);
      expect(await names(`user_id=-${ada.id}&query=acme%20inc`)).toEqual([]);
      const acme = ada.membership.organization.id;
      expect(await names(`organization_id=${acme}`)).toEqual(['Acme Inc']);
      expect(await names(`query=${acme}`)).toEqual(['Acme Inc']);
      expect(await names('order_by=-members_count&limit=1')).toEqual(['Acme Inc']);
      const page = await call(
        'GET',
        '/v1/organizations?query=ltd&limit=1&include_members_count=true',
      );
      expect(page).toMatchObject({
        json: { total_count: 3, data: [{ members_count: 1, pending_invitations_count: 0 }] },
      });
      const plain = await call('GET', '/v1/organizations?limit=1');
      expect(each(plain, 'members_count')).toEqual([undefined]);
      expect(await call('GET', '/v1/organizations?order_by=slug')).toMatchObject(
        refused(422, 'form_param_value_invalid', { param_name: 'order_by' }),
      );
    });
  });

  describe('a membership', () => {
    const members = (id: string) => `/v1/organizations/${id}/memberships`;

    it('is read back as it was written, and changes', async () => {
      const { alan } = backend.clerk.users;
      const id = await idOf('POST', '/v1/organizations', { name: 'Members' });
      const created = await call('POST', members(id), {
        user_id: alan.id,
        role: 'org:member',
        public_metadata: { seat: 1 },
      });
      expect(created).toMatchObject({
        status: 200,
        json: {
          object: 'organization_membership',
          role: 'org:member',
          role_name: 'Member',
          permissions: ['org:sys_memberships:read', 'org:articles:read'],
          public_metadata: { seat: 1 },
          private_metadata: {},
          organization: { id },
          public_user_data: { user_id: alan.id, first_name: 'Alan' },
          created_at: backend.now,
        },
      });
      const place = `${members(id)}/${alan.id}`;
      backend.now += 1000;
      expect(await call('PATCH', place, { role: 'org:admin' })).toMatchObject({
        json: {
          role: 'org:admin',
          role_name: 'Admin',
          public_metadata: { seat: 1 },
          updated_at: backend.now,
        },
      });
      expect(
        await call('PATCH', `${place}/metadata`, { public_metadata: { row: 2 } }),
      ).toMatchObject({
        json: { public_metadata: { seat: 1, row: 2 } },
      });
      const listed = await call('GET', members(id));
      const removed = await call('DELETE', place);
      expect(listed).toEqual({ status: 200, json: { data: [removed.json], total_count: 1 } });
      expect(await call('DELETE', place)).toMatchObject(refused(404, 'resource_not_found'));
      expect(await call('PATCH', place, { role: 'org:admin' })).toMatchObject({ status: 404 });
    });

    it('is listed by what its user is, and by role', async () => {
      const { ada } = backend.clerk.users;
      const path = members(ada.membership.organization.id);
      const who = async (query: string) => {
        const { json } = await call('GET', `${path}?${query}`);
        const data: unknown = fieldOf({ json }, 'data');
        return each(
          { json: Array.isArray(data) ? data.map(({ public_user_data }) => public_user_data) : [] },
          'first_name',
        );
      };
      expect(await who('order_by=first_name')).toEqual(['Ada', 'Grace']);
      expect(await who('order_by=-email_address')).toEqual(['Grace', 'Ada']);
      expect(await who('role=org:admin')).toEqual(['Ada']);
      expect(await who('query=hopper')).toEqual(['Grace']);
      expect(await who(`user_id=${ada.id}`)).toEqual(['Ada']);
      expect(await who('email_address=ada@example.com')).toEqual(['Ada']);
      const all = await call('GET', '/v1/organization_memberships?limit=1&order_by=created_at');
      expect(each(all, 'role')).toEqual(['org:admin']);
    });

    it('is refused twice, for nobody, in no role, or where there is no room', async () => {
      const { ada, grace, alan } = backend.clerk.users;
      const acme = members(ada.membership.organization.id);
      const add = (path: string, user_id: string, role = 'org:member') =>
        call('POST', path, { user_id, role });
      expect(await add(acme, ada.id)).toMatchObject(
        refused(400, 'already_a_member_in_organization'),
      );
      expect(await add(acme, 'user_nobody')).toMatchObject(refused(404, 'resource_not_found'));
      expect(await add(acme, alan.id, 'admin')).toMatchObject(
        refused(404, 'resource_not_found', { param_name: 'role' }),
      );
      expect(await call('POST', acme, {})).toMatchObject({
        status: 422,
        json: { errors: [{ code: 'form_param_missing' }, { code: 'form_param_missing' }] },
      });
      const small = { name: 'Small', max_allowed_memberships: 1, created_by: ada.id };
      const full = members(await idOf('POST', '/v1/organizations', small));
      expect(await add(full, grace.id)).toMatchObject(
        refused(403, 'organization_membership_quota_exceeded'),
      );
      expect(await add(members('org_nowhere'), ada.id)).toMatchObject(
        refused(404, 'resource_not_found'),
      );
    });
  });
});
