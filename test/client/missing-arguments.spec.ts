import { expect, test } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { wireUser } from './wire-user.js';

const api = await backendApiForTests();
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
