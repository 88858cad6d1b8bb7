import { describe, expect, it } from '@jest/globals';
import type { ClerkOptions } from 'clerk-nestjs';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

type Accepted = ClerkOptions['acceptsToken'];

/** What is given, and the statuses of a session token, an API key, an M2M and an OAuth token. */
const TABLE: [Accepted, ...number[]][] = [
  [undefined, 200, 401, 401, 401],
  ['session_token', 200, 401, 401, 401],
  ['api_key', 401, 200, 401, 401],
  ['m2m_token', 401, 401, 200, 401],
  ['oauth_token', 401, 401, 401, 200],
  [['session_token', 'api_key'], 200, 200, 401, 401],
  [['m2m_token', 'oauth_token'], 401, 401, 200, 200],
  [['api_key'], 401, 200, 401, 401],
  ['any', 200, 200, 200, 200],
];

describe.each(PLATFORMS)('acceptsToken, on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const open = appsForTests();

  const tokens = (tokenFormat: 'jwt' | 'opaque') => {
    const { clerk } = recorded;
    return [
      clerk.mintSessionToken('ada'),
      clerk.createApiKey({ subject: 'ada' }).token,
      clerk.createM2mToken({ subject: 'worker', tokenFormat }).token,
      clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat }).token,
    ];
  };

  describe.each(TABLE)('%j', (acceptsToken, ...expected) => {
    it.each(['opaque', 'jwt'] as const)('takes the kinds it names (%s), no other', async (form) => {
      const { options } = recorded.clerk;
      const app = await open(platform, { ...options, apiUrl: recorded.apiUrl, acceptsToken });
      const answers = await Promise.all(
        tokens(form).map((token) => app.ask('/guarded', { token })),
      );
      expect(answers.map(({ status }) => status)).toEqual(expected);
    });
  });

  it('asks Clerk about no token of a kind that is not taken', async () => {
    const { options } = recorded.clerk;
    const app = await open(platform, { ...options, apiUrl: recorded.apiUrl });
    for (const token of tokens('opaque').slice(1)) await app.ask('/guarded', { token });
    expect(recorded.asked()).toEqual([]);
  });

  it('of M2M tokens alone needs no publishable key', async () => {
    const { secretKey, apiUrl, machineSecretKey } = recorded.clerk.options;
    const options = { secretKey, machineSecretKey, apiUrl, acceptsToken: 'm2m_token' } as const;
    const app = await open(platform, options);
    const token = tokens('jwt')[2];
    expect((await app.ask('/guarded', { token })).status).toBe(200);
    const nobody = await app.ask('/guarded', { page: true });
    expect(nobody.status).toBe(401);
  });

  it('of API keys alone needs no publishable key', async () => {
    const { secretKey, apiUrl } = recorded.clerk.options;
    const app = await open(platform, { secretKey, apiUrl, acceptsToken: 'api_key' });
    const token = tokens('opaque')[1];
    expect((await app.ask('/guarded', { token })).status).toBe(200);
    const page = await app.ask('/open', { page: true });
    expect([page.status, page.body]).toEqual([
      200,
      { tokenType: 'api_key', isAuthenticated: false, who: null },
    ]);
  });

  it('sends no page to sign in where only programs’ tokens are taken', async () => {
    const { options } = recorded.clerk;
    const app = await open(platform, { ...options, acceptsToken: ['api_key', 'm2m_token'] });
    const page = await app.ask('/guarded', { page: true });
    expect([page.status, page.location]).toEqual([401, null]);
  });
});
