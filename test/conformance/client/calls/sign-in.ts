import { type CallTable, PAGE } from './call-table.js';

type Api =
  | 'sessions'
  | 'clients'
  | 'signInTokens'
  | 'signUps'
  | 'actorTokens'
  | 'agentTasks'
  | 'testingTokens';

const REFRESH = {
  expired_token: 'e.e.e',
  refresh_token: 'rt_1',
  request_origin: 'https://app.example',
  request_originating_ip: '192.0.2.1',
  request_headers: { 'X-Some-Header': ['a', 'b'], camelCase: ['c'] },
  suffixed_cookies: true,
};

/** Who gets in, and what lets them in. */
export const SIGN_IN: CallTable<Api> = {
  sessions: {
    getSessionList: () => [
      [],
      [{}],
      [{ clientId: 'client_1', userId: 'user_1', status: 'active', ...PAGE }],
    ],
    getSession: () => [['sess_1']],
    createSession: () => [[{ userId: 'user_1' }]],
    revokeSession: () => [['sess_1']],
    verifySession: () => [['sess_1', 'token']],
    getToken: () => [
      ['sess_1'],
      ['sess_1', 'a template'],
      ['sess_1', 'supabase', 600],
      ['sess_1', undefined, 60],
      ['sess_1', ''],
    ],
    refreshSession: () => [
      ['sess_1', { ...REFRESH, format: 'cookie' }],
      ['sess_1', { ...REFRESH, format: 'token' }],
      ['sess_1', { expired_token: 'e', refresh_token: 'r', request_origin: 'o' }],
      ['sess_1', { ...REFRESH, suffixed_cookies: false }],
    ],
  },
  clients: {
    getClientList: () => [[], [{}], [PAGE]],
    getClient: () => [['client_1']],
    verifyClient: () => [['token']],
    getHandshakePayload: () => [[{ nonce: 'nonce_1' }]],
  },
  signInTokens: {
    createSignInToken: () => [
      [{ userId: 'user_1', expiresInSeconds: 60 }],
      [{ userId: 'user_1', orgId: 'org_1', expiresInSeconds: 0 }],
    ],
    revokeSignInToken: () => [['sit_1']],
  },
  signUps: {
    get: () => [['sua_1']],
    update: () => [
      [{ signUpAttemptId: 'sua_1' }],
      [{ signUpAttemptId: 'sua_1', externalId: 'x', customAction: true }],
      [{ signUpAttemptId: 'sua_1', externalId: null, customAction: null }],
    ],
  },
  actorTokens: {
    create: () => [
      [{ userId: 'user_1', actor: { sub: 'user_2' } }],
      [
        {
          userId: 'user_1',
          actor: { sub: 'user_2', additionalProperties: { someKey: { deepKey: 1 }, other_key: 2 } },
          expiresInSeconds: 60,
          sessionMaxDurationInSeconds: 1800,
        },
      ],
    ],
    revoke: () => [['act_1']],
  },
  agentTasks: {
    create: () => [
      [
        {
          onBehalfOf: { userId: 'user_1' },
          permissions: '*',
          agentName: 'agent',
          taskDescription: 'a task',
          redirectUrl: 'https://app.example',
          sessionMaxDurationInSeconds: 60,
        },
      ],
      [
        {
          onBehalfOf: { identifier: 'ada@example.com' },
          permissions: '*',
          agentName: 'agent',
          taskDescription: '',
          redirectUrl: 'https://app.example',
        },
      ],
    ],
    revoke: () => [['at_1']],
  },
  testingTokens: { createTestingToken: () => [[]] },
};
