import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { BillingPayerApi } from './billing-payer-api.js';
import { bindBillingPayerApi } from './billing-payer-api.js';
import type { CreatePriceParams, GetPlanListParams, GetPriceListParams } from './billing-params.js';
import type { BillingPaymentAttempt } from './billing-payment-attempt.js';
import type { BillingPlan } from './billing-plan.js';
import type { BillingPrice } from './billing-price.js';
import type { BillingStatement } from './billing-statement.js';
import {
  bindBillingSubscriptionItemApi,
  type BillingSubscriptionItemApi,
} from './billing-subscription-item-api.js';

/**
 * Operations on plans, subscriptions and what is paid for them. Clerk may still change them. Every
 * method rejects with a `ClerkApiError` when its call fails.
 */
export interface BillingApi extends BillingSubscriptionItemApi, BillingPayerApi {
  /**
   * Lists plans, newest first.
   *
   * Source: GET /billing/plans.
   *
   * @param params Which ones, and which page of them.
   */
  getPlanList(params?: GetPlanListParams): Promise<PaginatedResourceResponse<BillingPlan[]>>;

  /**
   * Lists plans one after the other, page by page.
   *
   * Source: GET /billing/plans.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachPlan(params?: GetPlanListParams): AsyncIterableIterator<BillingPlan>;

  /**
   * Lists prices, the lowest first.
   *
   * Source: GET /billing/prices.
   *
   * @param params Which ones, and which page of them.
   */
  getPriceList(params?: GetPriceListParams): Promise<PaginatedResourceResponse<BillingPrice[]>>;

  /**
   * Lists prices one after the other, page by page.
   *
   * Source: GET /billing/prices.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachPrice(params?: GetPriceListParams): AsyncIterableIterator<BillingPrice>;

  /**
   * Makes a price of a plan for some customers.
   *
   * Source: POST /billing/prices.
   *
   * @param params The price, and the plan that it is of.
   */
  createPrice(params: CreatePriceParams): Promise<BillingPrice>;

  /**
   * Lists statements, newest first.
   *
   * Source: GET /billing/statements.
   *
   * @param params Which ones, and which page of them.
   */
  getStatementList(
    params?: ClerkPaginationRequest,
  ): Promise<PaginatedResourceResponse<BillingStatement[]>>;

  /**
   * Lists statements one after the other, page by page.
   *
   * Source: GET /billing/statements.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachStatement(params?: ClerkPaginationRequest): AsyncIterableIterator<BillingStatement>;

  /**
   * Reads one statement.
   *
   * Source: GET /billing/statements/{statementID}.
   *
   * @param statementId The statement's id.
   */
  getStatement(statementId: string): Promise<BillingStatement>;

  /**
   * Lists the tries to be paid of one statement, newest first.
   *
   * Source: GET /billing/statements/{statementID}/payment_attempts.
   *
   * @param statementId The statement's id.
   * @param params Which page of them.
   */
  getStatementPaymentAttemptList(
    statementId: string,
    params?: ClerkPaginationRequest,
  ): Promise<PaginatedResourceResponse<BillingPaymentAttempt[]>>;

  /**
   * Lists the tries to be paid of one statement one after the other, page by page.
   *
   * Source: GET /billing/statements/{statementID}/payment_attempts.
   *
   * @param statementId The statement's id.
   * @param params `limit` is the size of a page.
   */
  eachStatementPaymentAttempt(
    statementId: string,
    params?: ClerkPaginationRequest,
  ): AsyncIterableIterator<BillingPaymentAttempt>;
}

/** The operations of {@link BillingApi} on plans, prices and statements. */
export const billingRoutes = routes<BillingApi>()({
  getPlanList: 'GET /billing/plans',
  getPriceList: 'GET /billing/prices',
  createPrice: 'POST /billing/prices',
  getStatementList: 'GET /billing/statements',
  getStatement: 'GET /billing/statements/{statementId}',
  getStatementPaymentAttemptList: 'GET /billing/statements/{statementId}/payment_attempts',
});

/** @param send What makes the calls. */
export function bindBillingApi(send: Send): BillingApi {
  const operations = bind(billingRoutes, send);
  return {
    ...bindBillingSubscriptionItemApi(send),
    ...bindBillingPayerApi(send),
    ...operations,
    eachPlan: (params) => eachOf(operations.getPlanList, params),
    eachPrice: (params) => eachOf(operations.getPriceList, params),
    eachStatement: (params) => eachOf(operations.getStatementList, params),
    eachStatementPaymentAttempt: (statementId, params) =>
      eachOf((page) => operations.getStatementPaymentAttemptList(statementId, page), params),
  };
}
