import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { CreateBatchEmailParams, CreateEmailParams } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();

const asked = () => api.requests.map(({ method, url }) => `${method} ${url}`);

describe('APIs of signing in', () => {
  const clerk = createBackendApiClient({ secretKey: 'sk_test_sign_in', apiUrl: api.url });

  const bodies = () => api.requests.map(({ body }): unknown => body && JSON.parse(body));

  it.each([
    ['its name', { agent_task_id: 'at_1', task_id: 'old' }],
    ['its older name', { task_id: 'at_1' }],
  ])('an agent task has its id under both names when the answer has %s', async (_what, ids) => {
    api.answer = (res) => json(res, 200, { object: 'agent_task', agent_id: 'agent_1', ...ids });

    await expect(clerk.agentTasks.revoke('at_1')).resolves.toStrictEqual({
      agentId: 'agent_1',
      agentTaskId: 'at_1',
      taskId: 'at_1',
      url: undefined,
    });
  });

  it('an agent task is asked for with names of the wire at every depth', async () => {
    api.answer = (res) => json(res, 200, { object: 'agent_task' });

    await clerk.agentTasks.create({
      onBehalfOf: { userId: 'user_1' },
      permissions: '*',
      agentName: 'tests',
      taskDescription: 'Sign in.',
      redirectUrl: 'https://app.example/',
    });

    expect(asked()).toEqual(['POST /v1/agents/tasks']);
    expect(bodies()).toMatchObject([{ on_behalf_of: { user_id: 'user_1' }, agent_name: 'tests' }]);
  });

  it('an actor is sent as it is given: it becomes a claim', async () => {
    const actor = { sub: 'user_2', actingFor: { team_name: 'support', teamSize: 2 } };
    api.answer = (res) => json(res, 200, { object: 'actor_token', id: 'act_1', actor });

    const token = await clerk.actorTokens.create({ userId: 'user_1', actor, expiresInSeconds: 60 });

    expect(token.actor).toEqual(actor);
    expect(bodies()).toEqual([{ user_id: 'user_1', actor, expires_in_seconds: 60 }]);
  });

  it('a testing token has its time under the name of the types, and shows the one of the wire', async () => {
    const wire = { object: 'testing_token', token: 'token_1', expires_at: 1_713_880_800 };
    api.answer = (res) => json(res, 200, wire);

    const token = await clerk.testingTokens.createTestingToken();

    expect(token).toHaveProperty('expiresAt', 1_713_880_800);
    expect(Object.entries(token)).toEqual(Object.entries(wire));
    expect(asked()).toEqual(['POST /v1/testing_tokens']);
  });

  it.each([
    ['verifyClient', '/v1/clients/verify', () => clerk.clients.verifyClient('token_never_seen')],
    [
      'verifySession',
      '/v1/sessions/sess_1/verify',
      () => clerk.sessions.verifySession('sess_1', 'token_never_seen'),
    ],
  ])('%s sends the token in the body, and no error shows it', async (_name, path, verify) => {
    api.answer = (res, { body }) => json(res, 401, { errors: [{ code: 'echo', message: body }] });

    const error = await rejection(verify());

    expect(asked()).toEqual([`POST ${path}`]);
    expect(bodies()).toEqual([{ token: 'token_never_seen' }]);
    expect(error).toHaveProperty('message', expect.stringContaining('[hidden]'));
    expect(JSON.stringify(error)).not.toContain('never_seen');
  });

  it('a sign-up without an id is not asked about', async () => {
    const error = await rejection(
      clerk.signUps.update({ signUpAttemptId: '', customAction: true }),
    );

    expect(error).toMatchObject({ code: 'invalid_id', parameter: 'signUpAttemptId' });
    expect(asked()).toEqual([]);
  });

  it('several are invited by a list, with their metadata as it is given', async () => {
    api.answer = (res) =>
      json(res, 200, [{ object: 'invitation', id: 'inv_1', status: 'pending' }]);
    const publicMetadata = { someKey: { snake_key: 1 } };

    const made = await clerk.invitations.createInvitationBulk([
      { emailAddress: 'ada@example.com', publicMetadata },
    ]);

    expect(made).toMatchObject([{ id: 'inv_1', status: 'pending' }]);
    expect(made[0]?.raw).toEqual({ object: 'invitation', id: 'inv_1', status: 'pending' });
    expect(Object.keys(made[0] ?? {})).not.toContain('raw');
    expect(asked()).toEqual(['POST /v1/invitations/bulk']);
    expect(bodies()).toEqual([
      [{ email_address: 'ada@example.com', public_metadata: publicMetadata }],
    ]);
  });

  it('refreshSession answers with a token unless cookies are wanted', async () => {
    api.answer = (res) => json(res, 200, { object: 'token', jwt: 'a.b.c' });

    const refreshed = await clerk.sessions.refreshSession('sess_1', {
      expired_token: 'a.b.old',
      refresh_token: 'rt_1',
      request_origin: 'https://app.example',
      request_originating_ip: '203.0.113.7',
    });

    expect(refreshed.jwt).toBe('a.b.c');
    expect(asked()).toEqual(['POST /v1/sessions/sess_1/refresh']);
    expect(bodies()).toMatchObject([{ request_originating_ip: '203.0.113.7' }]);
  });
});

describe('verification of an identifier', () => {
  const clerk = createBackendApiClient({ secretKey: 'sk_test_idn', apiUrl: api.url });

  const prepared = {
    object: 'verification_otp',
    id: 'ver_1',
    status: 'unverified',
    strategy: 'email_code',
    expire_at: 1_700_000_000_000,
  };

  describe.each([
    ['emailAddresses', '/v1/email_addresses/idn_1'],
    ['phoneNumbers', '/v1/phone_numbers/idn_1'],
  ] as const)('clerk.%s', (name, path) => {
    const identifiers = clerk[name];

    it('sends a code', async () => {
      api.answer = (res) => json(res, 200, prepared);

      await expect(identifiers.prepareVerification('idn_1')).resolves.toStrictEqual({
        id: 'ver_1',
        status: 'unverified',
        strategy: 'email_code',
        attempts: null,
        expireAt: 1_700_000_000_000,
        channel: null,
      });
      expect(asked()).toEqual([`POST ${path}/prepare_verification`]);
      expect(api.requests[0]?.body).toBe('');
    });

    it('checks a code, which may be wrong', async () => {
      api.answer = (res) => json(res, 200, { ...prepared, attempts: 3, status: 'failed' });

      const params = { verificationId: 'ver_1', code: '424242' };
      const verification = await identifiers.attemptVerification('idn_1', params);

      expect(verification).toMatchObject({
        status: 'failed',
        attempts: 3,
        expireAt: 1_700_000_000_000,
      });
      expect(asked()).toEqual([`POST ${path}/attempt_verification`]);
      expect(JSON.parse(api.requests[0]?.body ?? '')).toEqual({
        verification_id: 'ver_1',
        code: '424242',
      });
    });

    it('a code that the other side echoes is not in the error', async () => {
      const code = 'code-never-seen';
      api.answer = (res, { body }) => json(res, 422, { errors: [{ code: 'echo', message: body }] });

      const params = { verificationId: 'ver_1', code };
      const error = await rejection(identifiers.attemptVerification('idn_1', params));

      expect(api.requests[0]?.body).toContain(code);
      expect(error).toHaveProperty('message', expect.stringContaining('[hidden]'));
      expect(JSON.stringify(error)).not.toContain(code);
    });
  });
});

describe('emails', () => {
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
});
