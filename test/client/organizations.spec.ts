import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();

describe('organizations', () => {
  const { organizations } = createBackendApiClient({ secretKey: 'sk_test_o', apiUrl: api.url });

  const wireOrganization = { object: 'organization', id: 'org_1', name: 'Acme', slug: 'acme' };

  const asked = () => api.requests.map(({ method, url }) => `${method} ${url}`);
  const bodies = () => api.requests.map(({ body }): unknown => JSON.parse(body));

  describe('organizations.getOrganization', () => {
    it.each([
      ['an id', { organizationId: 'org_1' }, '/v1/organizations/org_1'],
      ['a slug', { slug: 'acme' }, '/v1/organizations/acme'],
      [
        'a wish for the number of members',
        { slug: 'acme', includeMembersCount: true },
        '/v1/organizations/acme?include_members_count=true',
      ],
    ])('asks by %s', async (_what, params, url) => {
      api.answer = (res) => json(res, 200, wireOrganization);

      const organization = await organizations.getOrganization(params);

      expect(organization).toMatchObject({ id: 'org_1', name: 'Acme', slug: 'acme' });
      expect(organization.raw).toEqual(wireOrganization);
      expect(Object.keys(organization)).not.toContain('raw');
      expect(asked()).toEqual([`GET ${url}`]);
    });

    it('asks by the id where the types were passed by and there are both', async () => {
      api.answer = (res) => json(res, 200, wireOrganization);

      // @ts-expect-error -- one of the two
      await organizations.getOrganization({ organizationId: 'org_1', slug: 'x' });

      expect(asked()).toEqual(['GET /v1/organizations/org_1']);
    });

    it('asks by the slug where the id is undefined', async () => {
      api.answer = (res) => json(res, 200, wireOrganization);

      await organizations.getOrganization({ organizationId: undefined, slug: 'acme' });

      expect(asked()).toEqual(['GET /v1/organizations/acme']);
    });

    it.each([
      ['organizationId', { organizationId: '' }],
      ['slug', { slug: '' }],
      ['slug', { slug: '..' }],
    ])('asks nothing when the %s is no id: %o', async (name, params) => {
      const error = await rejection(organizations.getOrganization(params));

      expect(error).toMatchObject({
        name: 'InvalidIdError',
        message: expect.stringContaining(`\`${name}\``),
      });
      expect(asked()).toEqual([]);
    });
  });

  describe('organizations.updateOrganization', () => {
    const metadata = { publicMetadata: { some_key: { innerKey: 1 } } };
    const change = 'PATCH /v1/organizations/org_1';
    const replace = 'PUT /v1/organizations/org_1/metadata';
    const wireMetadata = { public_metadata: { some_key: { innerKey: 1 } } };

    it.each([
      ['fields', { maxAllowedMemberships: 0 }, [change], [{ max_allowed_memberships: 0 }]],
      ['metadata', metadata, [replace], [wireMetadata]],
      ['both', { name: 'Acme', ...metadata }, [change, replace], [{ name: 'Acme' }, wireMetadata]],
    ])('changes %s, with a request for each', async (_what, params, requests, sent) => {
      api.answer = (res, { method }) => json(res, 200, { ...wireOrganization, name: method });

      const organization = await organizations.updateOrganization('org_1', params);

      expect(asked()).toEqual(requests);
      expect(bodies()).toEqual(sent);
      expect(organization.name).toBe(requests.at(-1)?.split(' ')[0]);
    });

    it('leaves the metadata alone when the fields are refused', async () => {
      api.answer = (res) => json(res, 422, { errors: [{ code: 'form_param_invalid' }] });

      const error = await rejection(
        organizations.updateOrganization('org_1', { slug: '!', ...metadata }),
      );

      expect(error).toMatchObject({ status: 422 });
      expect(asked()).toEqual([change]);
    });
  });

  describe('organizations.updateOrganizationLogo', () => {
    it('uploads a file as a form', async () => {
      api.answer = (res) => json(res, 200, wireOrganization);
      const file = new File(['a picture'], 'logo.png', { type: 'image/png' });

      await organizations.updateOrganizationLogo('org_1', { file, uploaderUserId: 'user_1' });

      expect(asked()).toEqual(['PUT /v1/organizations/org_1/logo']);
      const [request] = api.requests;
      const form = await new Response(request?.body, {
        headers: { 'Content-Type': request?.headers['content-type'] ?? '' },
      }).formData();
      expect([...form.keys()]).toEqual(['file', 'uploader_user_id']);
      expect(form.get('uploader_user_id')).toBe('user_1');
      expect(form.get('file')).toMatchObject({ name: 'logo.png', type: 'image/png', size: 9 });
    });
  });

  describe('organizations.createOrganizationInvitationBulk', () => {
    it('sends a list, whose items keep their metadata, and reads a page', async () => {
      const invitation = {
        object: 'organization_invitation',
        id: 'orginv_1',
        email_address: 'a@b.c',
      };
      api.answer = (res) => json(res, 200, { data: [invitation], total_count: 1 });

      const { data, totalCount } = await organizations.createOrganizationInvitationBulk('org_1', [
        {
          emailAddress: 'a@b.c',
          role: 'org:member',
          publicMetadata: { some_key: { innerKey: 1 } },
        },
      ]);

      expect(asked()).toEqual(['POST /v1/organizations/org_1/invitations/bulk']);
      expect(bodies()).toEqual([
        [
          {
            email_address: 'a@b.c',
            role: 'org:member',
            public_metadata: { some_key: { innerKey: 1 } },
          },
        ],
      ]);
      expect(totalCount).toBe(1);
      expect(data[0]).toMatchObject({ id: 'orginv_1', emailAddress: 'a@b.c', publicMetadata: {} });
    });
  });
});

describe('a domain of an organization', () => {
  const { organizations } = createBackendApiClient({ secretKey: 'sk_test_o', apiUrl: api.url });

  const wireDomain = {
    object: 'organization_domain',
    id: 'orgdmn_1',
    organization_id: 'org_1',
    name: 'example.com',
    enrollment_mode: 'automatic_invitation',
    affiliation_email_address: null,
    verification: {
      status: 'verified',
      strategy: 'txt',
      attempts: 1,
      expire_at: 1_700_000_000_000,
    },
    total_pending_invitations: 2,
    total_pending_suggestions: 0,
    created_at: 1,
    updated_at: 2,
  };

  const which = { organizationId: 'org_1', domainId: 'orgdmn_1' };

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

describe('everything in a list, page by page', () => {
  const clerk = createBackendApiClient({ secretKey: 'sk_test_o', apiUrl: api.url });

  const inside = { organizationId: 'org_1', limit: 2 };

  const page = { limit: 2 };

  const { organizations } = clerk;

  /** A path and its query, whose order is nobody's business. */
  function sorted(pathAndQuery: string): string {
    const { pathname, searchParams } = new URL(pathAndQuery, api.url);
    searchParams.sort();
    return `${pathname}?${searchParams.toString()}`;
  }

  it.each([
    [
      'organizations',
      () => organizations.each({ query: 'a', limit: 2 }),
      '/organizations?query=a&',
    ],
    ['members', () => organizations.eachMembership(inside), '/organizations/org_1/memberships?'],
    [
      'members of all organizations',
      () => organizations.eachInstanceMembership(page),
      '/organization_memberships?',
    ],
    [
      'invitations',
      () => organizations.eachInvitation({ ...inside, status: ['pending', 'revoked'] }),
      '/organizations/org_1/invitations?',
      '&status=pending&status=revoked',
    ],
    [
      'pending invitations',
      () => organizations.eachPendingInvitation(inside),
      '/organizations/org_1/invitations/pending?',
    ],
    [
      'invitations of all organizations',
      () => organizations.eachInstanceInvitation(page),
      '/organization_invitations?',
    ],
    ['domains', () => organizations.eachDomain(inside), '/organizations/org_1/domains?'],
    [
      'domains of all organizations',
      () => organizations.eachInstanceDomain(page),
      '/organization_domains?',
    ],
    ['permissions', () => clerk.organizationPermissions.each(page), '/organization_permissions?'],
    ['roles', () => clerk.organizationRoles.each(page), '/organization_roles?'],
    ['role sets', () => clerk.roleSets.each(page), '/role_sets?'],
    ['redirect URLs', () => clerk.redirectUrls.each(page), '/redirect_urls?paginated=true&'],
    ['JWT templates', () => clerk.jwtTemplates.each(page), '/jwt_templates?paginated=true&'],
    [
      'templates',
      () => clerk.templates.each({ templateType: 'sms', limit: 2 }),
      '/templates/sms?paginated=true&',
    ],
  ])('%s', async (_what, each, path, rest = '') => {
    api.answer = (res, { url }) => {
      const offset = Number(new URL(url, api.url).searchParams.get('offset'));
      const items = [1, 2].map((place) => ({ id: `id_${offset + place}` }));
      json(res, 200, { data: items.slice(0, 3 - offset), total_count: 3 });
    };

    const ids: string[] = [];
    for await (const { id } of each()) ids.push(id);

    expect(ids).toEqual(['id_1', 'id_2', 'id_3']);
    expect(api.requests.map(({ url }) => sorted(url))).toEqual(
      [0, 2].map((offset) => sorted(`/v1${path}limit=2&offset=${offset}${rest}`)),
    );
  });

  it('domains of the instance, which come all at once', async () => {
    api.answer = (res) =>
      json(res, 200, { data: [{ object: 'domain', id: 'dmn_1' }], total_count: 9 });

    const ids: string[] = [];
    for await (const { id } of clerk.domains.each()) ids.push(id);

    expect(ids).toEqual(['dmn_1']);
    expect(api.requests.map(({ url }) => url)).toEqual(['/v1/domains']);
  });
});
