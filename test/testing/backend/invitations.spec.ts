import { beforeAll, describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused } from './backend.js';

const DAY_IN_MS = 86_400_000;

describe('an invitation to sign up', () => {
  const backend = backendForTests();

  const { call } = backend;

  it('is read back, listed and revoked', async () => {
    const created = await call('POST', '/v1/invitations', {
      email_address: 'up@example.com',
      public_metadata: { aB: 1 },
      expires_in_days: 2,
    });
    expect(created).toMatchObject({
      status: 200,
      json: {
        object: 'invitation',
        id: expect.stringMatching(/^inv_/),
        email_address: 'up@example.com',
        public_metadata: { aB: 1 },
        revoked: false,
        status: 'pending',
        expires_at: backend.now + 2 * DAY_IN_MS,
      },
    });
    const id = String(fieldOf(created, 'id'));
    expect(await call('GET', '/v1/invitations')).toEqual({ status: 200, json: [created.json] });
    expect(await call('GET', '/v1/invitations?paginated=true')).toEqual({
      status: 200,
      json: { data: [created.json], total_count: 1 },
    });
    expect(await call('POST', `/v1/invitations/${id}/revoke`)).toMatchObject({
      json: { revoked: true, status: 'revoked' },
    });
    expect(await call('GET', '/v1/invitations')).toMatchObject({ json: [] });
    expect(each(await call('GET', '/v1/invitations?status=revoked'), 'id')).toEqual([id]);
    expect(await call('POST', `/v1/invitations/${id}/revoke`)).toMatchObject({ status: 400 });
    expect(await call('POST', '/v1/invitations/inv_none/revoke')).toMatchObject(
      refused(404, 'resource_not_found'),
    );
  });

  it('is refused for a user, and twice unless that is ignored', async () => {
    const invite = (body: object) => call('POST', '/v1/invitations', body);
    expect(await invite({ email_address: 'ada@example.com' })).toMatchObject(
      refused(422, 'form_identifier_exists', { param_name: 'email_address' }),
    );
    expect(await invite({})).toMatchObject(
      refused(422, 'form_param_missing', { param_name: 'email_address' }),
    );
    const body = { email_address: 'two@example.com' };
    expect(await invite(body)).toMatchObject({ status: 200 });
    expect(await invite(body)).toMatchObject(refused(400, 'duplicate_record'));
    expect(await invite({ ...body, ignore_existing: true })).toMatchObject({ status: 200 });
  });

  it('comes in bulk as a bare list', async () => {
    const body = [{ email_address: 'c1@example.com' }, { email_address: 'c2@example.com' }];
    const bulk = await call('POST', '/v1/invitations/bulk', body);
    expect(bulk.status).toBe(200);
    expect(each(bulk, 'email_address')).toEqual(['c1@example.com', 'c2@example.com']);
  });
});

describe('an invitation to an organization', () => {
  const backend = backendForTests();

  const { call, idOf } = backend;

  let path = '';

  beforeAll(() => {
    path = `/v1/organizations/${backend.clerk.users.ada.membership.organization.id}/invitations`;
  });

  function member(email_address: string) {
    return { email_address, role: 'org:member' };
  }

  it('is read back as it was written, until it expires', async () => {
    const { ada } = backend.clerk.users;
    const created = await call('POST', path, {
      ...member('new@example.com'),
      inviter_user_id: ada.id,
      public_metadata: { a: 1 },
      private_metadata: { b: 2 },
      redirect_url: 'http://localhost:3000/welcome',
      expires_in_days: 1,
      notify: false,
    });
    expect(created).toMatchObject({
      status: 200,
      json: {
        object: 'organization_invitation',
        id: expect.stringMatching(/^orginv_/),
        email_address: 'new@example.com',
        role: 'org:member',
        role_name: 'Member',
        organization_id: ada.membership.organization.id,
        inviter_id: ada.id,
        public_inviter_data: { user_id: ada.id, identifier: 'ada@example.com' },
        status: 'pending',
        public_metadata: { a: 1 },
        private_metadata: { b: 2 },
        expires_at: backend.now + DAY_IN_MS,
        created_at: backend.now,
      },
    });
    const url = new URL(String(fieldOf(created, 'url')));
    expect(url.origin).toBe(backend.clerk.origin);
    expect(url.searchParams.get('redirect_url')).toBe('http://localhost:3000/welcome');
    const one = `${path}/${String(fieldOf(created, 'id'))}`;
    expect(await call('GET', one)).toEqual(created);
    backend.now += DAY_IN_MS;
    expect(await call('GET', one)).toMatchObject({ json: { status: 'expired' } });
    expect(await call('POST', `${one}/revoke`)).toMatchObject(
      refused(400, 'organization_invitation_not_pending'),
    );
    // It is in nobody's way any more.
    expect(await call('POST', path, member('new@example.com'))).toMatchObject({ status: 200 });
  });

  it('comes in bulk: all or none', async () => {
    const bulk = await call('POST', `${path}/bulk`, [
      member('b1@example.com'),
      member('b2@example.com'),
    ]);
    expect(bulk).toMatchObject({ status: 200, json: { total_count: 2 } });
    expect(each(bulk, 'email_address')).toEqual(['b1@example.com', 'b2@example.com']);
    const wrong = [member('b3@example.com'), member('B1@example.com')];
    expect(await call('POST', `${path}/bulk`, wrong)).toMatchObject(
      refused(400, 'duplicate_record'),
    );
    const left = await call('GET', `${path}?email_address=b3@example.com`);
    expect(left).toMatchObject({ json: { data: [], total_count: 0 } });
  });

  it.each([
    ['an empty list', []],
    ['eleven items', Array.from({ length: 11 }, (_, index) => member(`n${index}@example.com`))],
    ['an item that is none', [1]],
    ['an item without a role', [{ email_address: 'a@example.com' }]],
  ])('does not come in bulk as %s', async (_, body) => {
    expect(await call('POST', `${path}/bulk`, body)).toMatchObject({ status: 422 });
  });

  it('takes a list in bulk and an object alone', async () => {
    expect(await call('POST', `${path}/bulk`, {})).toMatchObject(
      refused(400, 'request_body_invalid'),
    );
    expect(await call('POST', path, [])).toMatchObject(refused(400, 'request_body_invalid'));
  });

  it('is listed by status, address and order, also across organizations and by user', async () => {
    const { alan } = backend.clerk.users;
    backend.now += 1;
    const id = await idOf('POST', path, member('Alan@example.com'));
    backend.now += 1;
    const revokedId = await idOf('POST', path, member('zoe@example.com'));
    await call('POST', `${path}/${revokedId}/revoke`, {});
    expect(each(await call('GET', `${path}?status=revoked`), 'id')).toEqual([revokedId]);
    expect(each(await call('GET', `${path}?limit=2&status=revoked&status=pending`), 'id')).toEqual([
      revokedId,
      id,
    ]);
    expect(each(await call('GET', `${path}/pending`), 'id')).not.toContain(revokedId);
    expect(each(await call('GET', `${path}/pending?limit=1`), 'id')).toEqual([id]);
    expect(each(await call('GET', `${path}?email_address=ALAN@example.com`), 'id')).toEqual([id]);
    const all = await call('GET', '/v1/organization_invitations?query=zoe');
    expect(all).toMatchObject({
      json: { data: [{ id: revokedId, public_organization_data: { slug: 'acme' } }] },
    });
    const own = await call('GET', `/v1/users/${alan.id}/organization_invitations?status=pending`);
    expect(own).toMatchObject({
      json: { data: [{ id, public_organization_data: { slug: 'acme' } }], total_count: 1 },
    });
  });

  it('is refused for a member, by who is no admin, in no role', async () => {
    const { grace, alan } = backend.clerk.users;
    const invite = (body: object) => call('POST', path, { ...member('r@example.com'), ...body });
    expect(await invite({ email_address: 'Grace@example.com' })).toMatchObject(
      refused(400, 'already_a_member_in_organization'),
    );
    for (const { id } of [grace, alan]) {
      expect(await invite({ inviter_user_id: id })).toMatchObject(
        refused(403, 'not_an_admin_in_organization'),
      );
    }
    expect(await invite({ role: 'org:owner' })).toMatchObject(refused(404, 'resource_not_found'));
    expect(await invite({ email_address: 'nobody' })).toMatchObject(
      refused(422, 'form_param_format_invalid'),
    );
    expect(await invite({ expires_in_days: 0 })).toMatchObject(
      refused(422, 'form_param_value_invalid'),
    );
    expect(await call('GET', `${path}/orginv_none`)).toMatchObject(
      refused(404, 'resource_not_found'),
    );
  });

  it('is revoked by an admin only, and is of its own organization only', async () => {
    const { ada, grace } = backend.clerk.users;
    const one = `${path}/${await idOf('POST', path, member('revoked@example.com'))}`;
    const revoke = (url: string, requesting_user_id?: string) =>
      call('POST', `${url}/revoke`, { requesting_user_id });
    const other = await idOf('POST', '/v1/organizations', { name: 'Other' });
    const elsewhere = one.replace(ada.membership.organization.id, other);
    expect(await call('GET', elsewhere)).toMatchObject({ status: 404 });
    expect(await revoke(elsewhere)).toMatchObject({ status: 404 });
    expect(await revoke(one, grace.id)).toMatchObject(refused(403, 'not_an_admin_in_organization'));
    expect(await revoke(one, ada.id)).toMatchObject({ status: 200, json: { status: 'revoked' } });
    expect(await revoke(one, ada.id)).toMatchObject({ status: 400 });
  });
});
