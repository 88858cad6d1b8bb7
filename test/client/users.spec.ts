import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import type { SeenRequest } from './backend-api-server.js';
import { wireUser } from './wire-user.js';

const api = await backendApiForTests();
const { users } = createBackendApiClient({ secretKey: 'sk_test_users', apiUrl: api.url });

const asked = () => api.requests.map(({ method, url }) => `${method} ${url}`);
const bodies = () => api.requests.map(({ body }): unknown => body && JSON.parse(body));

/** Answers with users u0, u1, …: as many as there are behind the offset, up to the limit. */
function haveUsers(count: number): void {
  api.answer = (res, { url }) => {
    const { pathname, searchParams } = new URL(url, api.url);
    if (pathname.endsWith('/count')) {
      return json(res, 200, { object: 'total_count', total_count: count });
    }
    const offset = Number(searchParams.get('offset') ?? 0);
    const limit = Number(searchParams.get('limit') ?? 10);
    const ids = Array.from({ length: count }, (_, place) => `u${place}`);
    const page = ids.slice(offset, offset + limit);
    json(
      res,
      200,
      page.map((id) => ({ object: 'user', id })),
    );
  };
}

describe('users.getUserList', () => {
  it('counts the users that the filters mean, whatever the page and the order', async () => {
    haveUsers(12);

    const { data, totalCount } = await users.getUserList({
      limit: 2,
      offset: 3,
      orderBy: '-created_at',
      startingAfter: 'user_0',
      emailAddress: ['ada@example.com', 'grace@example.com'],
      banned: false,
      lastActiveAtAfter: 0,
    });

    expect(data.map(({ id }) => id)).toEqual(['u3', 'u4']);
    expect(totalCount).toBe(12);
    const filters =
      'email_address=ada%40example.com&email_address=grace%40example.com' +
      '&banned=false&last_active_at_after=0';
    expect(asked().toSorted()).toEqual([
      `GET /v1/users/count?${filters}`,
      'GET /v1/users?limit=2&offset=3&order_by=-created_at&starting_after=user_0&' + filters,
    ]);
  });

  it('works without parameters', async () => {
    haveUsers(1);

    await expect(users.getUserList()).resolves.toMatchObject({ totalCount: 1 });
    expect(asked().toSorted()).toEqual(['GET /v1/users', 'GET /v1/users/count']);
  });

  it.each(['/v1/users', '/v1/users/count'])('rejects when %s fails', async (failing) => {
    api.answer = (res, { url }) =>
      url === failing ? json(res, 403, { errors: [] }) : json(res, 200, []);

    await expect(rejection(users.getUserList())).resolves.toMatchObject({ status: 403 });
  });
});

describe('users.each', () => {
  it('refuses startingAfter, which the API takes beside no offset, and asks nothing', async () => {
    haveUsers(5);

    // @ts-expect-error -- for lists only
    const error = await rejection(users.each({ startingAfter: 'user_0' }).next());

    expect(error).toMatchObject({
      name: 'ClerkConfigurationError',
      message: expect.stringContaining('takes no `startingAfter`'),
    });
    expect(asked()).toEqual([]);
  });

  it('goes through the pages without counting', async () => {
    haveUsers(5);

    const seen: string[] = [];
    for await (const { id } of users.each({ limit: 2, query: 'a' })) seen.push(id);

    expect(seen).toEqual(['u0', 'u1', 'u2', 'u3', 'u4']);
    expect(asked()).toEqual([
      'GET /v1/users?limit=2&query=a&offset=0',
      'GET /v1/users?limit=2&query=a&offset=2',
      'GET /v1/users?limit=2&query=a&offset=4',
    ]);
  });
});

describe('users.updateUser', () => {
  const change = 'PATCH /v1/users/user_1';
  const replace = 'PUT /v1/users/user_1/metadata';
  const metadata = { publicMetadata: { some_key: { innerKey: 1 } } };
  const wireMetadata = { public_metadata: { some_key: { innerKey: 1 } } };

  it.each([
    [
      'fields by one call',
      { firstName: 'Ada', primaryEmailAddressID: 'idn_1' },
      [change],
      [{ first_name: 'Ada', primary_email_address_id: 'idn_1' }],
    ],
    ['metadata by another', metadata, [replace], [wireMetadata]],
    ['metadata that is emptied', { unsafeMetadata: {} }, [replace], [{ unsafe_metadata: {} }]],
    [
      'both by two, the metadata last',
      { firstName: 'Ada', ...metadata },
      [change, replace],
      [{ first_name: 'Ada' }, wireMetadata],
    ],
    [
      'no fields that have no value',
      { firstName: undefined, ...metadata },
      [replace],
      [wireMetadata],
    ],
    ['nothing, without parameters', undefined, [change], ['']],
  ])('changes %s', async (_what, params, requests, sent) => {
    api.answer = (res) => json(res, 200, wireUser);

    await expect(users.updateUser('user_1', params)).resolves.toHaveProperty('id', 'user_1');

    expect(asked()).toEqual(requests);
    expect(bodies()).toEqual(sent);
  });

  it('leaves the metadata alone when the fields are refused', async () => {
    api.answer = (res) => json(res, 422, { errors: [] });

    const error = await rejection(users.updateUser('user_1', { firstName: 'Ada', ...metadata }));

    expect(error).toMatchObject({ status: 422 });
    expect(asked()).toEqual([change]);
  });

  it('asks nothing about an empty id', async () => {
    const error = await rejection(users.updateUser('', metadata));

    expect(error).toMatchObject({ code: 'invalid_id', parameter: 'userId' });
    expect(asked()).toEqual([]);
  });
});

describe('users.updateUserProfileImage', () => {
  const picture = new Uint8Array([0, 255, 13, 10, 45]);

  /** The one part of a form, read by the platform's own parser. */
  async function partOf(request: SeenRequest | undefined): Promise<unknown> {
    const type = request?.headers['content-type'] ?? '';
    const form = await new Response(request?.body, {
      headers: { 'Content-Type': type },
    }).formData();
    expect([...form.keys()]).toEqual(['file']);
    return form.get('file');
  }

  it.each([
    ['a file under its name', new File(['ada'], 'ada.png', { type: 'image/png' }), 'ada.png'],
    ['a blob', new Blob(['ada'], { type: 'image/png' }), 'blob'],
  ])('uploads %s', async (_what, file, name) => {
    api.answer = (res) => json(res, 200, wireUser);

    await users.updateUserProfileImage('user_1', { file });

    expect(asked()).toEqual(['POST /v1/users/user_1/profile_image']);
    expect(api.requests[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    const part = await partOf(api.requests[0]);
    expect(part).toMatchObject({ name, type: 'image/png', size: 3 });
  });

  it('uploads bytes as they are', async () => {
    api.answer = (res) => json(res, 200, wireUser);

    await users.updateUserProfileImage('user_1', { file: new Blob([picture]) });

    const length = Number(api.requests[0]?.headers['content-length']);
    await users.updateUserProfileImage('user_1', { file: new Blob([]) });
    expect(length - Number(api.requests[1]?.headers['content-length'])).toBe(picture.length);
  });
});

describe('users.getUserOauthAccessToken', () => {
  const token = { object: 'oauth_access_token', token: 'ya29', provider: 'oauth_google' };
  const page = { data: [{ ...token, label: null }], total_count: 1 };

  it.each(['google', 'oauth_google'] as const)(
    'asks for %s by its whole name',
    async (provider) => {
      api.answer = (res) => json(res, 200, page);

      const { data, totalCount } = await (provider === 'google'
        ? users.getUserOauthAccessToken('user_1', provider)
        : users.getUserOauthAccessToken('user_1', provider));

      expect(data).toMatchObject([{ token: 'ya29', label: '', publicMetadata: {} }]);
      expect(totalCount).toBe(1);
      expect(asked()).toEqual([
        'GET /v1/users/user_1/oauth_access_tokens/oauth_google?paginated=true',
      ]);
    },
  );

  it('goes through them page by page', async () => {
    api.answer = (res) => json(res, 200, page);

    const seen: string[] = [];
    for await (const { provider } of users.eachOauthAccessToken('user_1', 'custom_acme')) {
      seen.push(provider);
    }

    expect(seen).toEqual(['oauth_google']);
    expect(asked()).toEqual([
      'GET /v1/users/user_1/oauth_access_tokens/oauth_custom_acme?paginated=true&limit=100&offset=0',
    ]);
  });

  it.each([
    ['', 'google', 'userId'],
    ['user_1', '', 'provider'],
  ])('asks nothing about (%j, %j)', async (userId, provider, parameter) => {
    // @ts-expect-error -- an empty text is no provider
    const error = await rejection(users.getUserOauthAccessToken(userId, provider));

    expect(error).toMatchObject({ code: 'invalid_id', parameter });
    expect(asked()).toEqual([]);
  });
});

describe('users.setPasswordCompromised', () => {
  it.each([
    ['no parameters', undefined, { revoke_all_sessions: false }],
    ['a wish to end sessions', { revokeAllSessions: true }, { revoke_all_sessions: true }],
  ])('says what becomes of sessions, given %s', async (_what, params, sent) => {
    api.answer = (res) => json(res, 200, wireUser);

    await users.setPasswordCompromised('user_1', params);

    expect(asked()).toEqual(['POST /v1/users/user_1/password/set_compromised']);
    expect(bodies()).toEqual([sent]);
  });
});

describe('answers that are no resources', () => {
  it.each(['disableUserMFA', 'deleteUserTOTP', 'deleteUserBackupCodes'] as const)(
    'users.%s tells the user under the name of the types, and shows the one of the wire',
    async (method) => {
      api.answer = (res) => json(res, 200, { user_id: 'user_1' });

      const answer = await users[method]('user_1');

      expect(answer.userId).toBe('user_1');
      expect(Object.entries(answer)).toEqual([['user_id', 'user_1']]);
    },
  );

  it('users.verifyTOTP tells what the code was', async () => {
    api.answer = (res) => json(res, 200, { verified: true, code_type: 'backup_code' });

    const answer = await users.verifyTOTP({ userId: 'user_1', code: '123456' });

    expect(answer).toStrictEqual({ verified: true, code_type: 'backup_code' });
    expect(bodies()).toEqual([{ code: '123456' }]);
  });

  it('users.deleteUser tells what is left of a user', async () => {
    api.answer = (res) => json(res, 200, { object: 'user', id: 'user_1', deleted: true });

    await expect(users.deleteUser('user_1')).resolves.toStrictEqual({
      object: 'user',
      id: 'user_1',
      slug: null,
      deleted: true,
    });
  });
});

describe('several users at once', () => {
  it.each([
    ['banUsers', '/v1/users/ban'],
    ['unbanUsers', '/v1/users/unban'],
  ] as const)('users.%s names them in one call', async (method, path) => {
    api.answer = (res) => json(res, 200, [wireUser, { ...wireUser, id: 'user_2' }]);

    const answer = await users[method]({ userIds: ['user_1', 'user_2'] });

    expect(answer.map(({ id }) => id)).toEqual(['user_1', 'user_2']);
    expect(asked()).toEqual([`POST ${path}`]);
    expect(bodies()).toEqual([{ user_ids: ['user_1', 'user_2'] }]);
  });
});

describe('trusted devices', () => {
  const wireDevice = {
    object: 'trusted_device',
    id: 'td_1',
    platform: 'ios',
    app_identifier: 'com.example.app',
    algorithm: 'ES256',
    status: 'active',
    created_at: 1,
    updated_at: 2,
  };
  const device = {
    id: 'td_1',
    platform: 'ios',
    appIdentifier: 'com.example.app',
    name: null,
    algorithm: 'ES256',
    status: 'active',
    createdAt: 1,
    updatedAt: 2,
    lastUsedAt: null,
    revokedAt: null,
  };

  it('are listed', async () => {
    api.answer = (res) => json(res, 200, { data: [wireDevice], total_count: 1 });

    const list = await users.getTrustedDeviceList({ userId: 'user_1' });
    const seen: unknown[] = [];
    for await (const each of users.eachTrustedDevice({ userId: 'user_1' })) seen.push(each);

    expect(list).toStrictEqual({ data: [device], totalCount: 1 });
    expect(seen).toStrictEqual([device]);
    expect(asked()).toEqual(Array(2).fill('GET /v1/users/user_1/trusted_devices'));
  });

  it('are revoked', async () => {
    api.answer = (res) =>
      json(res, 200, { ...wireDevice, name: 'Phone', status: 'revoked', revoked_at: 3 });

    const revoked = await users.revokeTrustedDevice({ userId: 'user_1', trustedDeviceId: 'td_1' });

    expect(revoked).toStrictEqual({ ...device, name: 'Phone', status: 'revoked', revokedAt: 3 });
    expect(asked()).toEqual(['DELETE /v1/users/user_1/trusted_devices/td_1']);
  });
});
