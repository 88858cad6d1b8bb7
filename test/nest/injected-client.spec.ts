import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Inject, Injectable } from '@nestjs/common';
import { Auth, ClerkClient, ClerkModule, RequireRole } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

/** What a back office does, by the injected client. */
@Injectable()
class BackOffice {
  constructor(@Inject(ClerkClient) readonly clerk: ClerkClient) {}

  /** Makes an organization of a new user's, with one more member and one who is invited. */
  async found(name: string) {
    const { users, organizations } = this.clerk;
    const emailAddress = [`${name}@example.com`];
    const founder = await users.createUser({ emailAddress, firstName: name });
    const organization = await organizations.createOrganization({ name, createdBy: founder.id });
    const { id: organizationId } = organization;
    const [member] = (await users.getUserList({ query: 'alan' })).data;
    if (!member) throw new Error('There is no alan.');
    const role = 'org:member';
    await organizations.createOrganizationMembership({ organizationId, userId: member.id, role });
    const guest = { organizationId, emailAddress: 'guest@example.com', role };
    const invitation = await organizations.createOrganizationInvitation(guest);
    return { founder, organization, member, invitation };
  }
}

@Controller('team')
class TeamController {
  @Get()
  @RequireRole('org:admin')
  show(@Auth('orgSlug') slug: string) {
    return slug;
  }
}

describe.each(PLATFORMS)('the injected client on %s drives the embedded Clerk', (platform) => {
  let clerk: LocalClerk;
  let running: RunningApp;
  let office: BackOffice;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot(clerk.options)],
      controllers: [TeamController],
      providers: [BackOffice],
    });
    office = running.app.get(BackOffice);
  });

  afterAll(async () => {
    await running.app.close();
    await clerk.stop();
  });

  const statusOf = async (user: string) => {
    const token = clerk.mintSessionToken(user);
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${running.origin}/team`, { headers })).status;
  };

  it('creates, lists, updates, bans and deletes a user and an organization', async () => {
    const { founder, organization, member, invitation } = await office.found('babbage');
    const { users, organizations } = office.clerk;
    const organizationId = organization.id;

    const members = await organizations.getOrganizationMembershipList({ organizationId });
    expect(members.data.map(({ role }) => role).toSorted()).toEqual(['org:admin', 'org:member']);
    const invited = await organizations.getOrganizationInvitationList({ organizationId });
    expect(invited.data).toEqual([invitation]);

    const renamed = await organizations.updateOrganization(organizationId, { name: 'Engines' });
    expect(await organizations.getOrganization({ organizationId })).toEqual(renamed);
    await users.updateUser(member.id, { lastName: 'T' });
    expect(await users.getUser(member.id)).toMatchObject({ lastName: 'T' });

    const each: string[] = [];
    for await (const user of users.each({ limit: 2 })) each.push(user.id);
    expect(each).toContain(founder.id);
    expect(each).toHaveLength(await users.getCount());

    expect(await users.banUser(founder.id)).toMatchObject({ banned: true });
    await organizations.deleteOrganization(organizationId);
    await users.deleteUser(founder.id);
    await expect(users.getUser(founder.id)).rejects.toMatchObject({ status: 404 });
  });

  it('gives the rights that the next token carries', async () => {
    const { organization, member } = await office.found('lovelace');
    expect(await statusOf(member.id)).toBe(403);
    await office.clerk.organizations.updateOrganizationMembership({
      organizationId: organization.id,
      userId: member.id,
      role: 'org:admin',
    });
    expect(await statusOf(member.id)).toBe(200);
  });
});
