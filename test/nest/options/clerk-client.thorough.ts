import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { ClerkClient, createClerkClient } from 'clerk-nestjs';
import type { BackendApiServer } from '../../client/backend-api-server.js';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { askedOf, recordClerk, recordedClerkForTests } from './recorded-clerk.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

const TEMPLATE_TOKEN = 'the.token.of-the-template';

/** The clients that can be given, each by what makes it for an address of the Backend API. */
const CLIENTS = [
  { whose: 'ours', create: createClerkClient },
  {
    whose: 'the vendor’s',
    create: (options: { secretKey: string; apiUrl: string }) =>
      createVendorClient({ ...options, telemetry: { disabled: true } }),
  },
];

describe.each(
  PLATFORMS.flatMap((platform) =>
    CLIENTS.map(({ whose, create }) => ({ platform, whose, create })),
  ),
)('clerkClient, $whose, on $platform', ({ platform, create }) => {
  /** The options lead here … */
  const recorded = recordedClerkForTests({ refreshTokens: true });
  /** … and the client there: another address of the same Clerk. */
  let own: BackendApiServer;
  const open = appsForTests();

  beforeAll(async () => {
    own = await recordClerk(
      () => recorded.clerk,
      ({ url }) =>
        url.endsWith('/tokens/of-the-test') ? { object: 'token', jwt: TEMPLATE_TOKEN } : undefined,
    );
  });
  beforeEach(() => {
    own.requests.length = 0;
  });
  afterAll(() => own.close());

  const openWithClient = async () => {
    const { publishableKey, secretKey } = recorded.clerk;
    const clerkClient = create({ secretKey, apiUrl: own.url });
    const options = { publishableKey, secretKey, apiUrl: recorded.apiUrl, clerkClient };
    return { clerkClient, app: await open(platform, { ...options, acceptsToken: 'any' }) };
  };

  it('is what is injected as ClerkClient', async () => {
    const { clerkClient, app } = await openWithClient();
    expect(app.app.get(ClerkClient)).toBe(clerkClient);
    const user = await app.app.get(ClerkClient).users.getUser(recorded.clerk.users.ada.id);
    expect(user.firstName).toBe('Ada');
    expect(askedOf(own.requests)).toEqual([`GET /v1/users/${recorded.clerk.users.ada.id}`]);
  });

  it('redeems the nonce of a handshake', async () => {
    const { app } = await openWithClient();
    const { instance } = recorded.clerk;
    const session = instance.mintSessionToken('ada');
    const nonce = instance.store.nonces.issue([`__session=${session}; Path=/`], Date.now());
    const back = await app.ask(`/open?__clerk_handshake_nonce=${nonce}`, { page: true });
    expect([back.status, back.location]).toEqual([307, `${app.origin}/open`]);
    expect(back.headers.getSetCookie()).toEqual([`__session=${session}; Path=/`]);
    expect(askedOf(own.requests)).toEqual(['GET /v1/clients/handshake_payload']);
    expect(recorded.asked()).toEqual(['GET /v1/jwks']);
  });

  it('refreshes a session whose token has expired', async () => {
    const { app } = await openWithClient();
    const { instance } = recorded.clerk;
    const session = instance.signIn('ada');
    const expired = instance.mintFor(session, { expiresInSeconds: -60 });
    const cookies = {
      session: expired,
      client_uat: '1',
      refresh: session.refreshToken,
      clerk_db_jwt: 'dvb_1',
    };
    const cookie = Object.entries(cookies).map(
      ([name, value]) => `__${name}_${instance.cookieSuffix}=${value}`,
    );
    const answer = await app.ask('/guarded', { headers: { cookie: cookie.join('; ') } });
    expect([answer.status, answer.body['who']]).toEqual([200, recorded.clerk.users.ada.id]);
    expect(askedOf(own.requests)).toEqual([`POST /v1/sessions/${session.id}/refresh`]);
  });

  it('verifies programs’ opaque tokens', async () => {
    const { app } = await openWithClient();
    const { clerk } = recorded;
    const tokens = [
      clerk.createApiKey({ subject: 'ada' }),
      clerk.createOAuthAccessToken({ subject: 'ada' }),
    ];
    for (const { token } of tokens) {
      const answer = await app.ask('/guarded', { token });
      expect([answer.status, answer.body['who']]).toEqual([200, clerk.users.ada.id]);
    }
    expect(askedOf(own.requests)).toEqual([
      'POST /api_keys/verify',
      'POST /oauth_applications/access_tokens/verify',
    ]);
    expect(recorded.asked()).toEqual([]);
  });

  it('makes the tokens of templates for getToken({ template })', async () => {
    const { app } = await openWithClient();
    const { instance } = recorded.clerk;
    const answer = await app.ask('/template', { token: instance.mintSessionToken('ada') });
    expect(answer.body).toEqual({ jwt: TEMPLATE_TOKEN });
    const { id } = instance.signIn('ada');
    expect(askedOf(own.requests)).toEqual([`POST /v1/sessions/${id}/tokens/of-the-test`]);
  });

  it('does not bring the keys, which come from the options', async () => {
    const { app } = await openWithClient();
    const token = recorded.clerk.mintSessionToken('ada');
    expect((await app.ask('/guarded', { token })).status).toBe(200);
    expect([askedOf(own.requests), recorded.asked()]).toEqual([[], ['GET /v1/jwks']]);
  });

  it('brings machineSecretKey of the options along when it verifies M2M tokens', async () => {
    const { publishableKey, secretKey, machineSecretKey } = recorded.clerk;
    const clerkClient = create({ secretKey, apiUrl: own.url });
    const options = { publishableKey, secretKey, machineSecretKey, clerkClient };
    const app = await open(platform, { ...options, acceptsToken: 'm2m_token' });
    const { token } = recorded.clerk.createM2mToken({ subject: 'worker' });
    expect((await app.ask('/guarded', { token })).status).toBe(200);
    expect(own.requests[0]?.headers.authorization).toBe(`Bearer ${machineSecretKey}`);
  });
});
