export type { OrganizationApi } from './organization-api.js';
export type { OrganizationDomainApi } from './organization-domain-api.js';
export type {
  CreateOrganizationDomainParams,
  DeleteOrganizationDomainParams,
  GetInstanceOrganizationDomainListParams,
  GetOrganizationDomainListParams,
  OrganizationEnrollmentModeFilter,
  UpdateOrganizationDomainParams,
} from './organization-domain-params.js';
export type {
  OrganizationDomain,
  OrganizationDomainOwner,
  OrganizationDomainVerification,
  OrganizationEnrollmentMode,
} from './organization-domain.js';
export type { OrganizationInvitationApi } from './organization-invitation-api.js';
export type {
  CreateBulkOrganizationInvitationParams,
  CreateOrganizationInvitationParams,
  GetInstanceOrganizationInvitationListParams,
  GetOrganizationInvitationListParams,
  GetOrganizationInvitationParams,
  GetPendingOrganizationInvitationListParams,
  OrganizationInvitationOrder,
  OrganizationInvitationParams,
  RevokeOrganizationInvitationParams,
} from './organization-invitation-params.js';
export type {
  OrganizationInvitation,
  OrganizationInvitationStatus,
  PublicOrganizationDataJSON,
} from './organization-invitation.js';
export type { OrganizationMembershipApi } from './organization-membership-api.js';
export type {
  CreateOrganizationMembershipParams,
  DeleteOrganizationMembershipParams,
  GetInstanceOrganizationMembershipListParams,
  GetOrganizationMembershipListParams,
  OrganizationMembershipOrder,
  UpdateOrganizationMembershipMetadataParams,
  UpdateOrganizationMembershipParams,
} from './organization-membership-params.js';
export type { OrganizationMembershipRole } from './organization-membership-role.js';
export type {
  OrganizationMembership,
  OrganizationMembershipPublicUserData,
} from './organization-membership.js';
export type { MetadataOf, MetadataParams } from './organization-metadata.js';
export type {
  CreateOrganizationParams,
  GetOrganizationListParams,
  GetOrganizationParams,
  UpdateOrganizationLogoParams,
  UpdateOrganizationParams,
} from './organization-params.js';
export type { Organization } from './organization.js';
