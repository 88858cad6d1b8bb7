import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { authenticate } from './vendor-authenticate.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

describe("the vendor's client", () => {
  it('verifies both kinds of JWT by the PEM key alone', async () => {
    const { jwtKey } = clerk;
    const m2m = clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' });
    const oauth = clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' });
    const byPem = await authenticate(clerk, m2m.token, 'm2m_token', { jwtKey });
    expect(byPem.auth).toMatchObject({ id: m2m.id, isAuthenticated: true });
    const other = await authenticate(clerk, oauth.token, 'oauth_token', { jwtKey });
    expect(other.auth).toMatchObject({ id: oauth.id, isAuthenticated: true });
  });

  it('reads claims and names', async () => {
    const claims = { tier: 'gold' };
    const key = clerk.createApiKey({ subject: 'acme', name: 'Deploys', claims });
    const { auth } = await authenticate(clerk, key.token, 'api_key');
    expect(auth).toMatchObject({
      name: 'Deploys',
      claims,
      orgId: clerk.users.ada.membership.organization.id,
    });
    for (const tokenFormat of ['opaque', 'jwt'] as const) {
      const { token } = clerk.createM2mToken({ subject: 'worker', claims, tokenFormat });
      expect((await authenticate(clerk, token, 'm2m_token')).auth).toMatchObject({ claims });
      const oauth = clerk.createOAuthAccessToken({
        subject: 'ada',
        clientId: 'client_mine',
        tokenFormat,
      });
      expect((await authenticate(clerk, oauth.token, 'oauth_token')).auth).toMatchObject({
        userId: clerk.users.ada.id,
        clientId: 'client_mine',
      });
    }
  });

  it.each(['opaque', 'jwt'] as const)(
    'takes an %s OAuth token only for its audience',
    async (tokenFormat) => {
      const audience = 'https://api.example';
      const create = (aud?: string) =>
        clerk.createOAuthAccessToken({ subject: 'ada', aud, tokenFormat }).token;
      const signedIn = async (token: string) =>
        (await authenticate(clerk, token, 'oauth_token', { audience })).auth?.isAuthenticated;
      expect(await signedIn(create(audience))).toBe(true);
      expect(await signedIn(create('https://evil.example'))).toBe(false);
      expect(await signedIn(create())).toBe(false);
    },
  );

  it('with a machine secret key admits only machines that may call', async () => {
    const { machineSecretKey } = clerk;
    const worker = clerk.createM2mToken({ subject: 'worker' });
    const outsider = clerk.createM2mToken({ subject: 'outsider' });
    const settings = { machineSecretKey, secretKey: 'sk_test_unused' };
    const admitted = await authenticate(clerk, worker.token, 'm2m_token', settings);
    expect(admitted.auth).toMatchObject({ id: worker.id, isAuthenticated: true });
    const refused = await authenticate(clerk, outsider.token, 'm2m_token', settings);
    expect(refused).toMatchObject({ reason: 'token-invalid', auth: { isAuthenticated: false } });
  });

  it('with a wrong machine secret key admits nobody', async () => {
    const { token } = clerk.createM2mToken({ subject: 'worker' });
    const machineSecretKey = new LocalInstance().machineSecretKey;
    const refused = await authenticate(clerk, token, 'm2m_token', { machineSecretKey });
    expect(refused).toMatchObject({ reason: 'secret-key-invalid' });
  });

  it("takes a machine's secret key for no API key, though both begin alike", async () => {
    const { reason } = await authenticate(clerk, clerk.machineSecretKey, 'api_key');
    expect(reason).toBe('token-invalid');
  });
});
