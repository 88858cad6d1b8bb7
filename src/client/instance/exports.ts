export type { InstanceApi } from './instance-api.js';
export type { InstanceCommunication } from './instance-communication.js';
export type {
  UpdateInstanceCommunicationParams,
  UpdateInstanceParams,
  UpdateInstanceProtectParams,
  UpdateOAuthApplicationSettingsParams,
  UpdateOrganizationSettingsParams,
  UpdateRestrictionsParams,
} from './instance-params.js';
export type { InstanceProtect } from './instance-protect.js';
export type { InstanceRestrictions } from './instance-restrictions.js';
export type { Instance } from './instance.js';
export type { OAuthApplicationSettings } from './oauth-application-settings.js';
export type { DomainsEnrollmentModes, OrganizationSettings } from './organization-settings.js';
