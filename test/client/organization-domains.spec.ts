import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json } from './backend-api-server.js';

const api = await backendApiForTests();
const { organizations } = createBackendApiClient({ secretKey: 'sk_test_o', apiUrl: api.url });

const wireDomain = {
  object: 'organization_domain',
  id: 'orgdmn_1',
  organization_id: 'org_1',
  name: 'example.com',
  enrollment_mode: 'automatic_invitation',
  affiliation_email_address: null,
  verification: { status: 'verified', strategy: 'txt', attempts: 1, expire_at: 1_700_000_000_000 },
  total_pending_invitations: 2,
  total_pending_suggestions: 0,
  created_at: 1,
  updated_at: 2,
};

const which = { organizationId: 'org_1', domainId: 'orgdmn_1' };

describe('a domain of an organization', () => {
  it('has the names of its type, while what can be copied is the answer as it came', async () => {
    api.answer = (res) => json(res, 200, wireDomain);

    const domain = await organizations.verifyOrganizationDomainOwnership(which);

    expect(domain.organizationId).toBe('org_1');
    expect(domain.enrollmentMode).toBe('automatic_invitation');
    expect(domain.affiliationEmailAddress).toBeNull();
    expect(domain.verification?.expireAt).toBe(1_700_000_000_000);
    expect(domain.totalPendingInvitations).toBe(2);
    expect({ ...domain }).toStrictEqual(wireDomain);
    expect(JSON.parse(JSON.stringify(domain))).toStrictEqual(wireDomain);
    expect(api.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /v1/organizations/org_1/domains/orgdmn_1/verify_ownership',
    ]);
  });

  it('leaves an id and no more when it is deleted', async () => {
    api.answer = (res) =>
      json(res, 200, { object: 'organization_domain', id: 'orgdmn_1', deleted: true });

    expect(await organizations.deleteOrganizationDomain(which)).toStrictEqual({
      object: 'organization_domain',
      id: 'orgdmn_1',
      slug: null,
      deleted: true,
    });
  });

  it.each([
    ['nothing said', {}, true],
    ['undefined', { verified: undefined }, true],
    ['false', { verified: false }, false],
  ])('is created as proved or not, with %s', async (_what, given, verified) => {
    api.answer = (res) => json(res, 200, wireDomain);
    const enrollmentMode = 'manual_invitation';

    const domain = { organizationId: 'org_1', name: 'example.com', enrollmentMode } as const;
    await organizations.createOrganizationDomain({ ...domain, ...given });

    expect(api.requests.map(({ body }): unknown => JSON.parse(body))).toEqual([
      { name: 'example.com', enrollment_mode: 'manual_invitation', verified },
    ]);
  });

  it('comes with all others of all organizations, page by page', async () => {
    api.answer = (res, { url }) => {
      const offset = Number(new URL(url, api.url).searchParams.get('offset'));
      json(res, 200, { data: [{ ...wireDomain, id: `orgdmn_${offset}` }], total_count: 2 });
    };

    const ids: string[] = [];
    for await (const { id } of organizations.eachInstanceDomain({ verified: false, limit: 1 })) {
      ids.push(id);
    }

    expect(ids).toEqual(['orgdmn_0', 'orgdmn_1']);
    expect(api.requests.map(({ url }) => url)).toEqual([
      '/v1/organization_domains?verified=false&limit=1&offset=0',
      '/v1/organization_domains?verified=false&limit=1&offset=1',
    ]);
  });
});
