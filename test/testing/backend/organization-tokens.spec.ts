import { describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { handshake, signedInBrowser } from '../frontend-api.js';
import { backendForTests, fieldOf } from './backend.js';
import { newVisitor } from './visitor.js';

const backend = backendForTests();
const { call, idOf } = backend;
let number = 0;

describe('an organization in session tokens', () => {
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
