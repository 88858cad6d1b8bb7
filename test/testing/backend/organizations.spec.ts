import { describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused, START } from './backend.js';

const backend = backendForTests();
const { call, idOf } = backend;

describe('an organization', () => {
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
