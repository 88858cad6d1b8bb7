import { createClerkClient as createVendorClient } from '@clerk/backend';
import { isClerkAPIResponseError as isBackendsError } from '@clerk/backend/errors';
import type { ClerkAPIResponseError } from '@clerk/backend/errors';
import { isClerkAPIResponseError, isClerkError } from '@clerk/shared/error';
import { describe, expect, test } from '@jest/globals';
import { ClerkError } from '../../src/clerk-error.js';
import { ClerkApiError, createBackendApiClient } from '../../src/client/index.js';
import { fieldsOf } from './fields-of.js';
import { json, rejection, backendApiForTests } from './backend-api-server.js';

const api = await backendApiForTests();

async function ourError(): Promise<ClerkApiError> {
  const { users } = createBackendApiClient({ secretKey: 'sk_test_errors', apiUrl: api.url });
  const error = await rejection(users.getUser('user_1'));
  if (!(error instanceof ClerkApiError)) throw error;
  return error;
}

async function theirError(): Promise<ClerkAPIResponseError> {
  const options = { secretKey: 'sk_test_errors', apiUrl: api.url, telemetry: { disabled: true } };
  const error = await rejection(createVendorClient(options).users.getUser('user_1'));
  if (!isClerkAPIResponseError(error)) throw error;
  return error;
}

const notFound = {
  errors: [
    {
      message: 'not found',
      long_message: 'No user was found with id user_1',
      code: 'resource_not_found',
      meta: { param_name: 'user_id', session_id: 'sess_1', plan: { amount_formatted: '1' } },
    },
  ],
  clerk_trace_id: 'trace_1',
};

test('an error answer says what was asked and what came back', async () => {
  api.answer = (res) => json(res, 404, notFound);
  const error = await ourError();
  expect(error.message).toBe(
    'GET /v1/users/user_1 was answered 404 (resource_not_found): No user was found with id user_1',
  );
  expect(error).toMatchObject({ method: 'GET', path: '/v1/users/user_1', status: 404 });
  expect(error.cause).toBeUndefined();
});

test("the vendor's type guards recognise the error", async () => {
  api.answer = (res) => json(res, 404, notFound);
  const error = await ourError();
  expect(isClerkAPIResponseError(error)).toBe(true);
  expect(isBackendsError(error)).toBe(true);
  expect(isClerkError(error)).toBe(true);
  expect(isClerkAPIResponseError(new Error('another'))).toBe(false);
  expect(error).toBeInstanceOf(ClerkError);
  expect(error).toMatchObject({
    name: 'ClerkAPIResponseError',
    code: 'api_response_error',
    clerkError: true,
  });
});

const two = { errors: [...notFound.errors, { code: 'other', message: 'another' }] };

test.each([
  ['one item', 404, notFound, {}],
  ['two items, one of them bare', 422, two, {}],
  ['no items', 500, { errors: [] }, {}],
  ['another shape', 500, { message: 'no' }, {}],
  ['the trace id in a header', 404, { errors: [] }, { 'cf-ray': 'ray_1' }],
  ['trace ids in both', 404, notFound, { 'cf-ray': 'ray_1' }],
  ['Retry-After in seconds', 429, { errors: [] }, { 'Retry-After': '120' }],
  ['Retry-After of zero', 429, { errors: [] }, { 'Retry-After': '0' }],
  ['Retry-After as a date', 429, two, { 'Retry-After': 'Wed, 21 Oct 2037 07:28:00 GMT' }],
])("the error has the vendor's values: %s", async (_name, status, body, headers) => {
  api.answer = (res) => json(res, status, body, headers);
  const [ours, theirs] = [await ourError(), await theirError()];
  expect(ours.status).toBe(theirs.status);
  expect(ours.clerkTraceId).toBe(theirs.clerkTraceId);
  expect(ours.retryAfter).toBe(theirs.retryAfter);
  expect(ours.errors).toEqual(theirs.errors.map(fieldsOf));
});

describe('the members of an error', () => {
  test('hold what the headers and the body said', async () => {
    api.answer = (res) => json(res, 429, notFound, { 'Retry-After': '7' });
    const error = await ourError();
    expect(error).toMatchObject({ status: 429, clerkTraceId: 'trace_1', retryAfter: 7 });
    expect(error.errors[0]?.meta).toEqual({
      paramName: 'user_id',
      sessionId: 'sess_1',
      plan: { amount_formatted: '1' },
    });
  });

  test('skip items that are not objects', async () => {
    api.answer = (res) => json(res, 400, { errors: [null, 'text', { code: 7, message: 'm' }] });
    expect((await ourError()).errors).toEqual([{ code: '', message: 'm', meta: {} }]);
  });
});
