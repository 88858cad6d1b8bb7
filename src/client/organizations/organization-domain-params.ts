import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';
import type { OrganizationEnrollmentMode } from './organization-domain.js';

/** An enrollment mode that domains have; `-` before it for domains that don't have it. */
export type OrganizationEnrollmentModeFilter =
  OrganizationEnrollmentMode | `-${OrganizationEnrollmentMode}`;

/** Which domains of an organization to list. */
export interface GetOrganizationDomainListParams extends ClerkPaginationRequest {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
  /** Whether the domain is proved. */
  readonly verified?: boolean;
  /** How users whose email address is of the domain come in. */
  readonly enrollmentMode?: OrganizationEnrollmentModeFilter;
}

/** Which domains of all organizations to list. */
export interface GetInstanceOrganizationDomainListParams extends ClerkPaginationRequest {
  /** The organization's id (`org_…`). */
  readonly organizationId?: string;
  /** Whether the domain is proved. */
  readonly verified?: boolean;
  /** How users whose email address is of the domain come in: domains with one of these. */
  readonly enrollmentMode?: readonly OrganizationEnrollmentModeFilter[];
  /** A part of the domain, or the whole id of an organization. */
  readonly query?: string;
  /** Whole domains. */
  readonly domains?: readonly string[];
  /** Default: the newest first. */
  readonly orderBy?: WithSign<'name' | 'created_at'>;
}

/** What a new domain of an organization is. */
export interface CreateOrganizationDomainParams {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
  /** The domain: `example.com`. */
  readonly name: string;
  /** How users whose email address is of the domain come in: invited by hand, invited or proposed automatically, or by enterprise SSO. */
  readonly enrollmentMode: OrganizationEnrollmentMode;
  /** Whether the domain counts as proved; a new one does unless this is false. */
  readonly verified?: boolean;
}

/** Which domain of an organization is meant. */
export interface DeleteOrganizationDomainParams {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
  /** The domain's id (`orgdmn_…`). */
  readonly domainId: string;
}

/** What of a domain of an organization to change. */
export interface UpdateOrganizationDomainParams
  extends DeleteOrganizationDomainParams, Partial<CreateOrganizationDomainParams> {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
  /** @deprecated Changes nothing: a domain keeps its name. */
  readonly name?: string;
}
