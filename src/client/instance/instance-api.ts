import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { InstanceCommunication } from './instance-communication.js';
import type {
  UpdateInstanceCommunicationParams,
  UpdateInstanceParams,
  UpdateInstanceProtectParams,
  UpdateOAuthApplicationSettingsParams,
  UpdateOrganizationSettingsParams,
  UpdateRestrictionsParams,
} from './instance-params.js';
import type { InstanceProtect } from './instance-protect.js';
import type { InstanceRestrictions } from './instance-restrictions.js';
import type { Instance } from './instance.js';
import type { OAuthApplicationSettings } from './oauth-application-settings.js';
import type { OrganizationSettings } from './organization-settings.js';

/** Operations on the settings of the instance. Every method rejects with a `ClerkApiError` when its call fails. */
export interface InstanceApi {
  /**
   * Reads the instance.
   *
   * Source: GET /instance.
   */
  get(): Promise<Instance>;

  /**
   * Changes the instance.
   *
   * Source: PATCH /instance.
   *
   * @param params What to change.
   */
  update(params: UpdateInstanceParams): Promise<void>;

  /**
   * Changes who may sign up.
   *
   * Source: PATCH /instance/restrictions.
   *
   * @param params What to change.
   */
  updateRestrictions(params: UpdateRestrictionsParams): Promise<InstanceRestrictions>;

  /**
   * Reads the settings of all organizations.
   *
   * Source: GET /instance/organization_settings.
   */
  getOrganizationSettings(): Promise<OrganizationSettings>;

  /**
   * Changes the settings of all organizations.
   *
   * Source: PATCH /instance/organization_settings.
   *
   * @param params What to change.
   */
  updateOrganizationSettings(
    params: UpdateOrganizationSettingsParams,
  ): Promise<OrganizationSettings>;

  /**
   * Reads where the instance sends text messages.
   *
   * Source: GET /instance/communication.
   */
  getCommunication(): Promise<InstanceCommunication>;

  /**
   * Changes where the instance sends text messages.
   *
   * Source: PATCH /instance/communication.
   *
   * @param params What to change.
   */
  updateCommunication(params: UpdateInstanceCommunicationParams): Promise<InstanceCommunication>;

  /**
   * Reads how the instance defends itself against fraud.
   *
   * Source: GET /instance/protect.
   */
  getProtect(): Promise<InstanceProtect>;

  /**
   * Changes how the instance defends itself against fraud.
   *
   * Source: PATCH /instance/protect.
   *
   * @param params What to change.
   */
  updateProtect(params: UpdateInstanceProtectParams): Promise<InstanceProtect>;

  /**
   * Reads the settings of all OAuth applications.
   *
   * Source: GET /instance/oauth_application_settings.
   */
  getOAuthApplicationSettings(): Promise<OAuthApplicationSettings>;

  /**
   * Changes the settings of all OAuth applications.
   *
   * Source: PATCH /instance/oauth_application_settings.
   *
   * @param params What to change.
   */
  updateOAuthApplicationSettings(
    params: UpdateOAuthApplicationSettingsParams,
  ): Promise<OAuthApplicationSettings>;
}

/** The operations of {@link InstanceApi}. */
export const instanceRoutes = routes<InstanceApi>()({
  get: 'GET /instance',
  update: 'PATCH /instance',
  updateRestrictions: 'PATCH /instance/restrictions',
  getOrganizationSettings: 'GET /instance/organization_settings',
  updateOrganizationSettings: 'PATCH /instance/organization_settings',
  getCommunication: 'GET /instance/communication',
  updateCommunication: 'PATCH /instance/communication',
  getProtect: 'GET /instance/protect',
  updateProtect: 'PATCH /instance/protect',
  getOAuthApplicationSettings: 'GET /instance/oauth_application_settings',
  updateOAuthApplicationSettings: 'PATCH /instance/oauth_application_settings',
});

/** @param send What makes the calls. */
export function bindInstanceApi(send: Send): InstanceApi {
  return bind(instanceRoutes, send);
}
