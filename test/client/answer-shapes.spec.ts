import { createClerkClient as createVendorClient } from '@clerk/backend';
import { describe, expect, test } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json } from './backend-api-server.js';

const api = await backendApiForTests();

describe("the shape of an answer is the vendor's", () => {
  const options = { secretKey: 'sk_test_1', apiUrl: api.url, telemetry: { disabled: true } };
  const theirs = createVendorClient(options);
  const ours = createBackendApiClient({ secretKey: 'sk_test_1', apiUrl: api.url });
  const novelty = { object: 'novelty', some_key: { inner_key: 1 } };

  test.each([
    ['a list', [novelty, novelty]],
    ['an empty list', []],
    ['a page', { data: [novelty], total_count: 7 }],
    ['a page of none', { data: [], total_count: 0 }],
    ['a page that is not counted', { data: [novelty] }],
    ['a page of tokens of machines', { m2m_tokens: [novelty], total_count: 2 }],
    ['a count', { object: 'total_count', total_count: 12 }],
    ['something deleted', { object: 'user', id: 'user_1', deleted: true }],
    ['something deleted that has a slug', { object: 'organization', slug: 'acme', deleted: true }],
    ['something that is not deleted', { object: 'user', id: '', deleted: false }],
    ['deleted things in a list', [{ object: 'user', id: 'user_1', deleted: true }]],
    ['a list of texts', ['a', 'b']],
    ['an unknown kind', novelty],
    ['an object of no kind', { some_key: 1, data: { other_key: 2 } }],
  ])('%s', async (_name, body) => {
    api.answer = (res) => json(res, 200, body);
    const expected: unknown = await theirs.sessions.getSession('sess_1');
    const actual: unknown = await ours.sessions.getSession('sess_1');
    expect(JSON.parse(JSON.stringify(actual))).toEqual(JSON.parse(JSON.stringify(expected)));
  });
});
