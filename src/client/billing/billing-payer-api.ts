import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { BillingCreditBalance, BillingCreditLedger } from './billing-credit-balance.js';
import type { AdjustBillingCreditBalanceParams } from './billing-params.js';
import type { BillingSubscription } from './billing-subscription.js';

/** The operations of billing on one user or organization. */
export interface BillingPayerApi {
  /**
   * Reads what an organization subscribes to.
   *
   * Source: GET /organizations/{organization_id}/billing/subscription.
   *
   * @param organizationId The organization's id (`org_…`).
   */
  getOrganizationBillingSubscription(organizationId: string): Promise<BillingSubscription>;

  /**
   * Reads what a user subscribes to.
   *
   * Source: GET /users/{user_id}/billing/subscription.
   *
   * @param userId The user's id (`user_…`).
   */
  getUserBillingSubscription(userId: string): Promise<BillingSubscription>;

  /**
   * Reads the credit of an organization, which lowers what it is charged.
   *
   * Source: GET /organizations/{organization_id}/billing/credits.
   *
   * @param organizationId The organization's id (`org_…`).
   */
  getOrganizationBillingCreditBalance(organizationId: string): Promise<BillingCreditBalance>;

  /**
   * Reads the credit of a user, which lowers what they are charged.
   *
   * Source: GET /users/{user_id}/billing/credits.
   *
   * @param userId The user's id (`user_…`).
   */
  getUserBillingCreditBalance(userId: string): Promise<BillingCreditBalance>;

  /**
   * Gives credit to an organization, or takes it away.
   *
   * Source: POST /organizations/{organization_id}/billing/credits.
   *
   * @param organizationId The organization's id (`org_…`).
   * @param params By how much, and in which direction.
   */
  adjustOrganizationBillingCreditBalance(
    organizationId: string,
    params: AdjustBillingCreditBalanceParams,
  ): Promise<BillingCreditLedger>;

  /**
   * Gives credit to a user, or takes it away.
   *
   * Source: POST /users/{user_id}/billing/credits.
   *
   * @param userId The user's id (`user_…`).
   * @param params By how much, and in which direction.
   */
  adjustUserBillingCreditBalance(
    userId: string,
    params: AdjustBillingCreditBalanceParams,
  ): Promise<BillingCreditLedger>;
}

/** The operations of {@link BillingPayerApi}. */
export const billingPayerRoutes = routes<BillingPayerApi>()({
  getOrganizationBillingSubscription: 'GET /organizations/{organizationId}/billing/subscription',
  getUserBillingSubscription: 'GET /users/{userId}/billing/subscription',
  getOrganizationBillingCreditBalance: 'GET /organizations/{organizationId}/billing/credits',
  getUserBillingCreditBalance: 'GET /users/{userId}/billing/credits',
  adjustOrganizationBillingCreditBalance: 'POST /organizations/{organizationId}/billing/credits',
  adjustUserBillingCreditBalance: 'POST /users/{userId}/billing/credits',
});

/** @param send What makes the calls. */
export function bindBillingPayerApi(send: Send): BillingPayerApi {
  return bind(billingPayerRoutes, send);
}
