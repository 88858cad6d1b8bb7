import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json } from './backend-api-server.js';

const api = await backendApiForTests();
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

describe('everything in a list, page by page', () => {
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
