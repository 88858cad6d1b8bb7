import { describe, expect, it, test } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { wireUser } from './wire-user.js';

const api = await backendApiForTests();

describe('__experimental_accountlessApplications', () => {
  const wire = {
    object: 'accountless_application',
    publishable_key: 'pk_test_a',
    secret_key: 'sk_test_a',
    claim_url: 'https://claim.example',
    api_keys_url: 'https://keys.example',
  };

  const applications = (secretKey?: string) =>
    // oxlint-disable-next-line no-underscore-dangle -- the vendor's name
    createBackendApiClient({ secretKey, apiUrl: api.url }).__experimental_accountlessApplications;

  it.each([
    ['no key', undefined, undefined],
    ['the key that there is', 'sk_test_b', 'Bearer sk_test_b'],
  ])('asks with %s', async (_what, secretKey, authorization) => {
    api.answer = (res) => json(res, 200, wire);

    const application = await applications(secretKey).createAccountlessApplication();

    expect(application).toStrictEqual({
      publishableKey: 'pk_test_a',
      secretKey: 'sk_test_a',
      claimUrl: 'https://claim.example',
      apiKeysUrl: 'https://keys.example',
    });
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]).toMatchObject({
      method: 'POST',
      url: '/v1/accountless_applications',
      body: '',
    });
    expect(api.requests[0]?.headers.authorization).toBe(authorization);
  });

  it('says what set it off in the query, and hands its headers on', async () => {
    api.answer = (res) => json(res, 200, wire);
    const requestHeaders = new Headers({ 'X-Some': 'a', Authorization: 'Bearer theirs' });

    await applications('sk_test_b').completeAccountlessApplicationOnboarding({
      requestHeaders,
      source: 'nestjs',
    });

    expect(api.requests[0]).toMatchObject({
      method: 'POST',
      url: '/v1/accountless_applications/complete?source=nestjs',
      body: '',
      headers: { 'x-some': 'a', authorization: 'Bearer sk_test_b' },
    });
  });
});

describe('OAuth applications and the admin portal', () => {
  const client = () => createBackendApiClient({ secretKey: 'sk_test_oauth', apiUrl: api.url });

  it('a logo is uploaded as a form, with who uploads it', async () => {
    api.answer = (res) => json(res, 200, { object: 'oauth_application', id: 'oa_1', public: true });
    const file = new File(['pixels'], 'logo.png', { type: 'image/png' });
    const { oauthApplications } = client();
    const application = await oauthApplications.uploadLogo('oa_1', {
      file,
      uploaderUserId: 'user_1',
    });
    expect(application).toMatchObject({ id: 'oa_1', isPublic: true });
    const [{ method, url, headers, body } = raise()] = api.requests;
    expect(`${method} ${url}`).toBe('PUT /v1/oauth_applications/oa_1/logo');
    const form = await new Response(body, {
      headers: { 'Content-Type': headers['content-type'] ?? '' },
    }).formData();
    expect(form.get('uploader_user_id')).toBe('user_1');
    const sent = form.get('file');
    expect(sent).toMatchObject({ name: 'logo.png', type: 'image/png' });
    expect(sent instanceof Blob ? await sent.text() : sent).toBe('pixels');
  });

  it('a link to the admin portal is asked for with a body in any case', async () => {
    api.answer = (res) => json(res, 201, { object: 'admin_portal_link_token', id: 'aplt_1' });
    const { adminPortalLinkTokens } = client();
    await adminPortalLinkTokens.create();
    await adminPortalLinkTokens.create({ secondsUntilExpiration: 60, organizationId: 'org_1' });
    await adminPortalLinkTokens.revoke({ adminPortalLinkTokenId: 'aplt_1' });
    expect(api.requests.map(({ url, body }) => `${url} ${body}`)).toEqual([
      '/v1/admin_portal_link_tokens {"seconds_until_expiration":3600}',
      '/v1/admin_portal_link_tokens {"organization_id":"org_1","seconds_until_expiration":60}',
      '/v1/admin_portal_link_tokens/aplt_1/revoke {"revocation_reason":null}',
    ]);
  });

  function raise(): never {
    throw new Error('Nothing was asked.');
  }
});

describe('an argument that is missing', () => {
  const clerk = createBackendApiClient({ secretKey: 'sk_test_missing', apiUrl: api.url });

  test('an organization that nothing is said of is missing its id, and nothing is asked', async () => {
    // @ts-expect-error -- as from JavaScript
    const withoutAny = rejection(clerk.organizations.getOrganization());
    // @ts-expect-error -- as from JavaScript
    const withoutBoth = rejection(clerk.organizations.getOrganization({}));
    for (const error of await Promise.all([withoutAny, withoutBoth])) {
      expect(error).toMatchObject({ code: 'invalid_id', parameter: 'organizationId' });
    }
    expect(api.requests).toEqual([]);
  });

  test('an update of a user by null is one without a change', async () => {
    api.answer = (res) => json(res, 200, wireUser);
    // @ts-expect-error -- as from JavaScript
    await clerk.users.updateUser('user_1', null);
    expect(api.requests).toMatchObject([{ method: 'PATCH', url: '/v1/users/user_1', body: '' }]);
  });
});

describe('enterprise connections', () => {
  function client(): BackendApiClient {
    return createBackendApiClient({ secretKey: 'sk_test_enterprise', apiUrl: api.url });
  }

  describe('test runs', () => {
    const wire = {
      id: 'run_1',
      status: 'failed',
      connection_type: 'saml',
      parsed_user_info: { email_address: 'a@b.c', first_name: 'A', last_name: 'B', user_id: 'u' },
      logs: [{ level: 'error', code: 'c', short_message: 's', message: 'm' }],
      saml: { saml_request: 'q', saml_response: 'r', relay_state: 's' },
      oauth: null,
      created_at: 1,
    };

    it('are read with names in camel case, though they do not say what they are', async () => {
      api.answer = (res) => json(res, 200, { data: [wire], total_count: 1 });
      const { enterpriseConnections } = client();
      const status = ['failed', 'pending'] as const;
      const page = await enterpriseConnections.getEnterpriseConnectionTestRunList('entconn_1', {
        status,
        limit: 5,
      });
      expect(api.requests[0]?.url).toBe(
        '/v1/enterprise_connections/entconn_1/test_runs?status=failed&status=pending&limit=5',
      );
      expect(page).toEqual({
        totalCount: 1,
        data: [
          {
            id: 'run_1',
            status: 'failed',
            connectionType: 'saml',
            parsedUserInfo: { emailAddress: 'a@b.c', firstName: 'A', lastName: 'B', userId: 'u' },
            logs: [{ level: 'error', code: 'c', shortMessage: 's', message: 'm' }],
            saml: { samlRequest: 'q', samlResponse: 'r', relayState: 's' },
            oauth: null,
            createdAt: 1,
          },
        ],
      });
    });

    it('begin without a body, and answer with a URL', async () => {
      api.answer = (res) => json(res, 200, { url: 'https://example.com/go' });
      const { enterpriseConnections } = client();
      const start = await enterpriseConnections.createEnterpriseConnectionTestRun('entconn_1');
      expect(start.url).toBe('https://example.com/go');
      expect(api.requests[0]).toMatchObject({
        method: 'POST',
        url: '/v1/enterprise_connections/entconn_1/test_runs',
        body: '',
      });
    });
  });

  describe('the attribute mapping of a connection', () => {
    it('is not changed where the caller holds it', async () => {
      api.answer = (res) => json(res, 200, {});
      const params = { saml: { attributeMapping: { emailAddress: 'mail' } } };
      await client().enterpriseConnections.updateEnterpriseConnection('entconn_1', params);
      expect(params).toEqual({ saml: { attributeMapping: { emailAddress: 'mail' } } });
      expect(api.requests[0]?.body).toBe('{"saml":{"attribute_mapping":{"email_address":"mail"}}}');
    });
  });
});

describe('billing', () => {
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
          {
            name: 'seats',
            block_size: 1,
            tiers: [{ starts_at_block: 1, fee_per_block: wireMoney }],
          },
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
});
