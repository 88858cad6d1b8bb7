import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();
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
      { emailAddress: 'a@b.c', role: 'org:member', publicMetadata: { some_key: { innerKey: 1 } } },
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
