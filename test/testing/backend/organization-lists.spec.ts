import { describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused } from './backend.js';

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
    expect(await call('PATCH', `${place}/metadata`, { public_metadata: { row: 2 } })).toMatchObject(
      {
        json: { public_metadata: { seat: 1, row: 2 } },
      },
    );
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
    expect(await add(acme, ada.id)).toMatchObject(refused(400, 'already_a_member_in_organization'));
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
