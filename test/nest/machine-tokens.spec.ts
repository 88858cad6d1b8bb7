import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Inject, Injectable, Req } from '@nestjs/common';
import { AcceptsToken, Auth, ClerkClient, ClerkModule, getAuth, RequireRole } from 'clerk-nestjs';
import type { AuthenticatedMachineObject, WithAuth } from 'clerk-nestjs';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer } from './support/callers.js';
import { PLATFORMS, startApp } from './support/platforms.js';
import type { RunningApp } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';
import { LocalClerk } from 'clerk-nestjs/testing';

describe('machine tokens', () => {
  @Controller('api-key')
  @AcceptsToken('api_key')
  class ApiKeys {
    @Get('auth')
    async auth(@Auth() auth: AuthenticatedMachineObject<'api_key'>) {
      return {
        ...auth,
        isOwnToken: (await auth.getToken()).startsWith('ak_'),
        debug: auth.debug(),
      };
    }

    @Get('fields')
    fields(
      @Auth('userId') userId: unknown,
      @Auth('orgId') orgId: unknown,
      @Auth('id') id: unknown,
    ) {
      return { userId, orgId, id };
    }

    @Get('request')
    request(@Req() request: WithAuth<object>) {
      const { auth } = request;
      const asJson: unknown = JSON.parse(JSON.stringify(auth));
      return { name: auth.name, called: auth().tokenType, field: auth.tokenType, asJson };
    }

    @Get('no-session')
    noSession(@Req() request: object) {
      const { userId, tokenType, isAuthenticated } = getAuth(request);
      return { userId, tokenType, isAuthenticated };
    }
  }

  @Controller('m2m')
  @AcceptsToken('m2m_token')
  class Machines {
    @Get('machine-id')
    machineId(@Auth('machineId') machineId: string) {
      return { machineId };
    }

    @Get('auth')
    auth(@Auth() auth: AuthenticatedMachineObject<'m2m_token'>) {
      return auth;
    }
  }

  @Controller('oauth')
  @AcceptsToken('oauth_token')
  class Oauth {
    @Get('auth')
    auth(@Auth({ acceptsToken: 'oauth_token' }) auth: AuthenticatedMachineObject<'oauth_token'>) {
      return auth;
    }
  }

  describe.each(PLATFORMS)('a handler on %s', (platform) => {
    const recorded = recordedClerkForTests();
    const app = tokenAppForTests(platform, recorded, [ApiKeys, Machines, Oauth]);
    const ada = () => recorded.clerk.users.ada.id;

    it('gets the auth object of an API key, with its maker’s claims and scopes', async () => {
      const request = { subject: 'ada', name: 'CI', scopes: ['a', 'b'], claims: { tier: 'gold' } };
      const { id, token } = recorded.clerk.createApiKey(request);
      const { body, text } = await app.ask('/api-key/auth', bearer(token));
      expect(body).toEqual({
        id,
        tokenType: 'api_key',
        subject: ada(),
        userId: ada(),
        orgId: null,
        name: 'CI',
        scopes: ['a', 'b'],
        claims: { tier: 'gold' },
        isAuthenticated: true,
        isOwnToken: true,
        debug: { status: 'signed-in', reason: null, message: null },
      });
      expect(text).not.toContain(token);
    });

    it('gets single fields of it: an organization’s key is no user’s', async () => {
      const { id, token } = recorded.clerk.createApiKey({ subject: 'acme' });
      const { body } = await app.ask('/api-key/fields', bearer(token));
      expect(body).toEqual({ userId: null, orgId: expect.stringMatching(/^org_/), id });
    });

    it('finds it on req.auth, even the name, which functions have one of their own of', async () => {
      const { token } = recorded.clerk.createApiKey({ subject: 'ada', name: 'CI' });
      const { body, text } = await app.ask('/api-key/request', bearer(token));
      expect(body).toMatchObject({
        name: 'CI',
        called: 'api_key',
        field: 'api_key',
        asJson: { tokenType: 'api_key', name: 'CI', userId: ada() },
      });
      expect(text).not.toContain(token);
    });

    it('is told by getAuth(req) that a program is no session', async () => {
      const { token } = recorded.clerk.createApiKey({ subject: 'ada' });
      const { body } = await app.ask('/api-key/no-session', bearer(token));
      expect(body).toEqual({ userId: null, tokenType: 'session_token', isAuthenticated: false });
    });

    it.each(['opaque', 'jwt'] as const)('gets the machine of an M2M token (%s)', async (format) => {
      const { clerk } = recorded;
      const { id, token } = clerk.createM2mToken({ subject: 'worker', tokenFormat: format });
      const { worker, api } = clerk.machines;
      expect((await app.ask('/m2m/machine-id', bearer(token))).body).toEqual({
        machineId: worker.id,
      });
      expect((await app.ask('/m2m/auth', bearer(token))).body).toMatchObject({
        id,
        tokenType: 'm2m_token',
        subject: worker.id,
        machineId: worker.id,
        scopes: [api.id],
        isAuthenticated: true,
      });
    });

    it.each(['opaque', 'jwt'] as const)(
      'gets user and client of OAuth (%s)',
      async (tokenFormat) => {
        const request = { subject: 'ada', clientId: 'client_1', scopes: ['profile'], tokenFormat };
        const { id, token } = recorded.clerk.createOAuthAccessToken(request);
        expect((await app.ask('/oauth/auth', bearer(token))).body).toEqual({
          id,
          tokenType: 'oauth_token',
          subject: ada(),
          userId: ada(),
          clientId: 'client_1',
          scopes: ['profile'],
          isAuthenticated: true,
        });
      },
    );
  });
});

describe('the injected client', () => {
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
});
