import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json } from './backend-api-server.js';

const api = await backendApiForTests();

function client(): BackendApiClient {
  return createBackendApiClient({ secretKey: 'sk_test_billing', apiUrl: api.url });
}

const wireMoney = {
  amount: 1000,
  amount_formatted: '10.00',
  currency: 'USD',
  currency_symbol: '$',
};
const money = { amount: 1000, amountFormatted: '10.00', currency: 'USD', currencySymbol: '$' };

describe("a subscription's item", () => {
  const wire = {
    object: 'commerce_subscription_item',
    id: 'csub_item_1',
    payer: { object: 'commerce_payer', id: 'cpayer_1', user_id: 'user_1' },
    payment_method: { object: 'commerce_payment_method', id: 'cpm_1', last4: '4242' },
    credits: { proration: null, payer: null, total: wireMoney },
    totals: null,
    plan: {
      id: 'cplan_1',
      unit_prices: [
        { name: 'seats', block_size: 1, tiers: [{ starts_at_block: 1, fee_per_block: wireMoney }] },
      ],
    },
  };

  it("knows what the vendor's doesn't, where a loop does not meet it", async () => {
    api.answer = (res) => json(res, 200, { data: [wire], total_count: 1 });
    const { data } = await client().billing.getSubscriptionItemList({ includeFree: false });
    const [item = raise()] = data;
    expect(api.requests[0]?.url).toBe('/v1/billing/subscription_items?include_free=false');
    expect(item.payer).toMatchObject({ id: 'cpayer_1', userId: 'user_1', organizationId: null });
    expect(item.paymentMethod).toMatchObject({ id: 'cpm_1', last4: '4242' });
    expect(item.credits?.total).toEqual(money);
    expect(item.totals).toBeNull();
    const tiers = [{ startsAtBlock: 1, endsAfterBlock: null, feePerBlock: money }];
    expect(item.plan?.unitPrices).toEqual([{ name: 'seats', blockSize: 1, tiers }]);
    expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['payer']));
    expect(JSON.stringify(item)).not.toMatch(/4242|unitPrices|credits|totals/);
  });

  it('has nothing in the place of what did not come', async () => {
    api.answer = (res) =>
      json(res, 200, { object: 'commerce_subscription_item', id: 'csub_item_1' });
    const item = await client().billing.cancelSubscriptionItem('csub_item_1', { endNow: true });
    expect(api.requests[0]).toMatchObject({
      method: 'DELETE',
      url: '/v1/billing/subscription_items/csub_item_1?end_now=true',
    });
    expect([item.payer, item.paymentMethod, item.credits, item.totals]).toEqual(Array(4));
  });
});

describe('a statement', () => {
  const wirePayment = {
    object: 'commerce_payment',
    id: 'cpay_1',
    payee: { gateway_type: 'stripe' },
    payer: { object: 'commerce_payer', id: 'cpayer_1' },
    subscription_item: { plan_id: 'cplan_1' },
    amount: wireMoney,
    payment_method: { object: 'commerce_payment_method', id: 'cpm_1' },
    status: 'paid',
  };

  it('is read down to the payments of its groups', async () => {
    api.answer = (res) =>
      json(res, 200, {
        object: 'commerce_statement',
        id: 'cstmt_1',
        totals: { grand_total: wireMoney },
        groups: [{ object: 'commerce_statement_group', timestamp: 1, items: [wirePayment] }],
      });
    const statement = await client().billing.getStatement('cstmt_1');
    expect(api.requests[0]?.url).toBe('/v1/billing/statements/cstmt_1');
    expect(statement).toMatchObject({ id: 'cstmt_1', totals: { grandTotal: money } });
    expect(statement.groups[0]).toMatchObject({
      timestamp: 1,
      items: [
        {
          id: 'cpay_1',
          amount: money,
          payee: { gatewayType: 'stripe' },
          subscriptionItem: { planId: 'cplan_1' },
          paymentMethod: { id: 'cpm_1', walletType: null },
          totals: null,
        },
      ],
    });
  });

  it('lists its payments page by page', async () => {
    const idOf = (url: string) => `cpay_${new URL(url, api.url).searchParams.get('offset')}`;
    api.answer = (res, { url }) =>
      json(res, 200, { data: [{ ...wirePayment, id: idOf(url) }], total_count: 2 });
    const ids: string[] = [];
    const payments = client().billing.eachStatementPaymentAttempt('cstmt_1', { limit: 1 });
    for await (const { id } of payments) ids.push(id);
    expect(ids).toEqual(['cpay_0', 'cpay_1']);
    expect(api.requests.map(({ url }) => url)).toEqual([
      '/v1/billing/statements/cstmt_1/payment_attempts?limit=1&offset=0',
      '/v1/billing/statements/cstmt_1/payment_attempts?limit=1&offset=1',
    ]);
  });
});

function raise(): never {
  throw new Error('The list is empty.');
}
