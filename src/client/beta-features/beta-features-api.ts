import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { InstanceSettings } from './instance-settings.js';

/** Where a production instance moves to. */
export interface ChangeDomainParams {
  /** The new home: `https://www.example.com`. */
  readonly homeUrl?: string;
  /** Whether it is the domain of one of several applications, whose subdomain is kept. */
  readonly isSecondary?: boolean;
}

/** What of the settings to change. Null, like nothing, leaves a setting as it is. */
export interface UpdateInstanceSettingsParams {
  /** Whether only identifiers on the allowlist may sign up. */
  readonly restrictedToAllowlist?: boolean | null;
  /** The local part of the address that mail comes from. */
  readonly fromEmailAddress?: string | null;
  /** @deprecated Whether sign-ups may be completed step by step. */
  readonly progressiveSignUp?: boolean | null;
  /** Whether there are email addresses and phone numbers for tests. */
  readonly testMode?: boolean | null;
}

/**
 * Operations that may change. Every method rejects with a `ClerkApiError` when its call fails.
 *
 * Changing the domain of a production instance signs everybody out, and needs new DNS records,
 * certificates, redirect URLs and keys.
 */
export interface BetaFeaturesApi {
  /**
   * Changes the domain of a production instance, by the path that the vendor's client asks.
   *
   * Source: POST /beta_features/change_domain, which the specification no longer has; where the API
   * answers 404, call `changeProductionInstanceDomain`.
   *
   * @param params Where the instance is to be.
   */
  changeDomain(params: ChangeDomainParams): Promise<void>;

  /**
   * Changes the domain of a production instance.
   *
   * Source: POST /instance/change_domain.
   *
   * @param params Where the instance is to be.
   */
  changeProductionInstanceDomain(params: ChangeDomainParams): Promise<void>;

  /**
   * Changes the domain of a production instance.
   *
   * Source: PUT /beta_features/domain.
   *
   * @param params Where the instance is to be.
   * @deprecated Call `changeProductionInstanceDomain`.
   */
  updateProductionInstanceDomain(params: ChangeDomainParams): Promise<void>;

  /**
   * Changes how the instance signs users up and sends them mail.
   *
   * Source: PATCH /beta_features/instance_settings.
   *
   * @param params What to change.
   */
  updateInstanceSettings(params: UpdateInstanceSettingsParams): Promise<InstanceSettings>;
}

/** The operations of {@link BetaFeaturesApi}. */
export const betaFeaturesRoutes = routes<BetaFeaturesApi>()({
  changeDomain: 'POST /beta_features/change_domain',
  changeProductionInstanceDomain: 'POST /instance/change_domain',
  updateProductionInstanceDomain: 'PUT /beta_features/domain',
  updateInstanceSettings: 'PATCH /beta_features/instance_settings',
});

/** @param send What makes the calls. */
export function bindBetaFeaturesApi(send: Send): BetaFeaturesApi {
  return bind(betaFeaturesRoutes, send);
}
