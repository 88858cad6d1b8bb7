import { describe, expect, it } from '@jest/globals';
import { APP, devBrowserOf, handshake, locationOf, REDIRECT_URL, submit } from '../frontend-api.js';
import { backendForTests, each, fieldOf, refused } from './backend.js';
import { newVisitor } from './visitor.js';
import { decodeJwt } from 'jose';
import { rawRequest } from '../raw-request.js';

describe('the access of users', () => {
  const backend = backendForTests();
  const { call, idOf } = backend;
  const visitor = () => newVisitor(backend);

  const SIGNED_OUT = { __session: { value: '' }, __client_uat: { value: '0' } };

  describe.each([
    ['banning', (id: string) => call('POST', `/v1/users/${id}/ban`)],
    ['banning in bulk', (id: string) => call('POST', '/v1/users/ban', { user_ids: [id] })],
    ['deleting', (id: string) => call('DELETE', `/v1/users/${id}`)],
  ])('%s a user', (_, change) => {
    it('ends the sessions: the handshake and the refresh sign out', async () => {
      const { userId, session, cookies, refresh } = await visitor();
      expect(await refresh()).toMatchObject({ status: 200 });
      expect(await change(userId)).toMatchObject({ status: 200 });
      expect(await cookies()).toMatchObject(SIGNED_OUT);
      expect(await refresh()).toMatchObject({ status: 401 });
      expect(await call('POST', `/v1/sessions/${session.id}/tokens`, {})).toMatchObject({
        status: 404,
      });
      const active = await call('GET', `/v1/sessions?user_id=${userId}&status=active`);
      expect(active.json).toEqual([]);
    });

    it('keeps others signed in', async () => {
      const [{ userId }, other] = [await visitor(), await visitor()];
      await change(userId);
      expect(await other.claims()).toMatchObject({ sub: other.userId });
    });

    it('leaves nobody who can sign in as the user', async () => {
      const { userId, email } = await visitor();
      await change(userId);
      const { clerk } = backend;
      for (const user of [userId, email]) {
        const answer = await submit(clerk, '/sign-in', { user, redirect_url: APP });
        expect(answer.status).toBe(400);
        const response = await fetch(`${clerk.origin}/local/tokens/${encodeURIComponent(user)}`);
        expect([403, 404]).toContain(response.status);
        expect(await response.text()).not.toMatch(/eyJ/);
      }
      const session = await call('POST', '/v1/sessions', { user_id: userId });
      expect([404, 422]).toContain(session.status);
    });
  });

  describe('a banned user', () => {
    it('is shown as such, and has revoked sessions, until unbanned', async () => {
      const { userId, email, session } = await visitor();
      const banned = await call('POST', `/v1/users/${userId}/ban`);
      expect(banned.json).toMatchObject({ banned: true });
      expect(await call('GET', `/v1/sessions/${session.id}`)).toMatchObject({
        json: { status: 'revoked' },
      });
      expect(await call('POST', `/v1/users/${userId}/unban`)).toMatchObject({
        json: { banned: false },
      });
      // What was ended stays so.
      expect(await call('GET', `/v1/sessions/${session.id}`)).toMatchObject({
        json: { status: 'revoked' },
      });
      expect(await submit(backend.clerk, '/sign-in', { user: email })).toMatchObject({
        status: 200,
      });
    });

    it('has minted tokens of a session that is over, and of a new one once unbanned', async () => {
      const { clerk } = backend;
      const userId = await idOf('POST', '/v1/users', { username: 'minted' });
      await call('POST', `/v1/users/${userId}/ban`);
      const sid = String(clerk.instance.claimsOf(clerk.mintSessionToken('minted'))?.sid);
      expect(await call('GET', `/v1/sessions/${sid}`)).toMatchObject({
        json: { status: 'revoked' },
      });
      await call('POST', '/v1/users/unban', { user_ids: [userId] });
      clerk.mintSessionToken('minted');
      expect(await call('GET', `/v1/sessions/${sid}`)).toMatchObject({
        json: { status: 'active' },
      });
    });

    it('is changed once in bulk where the id comes twice', async () => {
      const { userId } = await visitor();
      const answer = await call('POST', '/v1/users/ban', { user_ids: [userId, userId] });
      expect(each(answer, 'id')).toEqual([userId]);
    });

    it.each(['ban', 'unban'])(
      'may be one of 50 whom one call can %s, not of 51',
      async (change) => {
        const { userId } = await visitor();
        const ids = (count: number) => ({ user_ids: Array.from({ length: count }, () => userId) });
        expect(await call('POST', `/v1/users/${change}`, ids(50))).toMatchObject({ status: 200 });
        expect(await call('POST', `/v1/users/${change}`, ids(51))).toMatchObject({
          status: 400,
          json: { errors: [{ meta: { param_name: 'user_ids' } }] },
        });
      },
    );

    it('is not banned in bulk when another of the ids is nobody’s', async () => {
      const { userId, claims } = await visitor();
      const answer = await call('POST', '/v1/users/ban', { user_ids: [userId, 'user_nobody'] });
      expect(answer.status).toBe(400);
      expect(await claims()).toMatchObject({ sub: userId });
    });
  });

  describe('a locked user', () => {
    it('can’t sign in for an hour, but stays signed in', async () => {
      const { userId, email, claims } = await visitor();
      const locked = await call('POST', `/v1/users/${userId}/lock`);
      expect(locked.json).toMatchObject({ locked: true, lockout_expires_in_seconds: 3600 });
      expect(await claims()).toMatchObject({ sub: userId });
      const again = () => submit(backend.clerk, '/sign-in', { user: email });
      const answer = await again();
      expect(answer.status).toBe(400);
      expect(answer.body).toContain('is locked');
      backend.now += 3_599_999;
      expect(await again()).toMatchObject({ status: 400 });
      backend.now += 1;
      expect(await again()).toMatchObject({ status: 200 });
      expect(await call('GET', `/v1/users/${userId}`)).toMatchObject({
        json: { locked: false, lockout_expires_in_seconds: null },
      });
    });

    it('can sign in once unlocked', async () => {
      const { userId, email } = await visitor();
      await call('POST', `/v1/users/${userId}/lock`);
      expect(await call('POST', `/v1/users/${userId}/unlock`)).toMatchObject({
        json: { locked: false },
      });
      expect(await submit(backend.clerk, '/sign-in', { user: email })).toMatchObject({
        status: 200,
      });
    });
  });

  describe('a deleted user', () => {
    it('takes memberships, tokens and API keys along', async () => {
      const { clerk } = backend;
      const { userId } = await visitor();
      const organizationId = clerk.users.ada.membership.organization.id;
      const members = `/v1/organizations/${organizationId}/memberships`;
      const place = await idOf('POST', members, { user_id: userId, role: 'org:member' });
      const key = clerk.createApiKey({ subject: userId });
      const oauth = clerk.createOAuthAccessToken({ subject: userId });
      const ticket = await idOf('POST', '/v1/sign_in_tokens', { user_id: userId });
      expect(await call('DELETE', `/v1/users/${userId}`)).toEqual({
        status: 200,
        json: { object: 'user', id: userId, deleted: true },
      });
      expect(await call('GET', `/v1/users/${userId}`)).toMatchObject({ status: 404 });
      expect(await call('DELETE', `/v1/users/${userId}`)).toMatchObject({ status: 404 });
      const left = await call('GET', '/v1/organization_memberships?limit=500');
      expect(each(left, 'id')).not.toContain(place);
      expect(await call('POST', '/api_keys/verify', { secret: key.token })).toMatchObject({
        status: 404,
      });
      const access = { access_token: oauth.token };
      expect(await call('POST', '/oauth_applications/access_tokens/verify', access)).toMatchObject({
        status: 404,
      });
      expect(await call('POST', `/v1/sign_in_tokens/${ticket}/revoke`)).toMatchObject({
        status: 404,
      });
    });

    it('frees what identified it', async () => {
      const { userId, email } = await visitor();
      await call('DELETE', `/v1/users/${userId}`);
      expect(await call('POST', '/v1/users', { email_address: [email] })).toMatchObject({
        status: 200,
      });
    });
  });
});

describe('tickets', () => {
  const backend = backendForTests();
  const { call, idOf } = backend;

  async function createToken(body: Record<string, unknown> = {}) {
    const user_id = backend.clerk.users.ada.id;
    const created = await call('POST', '/v1/sign_in_tokens', { user_id, ...body });
    const url = new URL(String(fieldOf(created, 'url')));
    const open = (redirectUrl?: string) => {
      if (redirectUrl) url.searchParams.set('redirect_url', redirectUrl);
      return rawRequest(backend.clerk.port, { path: url.pathname + url.search });
    };
    return { created, id: String(fieldOf(created, 'id')), open };
  }

  describe('a sign-in token', () => {
    it('signs the browser in that opens its URL, and brings it to the app', async () => {
      const { created, open } = await createToken();
      expect(created).toMatchObject({
        status: 200,
        json: { object: 'sign_in_token', status: 'pending', created_at: backend.now },
      });
      const opened = await open(REDIRECT_URL);
      expect(opened.status).toBe(303);
      expect(locationOf(opened).href).toContain(REDIRECT_URL);
      const cookies = await handshake(backend.clerk, { __clerk_db_jwt: devBrowserOf(opened) });
      expect(decodeJwt(cookies['__session']?.value ?? '')).toMatchObject({
        sub: backend.clerk.users.ada.id,
      });
    });

    it('works once', async () => {
      const { id, open } = await createToken();
      expect((await open()).body).toContain('Signed in as Ada Lovelace');
      const again = await open();
      expect(again).toMatchObject({ status: 400 });
      expect(again.body).toContain('no longer good');
      expect(again.headers['set-cookie']).toBeUndefined();
      expect(await call('POST', `/v1/sign_in_tokens/${id}/revoke`)).toMatchObject(
        refused(400, 'sign_in_token_already_accepted'),
      );
    });

    it.each([
      ['was revoked', (id: string) => call('POST', `/v1/sign_in_tokens/${id}/revoke`)],
      ['has expired', () => Promise.resolve((backend.now += 60_000))],
      ['is of a banned user', () => call('POST', `/v1/users/${backend.clerk.users.ada.id}/ban`)],
    ])('is of no use once it %s', async (_, spoil) => {
      const { id, open } = await createToken({ expires_in_seconds: 60 });
      await spoil(id);
      const opened = await open();
      expect(opened).toMatchObject({ status: 400 });
      expect(opened.headers['set-cookie']).toBeUndefined();
      await call('POST', `/v1/users/${backend.clerk.users.ada.id}/unban`);
    });

    it('is not guessed', async () => {
      await createToken();
      for (const ticket of ['', 'x', '__proto__']) {
        const path = `/sign-in?__clerk_ticket=${ticket}`;
        expect(await rawRequest(backend.clerk.port, { path })).toMatchObject({ status: 400 });
      }
    });

    it('is refused for nobody', async () => {
      const body = { user_id: 'user_nobody' };
      expect(await call('POST', '/v1/sign_in_tokens', body)).toMatchObject(
        refused(404, 'resource_not_found'),
      );
      expect(await call('POST', '/v1/sign_in_tokens', {})).toMatchObject(
        refused(422, 'form_param_missing'),
      );
      expect(await call('POST', '/v1/sign_in_tokens/sit_none/revoke')).toMatchObject(
        refused(404, 'resource_not_found'),
      );
    });
  });

  describe('a session by the Backend API', () => {
    it('is created, listed, verified and revoked', async () => {
      const { grace } = backend.clerk.users;
      const created = await call('POST', '/v1/sessions', { user_id: grace.id });
      const id = String(fieldOf(created, 'id'));
      expect(created).toMatchObject({
        status: 200,
        json: {
          user_id: grace.id,
          status: 'active',
          last_active_organization_id: grace.membership.organization.id,
          created_at: backend.now,
        },
      });
      expect(await call('GET', `/v1/sessions/${id}`)).toEqual(created);
      expect(await call('GET', `/v1/sessions?user_id=${grace.id}`)).toEqual({
        status: 200,
        json: [created.json],
      });
      const byClient = `/v1/sessions?client_id=${String(fieldOf(created, 'client_id'))}&paginated=true`;
      expect(await call('GET', byClient)).toEqual({
        status: 200,
        json: { data: [created.json], total_count: 1 },
      });
      const minted = await call('POST', `/v1/sessions/${id}/tokens`, {});
      const token = fieldOf(minted, 'jwt');
      expect(await call('POST', `/v1/sessions/${id}/verify`, { token })).toEqual(created);
      const other = backend.clerk.mintSessionToken('ada');
      expect(await call('POST', `/v1/sessions/${id}/verify`, { token: other })).toMatchObject({
        status: 401,
      });
      expect(await call('POST', `/v1/sessions/${id}/revoke`)).toMatchObject({
        json: { status: 'revoked' },
      });
      expect(await call('POST', `/v1/sessions/${id}/verify`, { token })).toMatchObject({
        status: 401,
      });
      expect(
        each(await call('GET', `/v1/sessions?user_id=${grace.id}&status=active`), 'id'),
      ).toEqual([]);
    });

    it('is shown on the user as the last sign-in', async () => {
      const id = await idOf('POST', '/v1/users', { username: 'seen' });
      backend.now += 1000;
      await call('POST', '/v1/sessions', { user_id: id });
      expect(await call('GET', `/v1/users/${id}`)).toMatchObject({
        json: { last_sign_in_at: backend.now, last_active_at: backend.now },
      });
    });

    it('acts for an organization of the user’s only', async () => {
      const { alan, ada } = backend.clerk.users;
      const active_organization_id = ada.membership.organization.id;
      const create = (user_id: string) =>
        call('POST', '/v1/sessions', { user_id, active_organization_id });
      expect(await create(alan.id)).toMatchObject(refused(404, 'resource_not_found'));
      expect(await create(ada.id)).toMatchObject({
        json: { last_active_organization_id: active_organization_id },
      });
    });

    it('is not listed by a status that there is not', async () => {
      expect(await call('GET', '/v1/sessions?status=asleep')).toMatchObject(
        refused(422, 'form_param_value_invalid', { param_name: 'status' }),
      );
    });
  });
});
