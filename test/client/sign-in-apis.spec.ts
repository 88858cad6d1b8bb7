import { expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();
const clerk = createBackendApiClient({ secretKey: 'sk_test_sign_in', apiUrl: api.url });

const asked = () => api.requests.map(({ method, url }) => `${method} ${url}`);
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
  const error = await rejection(clerk.signUps.update({ signUpAttemptId: '', customAction: true }));

  expect(error).toMatchObject({ code: 'invalid_id', parameter: 'signUpAttemptId' });
  expect(asked()).toEqual([]);
});

it('several are invited by a list, with their metadata as it is given', async () => {
  api.answer = (res) => json(res, 200, [{ object: 'invitation', id: 'inv_1', status: 'pending' }]);
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
