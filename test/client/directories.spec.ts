import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();

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
