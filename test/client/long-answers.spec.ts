import { expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();
const { users } = createBackendApiClient({ secretKey: 'sk_test_long', apiUrl: api.url });

test('the message of an error is short enough for a log, however much the answer says', async () => {
  const item = { code: 'c'.repeat(5_000), message: 'm'.repeat(5_000), long_message: '' };
  api.answer = (res) => json(res, 422, { errors: Array.from({ length: 20 }, () => item) });
  const error = await rejection(users.getUser('user_1'));
  if (!(error instanceof Error)) throw error;
  expect(error.message.length).toBeLessThan(2_200);
  expect(error.message).toContain('mmm…');
  expect(error).toHaveProperty('errors.19.message', 'm'.repeat(5_000));
});

test('an error without an end is not read to it', async () => {
  let close = () => {};
  const closed = new Promise<void>((resolve) => (close = resolve));
  api.answer = (res) => {
    res.on('close', close);
    res.writeHead(502);
    pour(res);
  };
  const error = await rejection(users.getUser('user_1'));
  expect(error).toMatchObject({ status: 502, failure: 'unexpected_body' });
  await closed;
});

test('an error of just below the bound is read, a character cut in two by a chunk included', async () => {
  const message = 'ü'.repeat(400_000);
  api.answer = (res) => json(res, 422, { errors: [{ code: 'long', message }] });
  const error = await rejection(users.getUser('user_1'));
  expect(error).toMatchObject({ status: 422, errors: [{ code: 'long', message }] });
});

test('the body of an error is read from a fetch that knows no streams', async () => {
  const answer = Response.json({ errors: [{ code: 'no', message: 'no' }] }, { status: 403 });
  Object.defineProperty(answer, 'body', { value: { pipe: () => {} } });
  const fetch: typeof globalThis.fetch = async () => answer;
  const client = createBackendApiClient({ secretKey: 'sk_test_long', fetch });
  await expect(rejection(client.users.getUser('user_1'))).resolves.toMatchObject({
    status: 403,
    errors: [{ code: 'no' }],
  });
});

/** Writes as long as somebody reads. */
function pour(res: ServerResponse): void {
  while (!res.destroyed && res.write('x'.repeat(65_536)));
  if (!res.destroyed) res.once('drain', () => pour(res));
}
