import { listRoute, route } from '../route.js';
import type { Route } from '../route.js';
import {
  createOrganizationInvitation,
  createOrganizationInvitations,
} from './create-organization-invitations.js';
import {
  createInvitation,
  createInvitations,
  listInvitations,
  revokeInvitation,
} from './invitation-operations.js';
import { listAllMemberships, listMemberships } from './membership-list.js';
import {
  createMembership,
  deleteMembership,
  updateMembership,
  updateMembershipMetadata,
} from './membership-operations.js';
import {
  getOrganizationInvitation,
  listAllInvitations,
  listOrganizationInvitations,
  listPendingInvitations,
  revokeOrganizationInvitation,
} from './organization-invitations.js';
import { listOrganizations } from './organization-list.js';
import { mergeOrganizationMetadata, replaceOrganizationMetadata } from './organization-metadata.js';
import {
  createOrganization,
  deleteOrganization,
  getOrganization,
  updateOrganization,
} from './organization-operations.js';

const ALL = '/v1/organizations';
const ONE = '/v1/organizations/{organization_id}';
const MEMBERSHIPS = `${ONE}/memberships` as const;
const MEMBERSHIP = `${MEMBERSHIPS}/{user_id}` as const;
const INVITATIONS = `${ONE}/invitations` as const;
const INVITATION = `${INVITATIONS}/{invitation_id}` as const;

/** What the embedded instance answers about organizations. */
export const organizationRoutes: readonly Route[] = [
  route('GET', ALL, 'ListOrganizations', listOrganizations),
  route('POST', ALL, 'CreateOrganization', createOrganization),
  route('GET', ONE, 'GetOrganization', getOrganization),
  route('PATCH', ONE, 'UpdateOrganization', updateOrganization),
  route('DELETE', ONE, 'DeleteOrganization', deleteOrganization),
  route('PATCH', `${ONE}/metadata`, 'MergeOrganizationMetadata', mergeOrganizationMetadata),
  route('PUT', `${ONE}/metadata`, 'ReplaceOrganizationMetadata', replaceOrganizationMetadata),
];

/** What it answers about their members. */
export const membershipRoutes: readonly Route[] = [
  route(
    'GET',
    '/v1/organization_memberships',
    'InstanceGetOrganizationMemberships',
    listAllMemberships,
  ),
  route('GET', MEMBERSHIPS, 'ListOrganizationMemberships', listMemberships),
  route('POST', MEMBERSHIPS, 'CreateOrganizationMembership', createMembership),
  route('PATCH', MEMBERSHIP, 'UpdateOrganizationMembership', updateMembership),
  route('DELETE', MEMBERSHIP, 'DeleteOrganizationMembership', deleteMembership),
  route(
    'PATCH',
    `${MEMBERSHIP}/metadata`,
    'UpdateOrganizationMembershipMetadata',
    updateMembershipMetadata,
  ),
];

/** What it answers about invitations, to organizations and to sign up. */
export const invitationRoutes: readonly Route[] = [
  route(
    'GET',
    '/v1/organization_invitations',
    'ListInstanceOrganizationInvitations',
    listAllInvitations,
  ),
  route('GET', INVITATIONS, 'ListOrganizationInvitations', listOrganizationInvitations),
  route('POST', INVITATIONS, 'CreateOrganizationInvitation', createOrganizationInvitation),
  listRoute(
    `${INVITATIONS}/bulk`,
    'CreateOrganizationInvitationBulk',
    createOrganizationInvitations,
  ),
  route(
    'GET',
    `${INVITATIONS}/pending`,
    'ListPendingOrganizationInvitations',
    listPendingInvitations,
  ),
  route('GET', INVITATION, 'GetOrganizationInvitation', getOrganizationInvitation),
  route(
    'POST',
    `${INVITATION}/revoke`,
    'RevokeOrganizationInvitation',
    revokeOrganizationInvitation,
  ),
  route('GET', '/v1/invitations', 'ListInvitations', listInvitations),
  route('POST', '/v1/invitations', 'CreateInvitation', createInvitation),
  listRoute('/v1/invitations/bulk', 'CreateBulkInvitations', createInvitations),
  route('POST', '/v1/invitations/{invitation_id}/revoke', 'RevokeInvitation', revokeInvitation),
];
