import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BackendApiClient } from '../../../src/client/index.js';
import { backendForTests } from './backend.js';
import { CLIENTS, rejection } from './clients.js';
import { decodeJwt } from 'jose';

describe.each(CLIENTS)('%s', (_, make) => {
  const backend = backendForTests();
  let client: BackendApiClient;
  beforeAll(() => {
    client = make(backend);
  });

  it('creates, lists, updates, bans and deletes a user', async () => {
    const { users } = client;
    const created = await users.createUser({
      emailAddress: ['linus@example.com'],
      firstName: 'Linus',
      lastName: 'Torvalds',
      password: 'correct horse battery',
      publicMetadata: { aB: { c: 1 } },
    });
    expect(created).toMatchObject({
      fullName: 'Linus Torvalds',
      primaryEmailAddress: { emailAddress: 'linus@example.com' },
      publicMetadata: { aB: { c: 1 } },
      passwordEnabled: true,
      createdAt: backend.now,
    });
    expect(await users.getUser(created.id)).toEqual(created);
    const { data, totalCount } = await users.getUserList({ query: 'torv', limit: 5 });
    expect([data, totalCount]).toEqual([[created], 1]);
    expect(await users.getCount()).toBe(4);

    backend.now += 1000;
    await users.updateUser(created.id, { lastName: 'T', publicMetadata: { only: 1 } });
    await users.updateUserMetadata(created.id, { privateMetadata: { p: 1 } });
    expect(await users.getUser(created.id)).toMatchObject({
      lastName: 'T',
      publicMetadata: { only: 1 },
      privateMetadata: { p: 1 },
      updatedAt: backend.now,
    });
    const tried = { userId: created.id, password: 'correct horse battery' };
    expect(await users.verifyPassword(tried)).toEqual({ verified: true });

    expect(await users.banUser(created.id)).toMatchObject({ banned: true });
    expect(await users.unbanUser(created.id)).toMatchObject({ banned: false });
    expect(await users.lockUser(created.id)).toMatchObject({ locked: true });
    expect(await users.unlockUser(created.id)).toMatchObject({ locked: false });
    expect(await users.deleteUser(created.id)).toMatchObject({ id: created.id, deleted: true });
    const error = await rejection(users.getUser(created.id));
    expect(error).toMatchObject({ status: 404, errors: [{ code: 'resource_not_found' }] });
  });

  it('creates, lists, updates and deletes an organization with a membership and an invitation', async () => {
    const { organizations, users } = client;
    const { ada, alan } = backend.clerk.users;
    const created = await organizations.createOrganization({
      name: 'Analytical Engines',
      createdBy: ada.id,
      publicMetadata: { plan: 'x' },
    });
    expect(created).toMatchObject({ slug: 'analytical-engines', createdBy: ada.id });
    const organizationId = created.id;
    expect(await organizations.getOrganization({ slug: 'analytical-engines' })).toEqual(created);
    const list = await organizations.getOrganizationList({ includeMembersCount: true });
    expect(list).toMatchObject({
      totalCount: 2,
      data: [{ id: organizationId, membersCount: 1 }, { slug: 'acme' }],
    });
    expect(
      await organizations.updateOrganization(organizationId, { name: 'Engines' }),
    ).toMatchObject({
      name: 'Engines',
      publicMetadata: { plan: 'x' },
    });

    const place = { organizationId, userId: alan.id };
    const membership = await organizations.createOrganizationMembership({
      ...place,
      role: 'org:member',
    });
    expect(membership).toMatchObject({
      role: 'org:member',
      permissions: ['org:sys_memberships:read', 'org:articles:read'],
      organization: { id: organizationId, name: 'Engines' },
      publicUserData: { userId: alan.id, identifier: 'alan@example.com' },
    });
    const admin = await organizations.updateOrganizationMembership({ ...place, role: 'org:admin' });
    expect(admin).toMatchObject({ id: membership.id, role: 'org:admin' });
    const members = await organizations.getOrganizationMembershipList({ organizationId });
    expect(members).toMatchObject({ totalCount: 2, data: [admin, { role: 'org:admin' }] });
    const ofUser = await users.getOrganizationMembershipList({ userId: alan.id });
    expect(ofUser.data).toEqual([admin]);

    const invitation = await organizations.createOrganizationInvitation({
      organizationId,
      emailAddress: 'new@example.com',
      role: 'org:member',
      inviterUserId: ada.id,
      publicMetadata: { from: 'ada' },
    });
    expect(invitation).toMatchObject({ status: 'pending', publicMetadata: { from: 'ada' } });
    const pending = await organizations.getOrganizationInvitationList({
      organizationId,
      status: ['pending'],
    });
    expect(pending).toEqual({ data: [invitation], totalCount: 1 });
    const one = { organizationId, invitationId: invitation.id };
    expect(await organizations.revokeOrganizationInvitation(one)).toMatchObject({
      status: 'revoked',
    });

    expect(await organizations.deleteOrganizationMembership(place)).toMatchObject({
      id: membership.id,
    });
    expect(await organizations.deleteOrganization(organizationId)).toMatchObject({ deleted: true });
    const error = await rejection(organizations.getOrganization({ organizationId }));
    expect(error).toMatchObject({ status: 404, errors: [{ code: 'resource_not_found' }] });
  });

  it('gets the errors as those of the API', async () => {
    const { users, invitations } = client;
    const taken = { emailAddress: ['ada@example.com'] };
    expect(await rejection(users.createUser(taken))).toMatchObject({
      status: 422,
      errors: [{ code: 'form_identifier_exists', meta: { paramName: 'email_address' } }],
    });
    await invitations.createInvitation({ emailAddress: 'twice@example.com' });
    const again = invitations.createInvitation({ emailAddress: 'twice@example.com' });
    expect(await rejection(again)).toMatchObject({
      status: 400,
      errors: [{ code: 'duplicate_record' }],
    });
  });

  it('invites, in bulk too, and revokes', async () => {
    const { invitations } = client;
    const params = [
      { emailAddress: 'b1@example.com' },
      { emailAddress: 'b2@example.com', publicMetadata: { aB: 1 } },
    ];
    const created = await invitations.createInvitationBulk(params);
    expect(created).toMatchObject([{ status: 'pending' }, { publicMetadata: { aB: 1 } }]);
    const id = created[0]?.id ?? '';
    expect(await invitations.revokeInvitation(id)).toMatchObject({
      status: 'revoked',
      revoked: true,
    });
    const list = await invitations.getInvitationList({ query: 'b', status: 'revoked' });
    expect(list).toMatchObject({ totalCount: 1, data: [{ id }] });
  });
});

describe.each(CLIENTS)('%s', (_, make) => {
  const backend = backendForTests();
  let client: BackendApiClient;
  beforeAll(() => {
    client = make(backend);
  });

  it('creates, lists, verifies and revokes a session, and gets its tokens', async () => {
    const { sessions } = client;
    const { grace } = backend.clerk.users;
    const session = await sessions.createSession({ userId: grace.id });
    const { jwt } = await sessions.getToken(session.id);
    expect(decodeJwt(jwt)).toMatchObject({ sub: grace.id, sid: session.id });
    // oxlint-disable-next-line typescript/no-deprecated -- still there for who uses it
    expect(await sessions.verifySession(session.id, jwt)).toEqual(session);
    const list = await sessions.getSessionList({ userId: grace.id, status: 'active' });
    expect(list).toEqual({ data: [session], totalCount: 1 });
    expect(await sessions.revokeSession(session.id)).toMatchObject({ status: 'revoked' });
    expect(await rejection(sessions.getToken(session.id))).toMatchObject({ status: 404 });
    const template = sessions.getToken(session.id, 'supabase');
    expect(await rejection(template)).toMatchObject({ status: 404 });
  });

  it('creates and revokes a sign-in token', async () => {
    const { signInTokens } = client;
    const userId = backend.clerk.users.ada.id;
    const created = await signInTokens.createSignInToken({ userId, expiresInSeconds: 60 });
    expect(created).toMatchObject({ userId, status: 'pending' });
    expect(created.url).toBe(`${backend.clerk.origin}/sign-in?__clerk_ticket=${created.token}`);
    expect(await signInTokens.revokeSignInToken(created.id)).toMatchObject({ status: 'revoked' });
  });

  it('manages roles and permissions', async () => {
    const { organizationRoles: roles, organizationPermissions: permissions } = client;
    const permission = await permissions.createOrganizationPermission({
      name: 'Pay invoices',
      key: 'org:invoices:pay',
      description: 'All of them',
    });
    const role = await roles.createOrganizationRole({
      name: 'Payer',
      key: 'org:payer',
      permissions: [permission.id],
    });
    expect(role).toMatchObject({ key: 'org:payer', permissions: [{ key: 'org:invoices:pay' }] });
    expect(await roles.getOrganizationRole(role.id)).toEqual(role);
    const list = await roles.getOrganizationRoleList({ query: 'payer' });
    expect(list).toEqual({ data: [role], totalCount: 1 });
    expect(await permissions.getOrganizationPermission(permission.id)).toEqual(permission);
    expect(await permissions.deleteOrganizationPermission(permission.id)).toMatchObject({
      deleted: true,
    });
    expect(await roles.deleteOrganizationRole(role.id)).toMatchObject({ deleted: true });
  });

  it('manages machines and their tokens', async () => {
    const { machines, m2m } = client;
    const { api } = backend.clerk.machines;
    const machine = await machines.create({
      name: 'cron',
      scopedMachines: [api.id],
      defaultTokenTtl: 60,
    });
    const { secretKey: machineSecretKey = '' } = machine;
    expect(machine).toMatchObject({ name: 'cron', scopedMachines: [{ id: api.id, name: 'api' }] });
    expect(await machines.getSecretKey(machine.id)).toMatchObject({ secret: machineSecretKey });
    const token = await m2m.createToken({ machineSecretKey, claims: { aB: 1 } });
    expect(token).toMatchObject({ subject: machine.id, scopes: [api.id], claims: { aB: 1 } });
    expect(token.expiration).toBe(backend.now + 60_000);
    const verified = await m2m.verify({ token: token.token ?? '' });
    expect(verified).toMatchObject({ id: token.id, subject: machine.id });
    const list = await m2m.list({ machineSecretKey, subject: machine.id });
    expect(list).toMatchObject({ totalCount: 1, data: [{ id: token.id }] });
    const lost = { m2mTokenId: token.id, revocationReason: 'lost' };
    // By the key of another machine, there is no such token.
    expect(await rejection(m2m.revokeToken(lost))).toMatchObject({ status: 404 });
    const revoked = await m2m.revokeToken({ machineSecretKey, ...lost });
    expect(revoked).toMatchObject({ revoked: true, revocationReason: 'lost' });
    const again = m2m.verify({ machineSecretKey, token: token.token ?? '' });
    expect(await rejection(again)).toMatchObject({ status: 404 });
    expect(await machines.delete(machine.id)).toMatchObject({ id: machine.id, deleted: true });
  });

  it('manages API keys', async () => {
    const { apiKeys } = client;
    const subject = backend.clerk.users.ada.id;
    const created = await apiKeys.create({
      name: 'Deploys',
      subject,
      scopes: ['a'],
      claims: { aB: 1 },
    });
    const { id, secret = '' } = created;
    expect(created).toMatchObject({ subject, scopes: ['a'], claims: { aB: 1 }, expiration: null });
    expect(await apiKeys.verify(secret)).toMatchObject({ id });
    expect(await apiKeys.getSecret(id)).toEqual({ secret });
    const updated = await apiKeys.update({
      apiKeyId: id,
      description: 'd',
      subject,
      secondsUntilExpiration: 60,
    });
    expect(updated).toMatchObject({ description: 'd', expiration: backend.now + 60_000 });
    expect(await apiKeys.list({ subject })).toMatchObject({ totalCount: 1, data: [{ id }] });
    expect(await apiKeys.revoke({ apiKeyId: id, revocationReason: 'r' })).toMatchObject({
      revoked: true,
    });
    expect(await rejection(apiKeys.verify(secret))).toMatchObject({ status: 404 });
    expect(await apiKeys.list({ subject })).toMatchObject({ totalCount: 0 });
    expect(await apiKeys.list({ subject, includeInvalid: true })).toMatchObject({ totalCount: 1 });
    expect(await apiKeys.delete(id)).toMatchObject({ id, deleted: true });
  });
});
