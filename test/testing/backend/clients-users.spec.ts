import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BackendApiClient } from '../../../src/client/index.js';
import { backendForTests } from './backend.js';
import { CLIENTS, rejection } from './clients.js';

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
