import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json } from './backend-api-server.js';

const api = await backendApiForTests();

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
