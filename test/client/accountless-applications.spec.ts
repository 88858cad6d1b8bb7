import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json } from './backend-api-server.js';

const api = await backendApiForTests();

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

describe('__experimental_accountlessApplications', () => {
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
