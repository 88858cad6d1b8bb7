import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { agreed, type SharedOptions } from './agreed.js';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

/** What a request can bring, by name. */
const carriers = (): Record<string, string | undefined> => ({
  nothing: undefined,
  session: clerk.mintSessionToken('ada'),
  'API key': clerk.createApiKey({ subject: 'ada', scopes: ['a'] }).token,
  'M2M token': clerk.createM2mToken({ subject: 'worker' }).token,
  'M2M JWT': clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' }).token,
  'OAuth token': clerk.createOAuthAccessToken({ subject: 'ada', scopes: ['a'] }).token,
  'OAuth JWT': clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' }).token,
});

type Accepted = SharedOptions['acceptsToken'];

/** What is taken, what comes, and the kind, status and reason of the state. */
const TABLE: [Accepted, string, string | null, string, string | null][] = [
  ['session_token', 'session', 'session_token', 'signed-in', null],
  ['session_token', 'nothing', 'session_token', 'signed-out', 'dev-browser-missing'],
  ['session_token', 'API key', 'session_token', 'signed-out', 'token-invalid'],
  ['api_key', 'API key', 'api_key', 'signed-in', null],
  ['api_key', 'nothing', 'api_key', 'signed-out', 'No token in header'],
  ['api_key', 'M2M token', 'api_key', 'signed-out', 'token-type-mismatch'],
  ['api_key', 'session', 'api_key', 'signed-out', 'token-type-mismatch'],
  ['m2m_token', 'M2M token', 'm2m_token', 'signed-in', null],
  ['m2m_token', 'M2M JWT', 'm2m_token', 'signed-in', null],
  ['m2m_token', 'OAuth token', 'm2m_token', 'signed-out', 'token-type-mismatch'],
  ['oauth_token', 'OAuth token', 'oauth_token', 'signed-in', null],
  ['oauth_token', 'OAuth JWT', 'oauth_token', 'signed-in', null],
  ['oauth_token', 'API key', 'oauth_token', 'signed-out', 'token-type-mismatch'],
  [['session_token', 'api_key'], 'session', 'session_token', 'signed-in', null],
  [['session_token', 'api_key'], 'API key', 'api_key', 'signed-in', null],
  [['session_token', 'api_key'], 'M2M token', null, 'signed-out', 'token-type-mismatch'],
  [['session_token', 'api_key'], 'nothing', 'session_token', 'signed-out', 'dev-browser-missing'],
  [['api_key', 'm2m_token'], 'session', null, 'signed-out', 'token-type-mismatch'],
  [['api_key', 'm2m_token'], 'M2M JWT', 'm2m_token', 'signed-in', null],
  ['any', 'session', 'session_token', 'signed-in', null],
  ['any', 'API key', 'api_key', 'signed-in', null],
  ['any', 'M2M token', 'm2m_token', 'signed-in', null],
  ['any', 'OAuth JWT', 'oauth_token', 'signed-in', null],
  ['any', 'nothing', 'session_token', 'signed-out', 'dev-browser-missing'],
];

describe('acceptsToken of authenticateRequest()', () => {
  it.each(TABLE)('%j, brought %s: %s, %s, %s', async (accepted, brought, type, status, reason) => {
    const token = carriers()[brought];
    const headers: Record<string, string> =
      token === undefined ? {} : { authorization: `Bearer ${token}` };
    const request = new Request('http://localhost:3000/page', { headers });
    const state = await agreed(request, { ...clerk.options, acceptsToken: accepted });
    expect(state).toMatchObject({ tokenType: type, status, reason });
    expect(state['token']).toBe(status === 'signed-in' ? token : null);
  });
});
