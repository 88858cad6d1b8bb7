import { describe, expect, it } from '@jest/globals';
import { routes } from '../../../src/testing/server/routes.js';
import { backendForTests, fieldOf } from './backend.js';
import { makeFixtures } from './document-fixtures.js';
import type { Fixtures } from './document-fixtures.js';
import { contradictions, operations } from './schema.js';

const backend = backendForTests();

/** Bodies that are enough for an operation; `$name` stands for a fixture. */
const BODIES: Readonly<Record<string, unknown>> = {
  CreateUser: { email_address: ['d@example.com'], phone_number: ['+1'], web3_wallet: ['0x'] },
  UsersBan: { user_ids: ['$user_id'] },
  UsersUnban: { user_ids: ['$user_id'] },
  VerifyPassword: { password: 'correct horse' },
  CreateOrganization: { name: 'D', created_by: '$user_id' },
  CreateOrganizationMembership: { user_id: '$other_user_id', role: 'org:member' },
  UpdateOrganizationMembership: { role: 'org:admin' },
  CreateOrganizationInvitation: invitation('i@example.com'),
  CreateOrganizationInvitationBulk: [invitation('j@example.com')],
  CreateInvitation: { email_address: 'k@example.com' },
  CreateBulkInvitations: [{ email_address: 'l@example.com' }],
  CreateOrganizationRole: { name: 'R', key: 'org:r', permissions: ['$permission_id'] },
  CreateOrganizationPermission: { name: 'P', key: 'org:p:p' },
  createSession: { user_id: '$user_id' },
  CreateSignInToken: { user_id: '$user_id' },
  CreateMachine: { name: 'm', scoped_machines: ['$other_machine_id'] },
  CreateMachineScope: { to_machine_id: '$third_machine_id' },
  RotateMachineSecretKey: { previous_token_ttl: 0 },
  createApiKey: { name: 'key', subject: '$user_id' },
  verifyApiKey: { secret: '$api_key_secret' },
  verifyM2MToken: { token: '$m2m_token' },
  verifyOAuthAccessToken: { access_token: '$oauth_token' },
};

const QUERIES: Readonly<Record<string, string>> = {
  getApiKeys: '?subject=$user_id',
  getM2MTokens: '?subject=$machine_id',
  ListOrganizations: '?include_members_count=true',
  GetHandshakePayload: '?nonce=$nonce',
};

function invitation(email_address: string) {
  return { email_address, role: 'org:member', inviter_user_id: '$user_id' };
}

// What is there with every answer of a fixture tells nothing about these: the first has its own
// specs, and of the other there is never one here.
const ELSEWHERE = new Set(['RefreshSession', 'CreateSessionTokenFromTemplate']);

const served = routes.flatMap((route) => {
  const documented = operations.get(route.operation);
  const isOfBackend = documented?.path === route.path.replace(/^\/v1/, '');
  return isOfBackend && !ELSEWHERE.has(route.operation) ? [{ ...route, documented }] : [];
});

async function send(row: (typeof served)[number], body: unknown, fixtures: Fixtures) {
  const { method, path, operation } = row;
  const slots = slotsOf(operation, path, fixtures);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? `no-${name}`);
  const query = withFixtures(QUERIES[operation] ?? '', fixtures);
  const isByMachine = operation === 'createM2MToken';
  const key = isByMachine ? backend.clerk.machineSecretKey : undefined;
  return backend.call(method, filled + query, body, key);
}

function slotsOf(operation: string, path: string, fixtures: Fixtures): Fixtures {
  const { other_permission_id, organization_invitation_id } = fixtures;
  if (operation.startsWith('AssignPermission')) {
    return { ...fixtures, permission_id: other_permission_id ?? '' };
  }
  return path.includes('/organizations/')
    ? { ...fixtures, invitation_id: organization_invitation_id ?? '' }
    : fixtures;
}

function withFixtures(source: string, fixtures: Fixtures): string {
  return source.replace(/\$(\w+)/g, (_, name: string) => fixtures[name] ?? `no-${name}`);
}

describe('an operation of the OpenAPI document', () => {
  it('is served, as are most of its neighbours', () => {
    expect(served.length).toBeGreaterThanOrEqual(76);
  });

  it.each(served)('answers as it says there: $operation', async (row) => {
    const { method, operation, documented } = row;
    const fixtures = await makeFixtures(backend);
    const given = JSON.stringify(BODIES[operation] ?? {});
    const body: unknown = method === 'GET' ? undefined : JSON.parse(withFixtures(given, fixtures));
    const { status, json } = await send(row, body, fixtures);
    expect({ status, json }).toMatchObject({ status: documented.answer.status });
    const { schema } = documented.answer;
    if (schema !== undefined) expect(contradictions(json, `#${schema}`)).toEqual([]);
  });
});

// They take whatever there is beside what they need.
const LENIENT = new Set(['verifyApiKey', 'verifyM2MToken', 'verifyOAuthAccessToken']);

describe('the parameters of an operation', () => {
  const rows = served.filter(({ documented, takesList }) => documented.body && !takesList);

  it.each(rows)('are those of the document, and no others: $operation', async (row) => {
    const fixtures = await makeFixtures(backend);
    const names = row.documented.body ?? [];
    const nothing = Object.fromEntries(names.map((name) => [name, null]));
    const known = await send(row, nothing, fixtures);
    expect(JSON.stringify(known)).not.toContain('form_param_unknown');
    expect(known.status).not.toBe(404);
    if (LENIENT.has(row.operation)) return;
    const other = await send(row, { ...nothing, surprise: 1 }, await makeFixtures(backend));
    const unknown = { code: 'form_param_unknown', meta: { param_name: 'surprise' } };
    expect(fieldOf(other, 'errors')).toContainEqual(expect.objectContaining(unknown));
  });
});
