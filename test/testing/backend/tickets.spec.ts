import { describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { devBrowserOf, handshake, locationOf, REDIRECT_URL } from '../frontend-api.js';
import { rawRequest } from '../raw-request.js';
import { backendForTests, each, fieldOf, refused } from './backend.js';

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
    expect(each(await call('GET', `/v1/sessions?user_id=${grace.id}&status=active`), 'id')).toEqual(
      [],
    );
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
