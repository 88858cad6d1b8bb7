import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { CreateBatchEmailParams, CreateEmailParams } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();
const { emails } = createBackendApiClient({ secretKey: 'sk_test_emails', apiUrl: api.url });

const email: CreateEmailParams = {
  to: { userId: 'user_1' },
  from: { address: 'support@example.com', name: 'Support' },
  replyTo: { address: 'help@example.com' },
  subject: 'Receipt',
  headers: { 'X-Order-Id': '1', listUnsubscribe: 'as given' },
  text: 'Thanks.',
};

const wireEmail = {
  to: { user_id: 'user_1' },
  from: { address: 'support@example.com', name: 'Support' },
  reply_to: { address: 'help@example.com' },
  subject: 'Receipt',
  headers: { 'X-Order-Id': '1', listUnsubscribe: 'as given' },
  text: 'Thanks.',
};

const sent = { object: 'email', id: 'ema_1', from_email_name: 'support', status: 'queued' };

const asked = () => api.requests.map(({ method, url }) => `${method} ${url}`);
const bodies = () => api.requests.map(({ body }): unknown => JSON.parse(body));

describe('emails.create', () => {
  it("renames the API's names, and no header of the email", async () => {
    api.answer = (res) => json(res, 200, sent);

    await expect(emails.create(email)).resolves.toMatchObject({ id: 'ema_1', status: 'queued' });

    expect(asked()).toEqual(['POST /v1/email']);
    expect(bodies()).toEqual([wireEmail]);
    expect(api.requests[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  it('sends a key as a header, and keeps it out of the body', async () => {
    api.answer = (res) => json(res, 200, sent);

    await emails.create(email, { idempotencyKey: 'order_1-receipt' });

    expect(api.requests[0]?.headers).toHaveProperty('idempotency-key', 'order_1-receipt');
    expect(bodies()).toEqual([wireEmail]);
  });

  it.each(['', 'a b', 'é', 'a\n', 'a\r\nX-Injected: 1', 'a'.repeat(256)])(
    'header injection: the key %j is refused before any request',
    async (idempotencyKey) => {
      const error = await rejection(emails.create(email, { idempotencyKey }));

      expect(error).toMatchObject({ code: 'invalid_email', parameter: 'idempotencyKey' });
      expect(asked()).toEqual([]);
    },
  );
});

describe('emails.createBatch', () => {
  const batch: CreateBatchEmailParams[] = [{ ...email, idempotencyKey: 'order_1' }, email];

  it('says of each email what became of it', async () => {
    const errors = [{ code: 'too_many', message: 'Later.', meta: { param_name: 'to' } }];
    api.answer = (res) =>
      json(res, 200, [
        { index: 0, email: sent, status_code: 200 },
        { index: 1, errors, status_code: 429, retry_after_seconds: 7 },
      ]);

    const results = await emails.createBatch(batch);

    expect(results).toMatchObject([
      { index: 0, email: { id: 'ema_1', fromEmailName: 'support' }, statusCode: 200 },
      {
        index: 1,
        errors: [{ code: 'too_many', message: 'Later.', meta: { paramName: 'to' } }],
        statusCode: 429,
        retryAfterSeconds: 7,
      },
    ]);
    expect(asked()).toEqual(['POST /v1/email/batch']);
    expect(bodies()).toEqual([
      { messages: [{ ...wireEmail, idempotency_key: 'order_1' }, wireEmail] },
    ]);
  });

  it.each([
    ['no emails', [], 'messages'],
    ['too many emails', Array.from({ length: 101 }, () => email), 'messages'],
    ['a key that can be none', [email, { ...email, idempotencyKey: ' ' }], 'idempotencyKey'],
  ] satisfies [string, CreateBatchEmailParams[], string][])(
    'refuses %s before any request',
    async (_what, messages, parameter) => {
      const error = await rejection(emails.createBatch(messages));

      expect(error).toMatchObject({ code: 'invalid_email', parameter });
      expect(asked()).toEqual([]);
    },
  );
});

it.each(['', '.', '..'])('emails.get asks nothing about the id %j', async (id) => {
  const error = await rejection(emails.get(id));

  expect(error).toMatchObject({ code: 'invalid_id', parameter: 'emailId' });
  expect(asked()).toEqual([]);
});
