import { describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused } from './backend.js';
import { decodeJwt } from 'jose';
import { handshake, signedInBrowser } from '../frontend-api.js';
import { newVisitor } from './visitor.js';

describe('roles', () => {
  const backend = backendForTests();
  const { call, idOf } = backend;
  const ROLES = '/v1/organization_roles';
  const PERMISSIONS = '/v1/organization_permissions';

  describe('a role', () => {
    it('is read back as it was written, and changes', async () => {
      const permission = await idOf('POST', PERMISSIONS, { name: 'Read it', key: 'org:it:read' });
      const created = await call('POST', ROLES, {
        name: 'Editor',
        key: 'org:editor',
        description: 'Edits',
        permissions: [permission],
      });
      expect(created).toMatchObject({
        status: 200,
        json: {
          object: 'role',
          id: expect.stringMatching(/^role_/),
          name: 'Editor',
          key: 'org:editor',
          description: 'Edits',
          is_creator_eligible: false,
          permissions: [{ object: 'permission', id: permission, key: 'org:it:read', type: 'user' }],
          created_at: backend.now,
        },
      });
      const path = `${ROLES}/${String(fieldOf(created, 'id'))}`;
      expect(await call('GET', path)).toEqual(created);
      const changes = { name: 'Author', description: null, permissions: [] };
      expect(await call('PATCH', path, changes)).toMatchObject({
        json: { name: 'Author', key: 'org:editor', description: null, permissions: [] },
      });
      const assign = `${path}/permissions/${permission}`;
      expect(await call('POST', assign)).toMatchObject({
        json: { permissions: [{ id: permission }] },
      });
      expect(await call('POST', assign)).toMatchObject(refused(409, 'duplicate_record'));
      expect(await call('DELETE', assign)).toMatchObject({ json: { permissions: [] } });
      expect(await call('DELETE', assign)).toMatchObject(refused(404, 'resource_not_found'));
      expect(await call('DELETE', path)).toMatchObject({ json: { object: 'role', deleted: true } });
      expect(await call('GET', path)).toMatchObject(refused(404, 'resource_not_found'));
    });

    it('takes its members along when its key changes, and is not deleted while it has any', async () => {
      const { alan } = backend.clerk.users;
      const id = await idOf('POST', ROLES, { name: 'Guest', key: 'org:guest' });
      const organization = await idOf('POST', '/v1/organizations', { name: 'Guests' });
      const members = `/v1/organizations/${organization}/memberships`;
      await call('POST', members, { user_id: alan.id, role: 'org:guest' });
      expect(await call('DELETE', `${ROLES}/${id}`)).toMatchObject(
        refused(422, 'organization_role_used'),
      );
      await call('PATCH', `${ROLES}/${id}`, { key: 'org:visitor' });
      expect(each(await call('GET', members), 'role')).toEqual(['org:visitor']);
      await call('DELETE', `${members}/${alan.id}`);
      const invitation = { email_address: 'v@example.com', role: 'org:visitor' };
      await call('POST', `/v1/organizations/${organization}/invitations`, invitation);
      expect(await call('DELETE', `${ROLES}/${id}`)).toMatchObject({ status: 422 });
      await call('DELETE', `/v1/organizations/${organization}`);
      expect(await call('DELETE', `${ROLES}/${id}`)).toMatchObject({ status: 200 });
    });

    it('goes on being the creators’ when its key changes', async () => {
      const { ada } = backend.clerk.users;
      const admin = String(each(await call('GET', `${ROLES}?query=org:admin`), 'id')[0]);
      expect(await call('PATCH', `${ROLES}/${admin}`, { key: 'org:boss' })).toMatchObject({
        json: { key: 'org:boss', is_creator_eligible: true },
      });
      const organization = await idOf('POST', '/v1/organizations', {
        name: 'Bosses',
        created_by: ada.id,
      });
      const path = `/v1/organizations/${organization}`;
      const members = await call('GET', `${path}/memberships`);
      expect(each(members, 'role')).toEqual(['org:boss']);
      expect(each(members, 'permissions')).toEqual([
        expect.arrayContaining(['org:articles:manage']),
      ]);
      const invitation = await idOf('POST', `${path}/invitations`, {
        email_address: 'boss@example.com',
        role: 'org:boss',
        inviter_user_id: ada.id,
      });
      expect(
        await call('POST', `${path}/invitations/${invitation}/revoke`, {
          requesting_user_id: ada.id,
        }),
      ).toMatchObject({ status: 200 });
      await call('DELETE', path);
      await call('PATCH', `${ROLES}/${admin}`, { key: 'org:admin' });
    });

    it('is not deleted while it is the creators’, whatever its key and though nobody has it', async () => {
      const { memberships } = backend.clerk.instance.store.directory;
      const before = memberships.list();
      const admin = String(each(await call('GET', `${ROLES}?query=org:admin`), 'id')[0]);
      await call('PATCH', `${ROLES}/${admin}`, { key: 'org:boss' });
      for (const membership of before) memberships.put({ ...membership, role: 'org:member' });
      expect(await call('DELETE', `${ROLES}/${admin}`)).toMatchObject(
        refused(422, 'organization_role_used'),
      );
      await call('PATCH', `${ROLES}/${admin}`, { key: 'org:admin' });
      for (const membership of before) memberships.put(membership);
    });

    it.each([
      ['without a key', { name: 'x' }, 422, 'form_param_missing', { param_name: 'key' }],
      [
        'without its prefix',
        { name: 'x', key: 'x' },
        422,
        'form_param_format_invalid',
        { param_name: 'key' },
      ],
      [
        'with the key of another',
        { name: 'x', key: 'org:admin' },
        422,
        'form_identifier_exists',
        { param_name: 'key' },
      ],
      [
        'with a permission that there is not',
        { name: 'x', key: 'org:x', permissions: ['perm_x'] },
        404,
        'resource_not_found',
        undefined,
      ],
    ])('is not created %s', async (_, body, status, code, meta) => {
      expect(await call('POST', ROLES, body)).toMatchObject(refused(status, code, meta));
    });

    it('of creators stays', async () => {
      const [admin] = each(await call('GET', `${ROLES}?query=org:admin`), 'id');
      expect(await call('DELETE', `${ROLES}/${String(admin)}`)).toMatchObject({ status: 422 });
    });

    it('is listed by name or key', async () => {
      const keys = async (query: string) => each(await call('GET', `${ROLES}?${query}`), 'key');
      expect(await keys('order_by=key')).toEqual(['org:admin', 'org:member']);
      expect(await keys('query=MEMB')).toEqual(['org:member']);
      expect(await keys('limit=1&offset=1&order_by=name')).toEqual(['org:member']);
    });
  });

  describe('a permission', () => {
    it('is read back as it was written, changes, and is taken from roles when it is deleted', async () => {
      const body = { name: 'Ship it', key: 'org:it:ship', description: 'By sea' };
      const created = await call('POST', PERMISSIONS, body);
      expect(created).toMatchObject({ status: 200, json: { ...body, type: 'user' } });
      const id = String(fieldOf(created, 'id'));
      expect(await call('GET', `${PERMISSIONS}/${id}`)).toEqual(created);
      expect(await call('PATCH', `${PERMISSIONS}/${id}`, { name: 'Send it' })).toMatchObject({
        json: { name: 'Send it', key: 'org:it:ship', description: 'By sea' },
      });
      const role = await idOf('POST', ROLES, { name: 'S', key: 'org:s', permissions: [id] });
      expect(await call('DELETE', `${PERMISSIONS}/${id}`)).toMatchObject({
        json: { deleted: true },
      });
      expect(await call('GET', `${ROLES}/${role}`)).toMatchObject({ json: { permissions: [] } });
      expect(await call('GET', `${PERMISSIONS}/${id}`)).toMatchObject(
        refused(404, 'resource_not_found'),
      );
    });

    it('of Clerk’s own is neither made, changed nor deleted', async () => {
      const [id] = each(await call('GET', `${PERMISSIONS}?query=sys_profile:manage`), 'id');
      const path = `${PERMISSIONS}/${String(id)}`;
      expect(await call('PATCH', path, { name: 'x' })).toMatchObject({ status: 403 });
      expect(await call('DELETE', path)).toMatchObject({ status: 403 });
      const own = { name: 'x', key: 'org:sys_x:y' };
      expect(await call('POST', PERMISSIONS, own)).toMatchObject(
        refused(422, 'form_param_format_invalid'),
      );
      const taken = { name: 'x', key: 'org:articles:read' };
      expect(await call('POST', PERMISSIONS, taken)).toMatchObject(
        refused(422, 'form_identifier_exists'),
      );
    });
  });
});

describe('an organization in session tokens', () => {
  const backend = backendForTests();

  const { call, idOf } = backend;

  let number = 0;

  async function founder() {
    const someone = await newVisitor(backend);
    number += 1;
    const organizationId = await idOf('POST', '/v1/organizations', {
      name: `Org ${number}`,
      created_by: someone.userId,
    });
    const path = `/v1/organizations/${organizationId}`;
    const signedInAgain = await signedInBrowser(backend.clerk, someone.email);
    const claims = async () => {
      const cookies = await handshake(backend.clerk, { __clerk_db_jwt: signedInAgain });
      return decodeJwt(cookies['__session']?.value ?? '');
    };
    return { ...someone, organizationId, path, claims };
  }

  it('is the one that its creator signs in for next, as an admin', async () => {
    const { organizationId, claims } = await founder();
    expect(await claims()).toMatchObject({
      o: { id: organizationId, rol: 'admin', per: 'manage,read', fpm: '3' },
      fea: 'o:articles',
    });
  });

  it('changes its name, slug and role in the next token', async () => {
    const { path, userId, claims } = await founder();
    await call('PATCH', path, { slug: `renamed-${number}` });
    await call('PATCH', `${path}/memberships/${userId}`, { role: 'org:member' });
    expect(await claims()).toMatchObject({
      o: { slg: `renamed-${number}`, rol: 'member', per: 'read', fpm: '1' },
    });
  });

  it('is gone from the next token once it is deleted, but the session goes on', async () => {
    const { path, userId, claims } = await founder();
    expect(await call('DELETE', path)).toMatchObject({ status: 200 });
    const after = await claims();
    expect(after).toMatchObject({ sub: userId, pla: 'u:free' });
    expect(after).not.toHaveProperty('o');
    expect(after).not.toHaveProperty('fea');
  });

  it('is gone as well for a member who was removed', async () => {
    const { path, userId, claims } = await founder();
    await call('DELETE', `${path}/memberships/${userId}`);
    expect(await claims()).not.toHaveProperty('o');
  });

  it('does not come back by itself to a member who was removed and joins again', async () => {
    const { path, userId, session, claims } = await founder();
    const members = `${path}/memberships`;
    await call('DELETE', `${members}/${userId}`);
    await call('POST', members, { user_id: userId, role: 'org:member' });
    expect(await claims()).not.toHaveProperty('o');
    expect(await call('GET', `/v1/sessions/${session.id}`)).toMatchObject({
      json: { last_active_organization_id: null },
    });
  });

  it('stays when the user leaves another', async () => {
    const { organizationId, userId, claims } = await founder();
    const other = await founder();
    await call('POST', `${other.path}/memberships`, { user_id: userId, role: 'org:member' });
    await call('DELETE', `${other.path}/memberships/${userId}`);
    expect(await claims()).toMatchObject({ o: { id: organizationId } });
  });

  it('stays when another member leaves', async () => {
    const { organizationId, path, claims } = await founder();
    const other = await newVisitor(backend);
    await call('POST', `${path}/memberships`, { user_id: other.userId, role: 'org:member' });
    await call('DELETE', `${path}/memberships/${other.userId}`);
    expect(await claims()).toMatchObject({ o: { id: organizationId } });
  });

  it('can be any of the user’s, by a handshake, and none of another’s', async () => {
    const mine = await founder();
    const other = await founder();
    const organizations = `/v1/organizations/${backend.clerk.users.ada.membership.organization.id}`;
    await call('POST', `${organizations}/memberships`, {
      user_id: mine.userId,
      role: 'org:member',
    });
    const devBrowser = await signedInBrowser(backend.clerk, mine.email);
    const activate = async (organization: string) => {
      const parameters = { __clerk_db_jwt: devBrowser, organization_id: organization };
      const cookies = await handshake(backend.clerk, parameters);
      return decodeJwt(cookies['__session']?.value ?? '').o;
    };
    expect(await activate('acme')).toMatchObject({ slg: 'acme', rol: 'member' });
    expect(await activate(mine.organizationId)).toMatchObject({
      id: mine.organizationId,
      rol: 'admin',
    });
    expect(await activate(other.organizationId)).toMatchObject({ id: mine.organizationId });
    expect(await activate('')).toBeUndefined();
  });

  it('allows what its role allows by now', async () => {
    const { path, userId, claims } = await founder();
    const create = (key: string) =>
      idOf('POST', '/v1/organization_permissions', { name: key, key });
    const read = await create('org:invoices:read');
    const auditor = await idOf('POST', '/v1/organization_roles', {
      name: 'Auditor',
      key: 'org:auditor',
      permissions: [read],
    });
    await call('PATCH', `${path}/memberships/${userId}`, { role: 'org:auditor' });
    expect(await claims()).toMatchObject({
      fea: 'o:articles,o:invoices',
      o: { rol: 'auditor', per: 'read', fpm: '0,1' },
    });
    const pay = await create('org:invoices:pay');
    await call('POST', `/v1/organization_roles/${auditor}/permissions/${pay}`);
    expect(await claims()).toMatchObject({ o: { per: 'pay,read', fpm: '0,3' } });
    await call('DELETE', `/v1/organization_roles/${auditor}/permissions/${read}`);
    expect(await claims()).toMatchObject({ o: { per: 'pay', fpm: '0,1' } });
    await call('DELETE', `/v1/organization_permissions/${pay}`);
    const after = await claims();
    expect(fieldOf({ json: after.o }, 'per')).toBeUndefined();
  });
});
