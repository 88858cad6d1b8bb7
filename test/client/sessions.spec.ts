import { createClerkClient as createVendorClient } from '@clerk/backend';
import { describe, expect, it, test } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClient, SessionApi } from '../../src/client/index.js';
import { fieldsOf } from './fields-of.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();

describe('sessions', () => {
  function clients() {
    const options = { secretKey: 'sk_test_sessions', apiUrl: api.url };
    const vendor = createVendorClient({ ...options, telemetry: { disabled: true } });
    return { ours: createBackendApiClient(options), theirs: vendor };
  }

  test.each<[Parameters<SessionApi['getToken']>, string, string]>([
    [['sess_1'], '/v1/sessions/sess_1/tokens', ''],
    [['sess_1', 'hasura'], '/v1/sessions/sess_1/tokens/hasura', ''],
    [['sess_1', 'hasura', 60], '/v1/sessions/sess_1/tokens/hasura', '{"expires_in_seconds":60}'],
    [['sess_1', undefined, 60], '/v1/sessions/sess_1/tokens', '{"expires_in_seconds":60}'],
    [['sess_1', '', 0], '/v1/sessions/sess_1/tokens', '{"expires_in_seconds":0}'],
  ])("getToken(%j) asks and answers as the vendor's", async (args, url, body) => {
    api.answer = (res) => json(res, 200, { object: 'token', jwt: 'a.b.c' });
    const { ours, theirs } = clients();
    await expect(ours.sessions.getToken(...args)).resolves.toStrictEqual({ jwt: 'a.b.c' });
    const expected = await theirs.sessions.getToken(...args);
    expect(fieldsOf(expected)).toEqual({ jwt: 'a.b.c' });
    const [first, second] = api.requests;
    expect(first).toMatchObject({ method: 'POST', url, body });
    expect(second).toMatchObject({ method: 'POST', url, body });
  });

  test.each<[Parameters<SessionApi['getToken']>, string]>([
    [[''], 'sessionId'],
    [['..', 'hasura'], 'sessionId'],
    [['sess_1', '..'], 'template'],
  ])('getToken(%j) is refused before any request, naming %s', async (args, parameter) => {
    const error = await rejection(clients().ours.sessions.getToken(...args));
    expect(error).toMatchObject({ code: 'invalid_id', parameter });
    expect(api.requests).toEqual([]);
  });

  const wireSession = {
    object: 'session',
    id: 'sess_1',
    client_id: 'client_1',
    user_id: 'user_1',
    status: 'active',
    last_active_at: 1,
    expire_at: 2,
    abandon_at: 3,
    created_at: 4,
    updated_at: 5,
    tasks: null,
  };
  const activity = { object: 'session_activity', id: 'sa_1', is_mobile: true, city: 'London' };
  const complete = {
    ...wireSession,
    actor: { sub: 'user_2', act_as: 1 },
    last_active_organization_id: null,
    latest_activity: activity,
  };

  test.each([
    ['a bare one', wireSession],
    ['an impersonated one with activity', complete],
  ])("getSession reads the vendor's fields and no others: %s", async (_name, wire) => {
    api.answer = (res) => json(res, 200, wire);
    const { ours, theirs } = clients();
    const [session, expected] = await Promise.all([
      ours.sessions.getSession('sess_1'),
      theirs.sessions.getSession('sess_1'),
    ]);
    expect(session).toStrictEqual(fieldsOf(expected));
    expect(api.requests.map(({ url }) => url)).toEqual(Array(2).fill('/v1/sessions/sess_1'));
  });

  test.each([true, false])(
    "refreshSession asks as the vendor's, with suffixed_cookies %p in the query",
    async (suffixed) => {
      api.answer = (res) =>
        json(res, 200, { object: 'cookies', cookies: ['__session=a.b.c; Path=/'] });
      const { ours, theirs } = clients();
      const params = {
        expired_token: 'a.b.c',
        refresh_token: 'rt_1',
        request_origin: 'https://app.example',
        request_headers: { 'x-forwarded-for': ['203.0.113.7'] },
        suffixed_cookies: suffixed,
        format: 'cookie' as const,
      };
      await expect(ours.sessions.refreshSession('sess_1', params)).resolves.toStrictEqual({
        cookies: ['__session=a.b.c; Path=/'],
      });
      await theirs.sessions.refreshSession('sess_1', {
        ...params,
        request_headers: { 'x-forwarded-for': ['203.0.113.7'] },
      });
      const [first, second] = api.requests;
      // The vendor drops a parameter that is false; the service takes its absence for that.
      const query = `?suffixed_cookies=${suffixed}`;
      expect(first?.url).toBe(`/v1/sessions/sess_1/refresh${query}`);
      expect(second?.url).toBe(`/v1/sessions/sess_1/refresh${suffixed ? query : ''}`);
      expect(JSON.parse(first?.body ?? '')).toEqual(JSON.parse(second?.body ?? ''));
    },
  );

  test("getHandshakePayload asks and answers as the vendor's", async () => {
    const payload = { directives: ['__client_uat=0; Path=/', '__session=; Path=/'] };
    api.answer = (res) => json(res, 200, payload);
    const { ours, theirs } = clients();
    const params = { nonce: 'a nonce' };
    await expect(ours.clients.getHandshakePayload(params)).resolves.toStrictEqual(payload);
    await expect(theirs.clients.getHandshakePayload(params)).resolves.toEqual(payload);
    const [first, second] = api.requests;
    expect(first).toMatchObject({ method: 'GET', url: second?.url });
    expect(first?.url).toBe('/v1/clients/handshake_payload?nonce=a+nonce');
  });
});

describe('directories', () => {
  function client(): BackendApiClient {
    return createBackendApiClient({ secretKey: 'sk_test_directories', apiUrl: api.url });
  }

  /** What was asked: the first request's line and its body. */
  function asked(): { line: string; body: unknown } {
    const { method, url, body } = api.requests[0] ?? { method: '', url: '', body: '' };
    return { line: `${method} ${url}`, body: body === '' ? undefined : JSON.parse(body) };
  }

  const wireDirectory = {
    object: 'directory',
    id: 'dir_1',
    name: 'Okta',
    enterprise_connection_id: 'entconn_1',
    endpoint_url: 'https://example.com/scim',
    provider: 'okta',
    enabled: true,
    group_role_mapping_enabled: true,
    attribute_mapping: { first_name: 'name.given_name' },
    custom_attributes: [
      {
        name: 'Level',
        key: 'a_b',
        sso_path: 's',
        scim_path: 'p',
        directory_path: 'p',
        multi_valued: true,
      },
    ],
    api_key: 'ak_1',
    created_at: 1,
    updated_at: 2,
  };

  const directory = {
    id: 'dir_1',
    name: 'Okta',
    enterpriseConnectionId: 'entconn_1',
    endpointUrl: 'https://example.com/scim',
    provider: 'okta',
    enabled: true,
    groupRoleMappingEnabled: true,
    attributeMapping: { first_name: 'name.given_name' },
    customAttributes: [
      {
        name: 'Level',
        key: 'a_b',
        ssoPath: 's',
        scimPath: 'p',
        directoryPath: 'p',
        multiValued: true,
      },
    ],
    apiKey: 'ak_1',
    createdAt: 1,
    updatedAt: 2,
  };

  describe.each([
    ['directories', 'directory'],
    ['scimDirectories', 'scim_directory'],
  ] as const)('%s', (name, kind) => {
    const path = name === 'directories' ? '/v1/directories' : '/v1/scim_directories';

    it('reads every field, and leaves the keys of the attribute mapping as they were saved', async () => {
      api.answer = (res) => json(res, 200, { ...wireDirectory, object: kind });
      const read = await client()[name].get('dir_1');
      expect(read).toEqual(directory);
      expect(asked().line).toBe(`GET ${path}/dir_1`);
    });

    it('has no API key and no connection where the answer has none', async () => {
      api.answer = (res) => json(res, 200, { object: kind, id: 'dir_1' });
      const read = await client()[name].get('dir_1');
      expect(read).toMatchObject({ apiKey: null, enterpriseConnectionId: null });
    });

    it("sends a new directory's mappings with the names of the wire", async () => {
      api.answer = (res) => json(res, 200, { ...wireDirectory, object: kind });
      await client()[name].create({
        enterpriseConnectionId: 'entconn_1',
        provider: 'okta',
        groupRoleMappings: [{ scimGroupId: 'g1', scimGroupDisplayName: 'G', roleId: 'role_1' }],
      });
      expect(asked()).toEqual({
        line: `POST ${path}`,
        body: {
          enterprise_connection_id: 'entconn_1',
          provider: 'okta',
          group_role_mappings: [
            { scim_group_id: 'g1', scim_group_display_name: 'G', role_id: 'role_1' },
          ],
        },
      });
    });

    it('lists page by page', async () => {
      api.answer = (res, { url }) => {
        const isFirst = url.includes('offset=0');
        const page = isFirst ? [{ object: kind, id: 'dir_1' }] : [{ object: kind, id: 'dir_2' }];
        json(res, 200, { data: page, total_count: 2 });
      };
      const ids: string[] = [];
      for await (const { id } of client()[name].each({ limit: 1 })) ids.push(id);
      expect(ids).toEqual(['dir_1', 'dir_2']);
    });

    it('deletes a mapping of a directory', async () => {
      const deleted = { object: `${kind}_group_role_mapping`, id: 'map_1', deleted: true };
      api.answer = (res) => json(res, 200, deleted);
      const answer = await client()[name].deleteGroupRoleMapping('dir_1', 'map_1');
      expect(answer).toEqual({ ...deleted, slug: null });
      expect(asked().line).toBe(`DELETE ${path}/dir_1/group_role_mappings/map_1`);
    });

    it.each(['', '.', '..', ' '])('refuses the id %j', async (id) => {
      const error = await rejection(client()[name].rotateApiKey(id));
      expect(error).toMatchObject({ code: 'invalid_id' });
      expect(api.requests).toEqual([]);
    });
  });

  const wireMapping = {
    object: 'directory_group_role_mapping',
    id: 'map_1',
    directory_id: 'dir_1',
    scim_directory_id: 'dir_1',
    directory_group_id: 'g1',
    scim_group_id: 'g1',
    directory_group_display_name: 'G',
    scim_group_display_name: 'G',
    role: { object: 'role', id: 'role_1', key: 'org:admin', is_creator_eligible: true },
    precedence: 1,
    created_at: 1,
    updated_at: 2,
  };

  describe('the mappings of a directory', () => {
    it('are replaced as a whole, with the names of the wire', async () => {
      api.answer = (res) => json(res, 200, { data: [wireMapping], total_count: 1 });
      const page = await client().directories.replaceGroupRoleMappings({
        directoryId: 'dir_1',
        mappings: [{ directoryGroupId: 'g1', roleId: 'role_1' }],
      });
      expect(asked()).toEqual({
        line: 'PUT /v1/directories/dir_1/group_role_mappings',
        body: { mappings: [{ directory_group_id: 'g1', role_id: 'role_1' }] },
      });
      expect(page).toMatchObject({
        totalCount: 1,
        data: [
          {
            id: 'map_1',
            directoryGroupDisplayName: 'G',
            role: { id: 'role_1', isCreatorEligible: true, permissions: [] },
          },
        ],
      });
    });

    it('are taken away by an empty list, which is sent', async () => {
      api.answer = (res) => json(res, 200, { data: [], total_count: 0 });
      const { scimDirectories } = client();
      await scimDirectories.replaceGroupRoleMappings({ scimDirectoryId: 'dir_1', mappings: [] });
      expect(asked().body).toEqual({ mappings: [] });
    });

    it('come in one piece: they are asked for once', async () => {
      api.answer = (res) => json(res, 200, { data: [wireMapping, wireMapping], total_count: 2 });
      const ids: string[] = [];
      for await (const { id } of client().directories.eachGroupRoleMapping('dir_1')) ids.push(id);
      expect(ids).toEqual(['map_1', 'map_1']);
      expect(api.requests.map(({ url }) => url)).toEqual([
        '/v1/directories/dir_1/group_role_mappings',
      ]);
    });
  });

  it('an update sends the attribute mapping as it is, and null to take one away', async () => {
    api.answer = (res) => json(res, 200, wireDirectory);
    const attributeMapping = { firstName: 'name.givenName', last_name: null };
    await client().directories.update({ directoryId: 'dir_1', enabled: false, attributeMapping });
    expect(asked()).toEqual({
      line: 'PATCH /v1/directories/dir_1',
      body: { enabled: false, attribute_mapping: attributeMapping },
    });
  });
});
