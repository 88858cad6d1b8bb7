import { createClerkClient as createVendorClient } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/shared/error';
import { describe, expect, test } from '@jest/globals';
import { ClerkApiError, createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { fieldsOf } from './fields-of.js';
import { machineTokenOperations } from './machine-token-operations.js';

const api = await backendApiForTests();

const SECRET_KEY = 'sk_test_machine_tokens';

function clients() {
  const options = { secretKey: SECRET_KEY, apiUrl: api.url };
  const theirs = createVendorClient({ ...options, telemetry: { disabled: true } });
  return { ours: createBackendApiClient(options), theirs };
}

describe.each(machineTokenOperations)('$name', ({ path, token, field, wire, verify }) => {
  test.each([token, ''])("asks as the vendor's, for the token '%s'", async (asked) => {
    api.answer = (res) => json(res, 200, wire);
    const { ours, theirs } = clients();
    await verify(ours, asked);
    await verify(theirs, asked);
    const seen = api.requests.map(({ method, url, headers, body }) => ({
      method,
      url,
      body,
      authorization: headers.authorization,
      type: headers['content-type'],
      version: headers['clerk-api-version'],
    }));
    expect(seen).toHaveLength(2);
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toMatchObject({ method: 'POST', url: path });
    expect(seen[0]).toMatchObject({ authorization: `Bearer ${SECRET_KEY}` });
    expect(seen[0]?.body).toBe(JSON.stringify({ [field]: asked }));
  });

  const ended = { revoked: true, revocation_reason: 'Lost', expired: true, expiration: 1 };

  test.each([
    ['something of everything', wire],
    ['no more than an id', { object: wire['object'], id: '1' }],
    ['an end', { ...wire, ...ended, claims: null, aud: undefined }],
    ['an unknown field', { ...wire, brand_new: { a_b: 1 } }],
    ['its own text', { ...wire, secret: 'ak_new', token: 'mt_new' }],
  ])("reads the vendor's fields and no others: one with %s", async (_name, answer) => {
    api.answer = (res) => json(res, 200, answer);
    const { ours, theirs } = clients();
    const [read, expected] = [await verify(ours, token), await verify(theirs, token)];
    // Strict: a field that is there with the value undefined is not the same as none.
    expect(read).toStrictEqual(fieldsOf(expected));
    expect(Object.keys(Object(read))).toEqual(Object.keys(Object(expected)));
  });

  test('leaves claims as they were saved', async () => {
    api.answer = (res) => json(res, 200, wire);
    const read = await verify(clients().ours, token);
    expect(Object(read)['claims']).toEqual(wire['claims']);
  });

  const item = { code: 'some_code', message: 'm', long_message: 'l', meta: { param_name: 'x' } };

  test.each([
    [400, { errors: [item] }],
    [401, { errors: [item], clerk_trace_id: 'trace_1' }],
    [404, { errors: [item, { code: 'other', message: 'n' }] }],
    [422, { errors: [] }],
  ])("rejects with the vendor's values when the answer is %i", async (status, body) => {
    api.answer = (res) => json(res, status, body, { 'cf-ray': 'ray_1' });
    const { ours, theirs } = clients();
    const error = await rejection(verify(ours, token));
    const expected = await rejection(verify(theirs, token));
    if (!(error instanceof ClerkApiError) || !isClerkAPIResponseError(expected)) throw error;
    expect(error).toMatchObject({ status, method: 'POST', path });
    expect(error.status).toBe(expected.status);
    expect(error.clerkTraceId).toBe(expected.clerkTraceId);
    expect(error.errors).toEqual(expected.errors.map(fieldsOf));
  });

  test('rejects when no answer comes', async () => {
    api.answer = (res) => res.socket?.resetAndDestroy();
    const error = await rejection(verify(clients().ours, token));
    expect(error).toMatchObject({ path, errors: [{ code: 'connection_reset' }] });
  });
});
