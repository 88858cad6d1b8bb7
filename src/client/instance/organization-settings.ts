import type { OrganizationEnrollmentMode } from '../organizations/organization-domain.js';
import { given, shape } from '../shape.js';

/** How users may get into an organization by the domain of their email address. */
export type DomainsEnrollmentModes = Exclude<OrganizationEnrollmentMode, 'enterprise_sso'>;

/** What holds for all organizations of the instance. Source: schema OrganizationSettings. */
export interface OrganizationSettings {
  /** Whether there are organizations. */
  readonly enabled: boolean;
  /** How many members a new organization may have; 0 for any number. */
  readonly maxAllowedMemberships: number;
  /** How many roles there may be. */
  readonly maxAllowedRoles: number;
  /** How many permissions there may be; no longer limited. */
  readonly maxAllowedPermissions: number;
  /** The key of the role that whoever creates an organization gets. */
  readonly creatorRole: string;
  /** Whether administrators may delete a new organization. */
  readonly adminDeleteEnabled: boolean;
  /** Whether organizations may have domains. */
  readonly domainsEnabled: boolean;
  /** Whether organizations have no slugs. */
  readonly slugDisabled: boolean;
  /** What an organization may choose from for its domains. */
  readonly domainsEnrollmentModes: DomainsEnrollmentModes[];
  /** The key of the role that users get who join by a domain. */
  readonly domainsDefaultRole: string;
}

/** Reads a resource whose `object` is `organization_settings`. */
export const readOrganizationSettings = shape<OrganizationSettings>({
  enabled: given,
  maxAllowedMemberships: given,
  maxAllowedRoles: given,
  maxAllowedPermissions: given,
  creatorRole: given,
  adminDeleteEnabled: given,
  domainsEnabled: given,
  slugDisabled: given,
  domainsEnrollmentModes: given,
  domainsDefaultRole: given,
});
