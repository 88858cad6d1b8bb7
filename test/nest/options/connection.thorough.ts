import { describe, expect, it } from '@jest/globals';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

const production = `pk_live_${Buffer.from('clerk.app.example$').toString('base64')}`;

describe.each(PLATFORMS)('on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const open = appsForTests();

  const connection = () => {
    const { publishableKey, secretKey } = recorded.clerk;
    return { publishableKey, secretKey, apiUrl: recorded.apiUrl };
  };
  const token = () => recorded.clerk.mintSessionToken('ada');

  describe('publishableKey', () => {
    it('names the host of the handshake and the account portal', async () => {
      const { publishableKey, frontendApi } = recorded.clerk.instance;
      const app = await open(platform, { ...connection(), publishableKey });
      const page = await app.ask('/guarded', { page: true });
      expect([page.status, new URL(page.location ?? '').host]).toEqual([307, frontendApi]);
      const cookie = '__clerk_db_jwt=dvb_1; __client_uat=0';
      const nobody = await app.ask('/guarded', { page: true, headers: { cookie } });
      const portal = frontendApi.replace('.clerk.', '.');
      expect(nobody.status).toBe(302);
      expect(new URL(nobody.location ?? '').host).toBe(portal);
    });

    it('names the cookies, by its suffix', async () => {
      const { cookieSuffix } = recorded.clerk.instance;
      const app = await open(platform, connection());
      const cookie = (suffix: string) =>
        `__session_${suffix}=${token()}; __client_uat_${suffix}=1; __clerk_db_jwt_${suffix}=dvb_1`;
      const own = await app.ask('/guarded', { headers: { cookie: cookie(cookieSuffix) } });
      const foreign = await app.ask('/guarded', { headers: { cookie: cookie('AAAAAAAA') } });
      expect([own.status, foreign.status]).toEqual([200, 401]);
    });

    it('tells production from development, where a browser needs a token of its own', async () => {
      const app = await open(platform, { ...connection(), publishableKey: production });
      const page = await app.ask('/open', { page: true });
      expect([page.status, page.reason]).toEqual([200, 'session-token-and-uat-missing']);
      const development = await open(platform, connection());
      const sent = await development.ask('/open', { page: true });
      expect([sent.status, sent.reason]).toEqual([307, 'dev-browser-missing']);
    });

    it('is taken from CLERK_PUBLISHABLE_KEY', async () => {
      const options = { ...connection(), publishableKey: undefined };
      const app = await open(platform, options, { CLERK_PUBLISHABLE_KEY: production });
      expect((await app.ask('/state')).body).toMatchObject({ publishableKey: production });
    });
  });

  describe('secretKey', () => {
    it('is what the keys are fetched with', async () => {
      const app = await open(platform, connection());
      expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
      const [fetched] = recorded.requests;
      expect(fetched?.headers.authorization).toBe(`Bearer ${recorded.clerk.secretKey}`);
    });

    it('that Clerk does not know leaves every token unjudged, which is no 401', async () => {
      const { secretKey } = new LocalInstance();
      const app = await open(platform, { ...connection(), secretKey });
      expect((await app.ask('/guarded', { token: token() })).status).toBe(503);
    });

    it('is taken from CLERK_SECRET_KEY', async () => {
      const { clerk } = recorded;
      const options = { ...connection(), secretKey: undefined };
      const app = await open(platform, options, { CLERK_SECRET_KEY: clerk.secretKey });
      expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
      expect(recorded.requests[0]?.headers.authorization).toBe(`Bearer ${clerk.secretKey}`);
    });
  });

  describe('apiUrl', () => {
    it('is where the Backend API is asked', async () => {
      const app = await open(platform, connection());
      expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
      expect(recorded.asked()).toEqual(['GET /v1/jwks']);
    });

    it('is taken from CLERK_API_URL, where it may end in a slash', async () => {
      const options = { ...connection(), apiUrl: undefined };
      const app = await open(platform, options, { CLERK_API_URL: `${recorded.apiUrl}/` });
      expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
      expect(recorded.asked()).toEqual(['GET /v1/jwks']);
    });
  });

  describe('apiVersion', () => {
    const secret = () => recorded.clerk.instance.store.nonces.issue(['x=1'], Date.now());

    it('is in the path of what the Backend API is asked, for keys and for handshakes', async () => {
      const app = await open(platform, { ...connection(), apiVersion: 'v2' });
      expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
      await app.ask(`/open?__clerk_handshake_nonce=${secret()}`, { page: true });
      expect(recorded.asked()).toEqual(['GET /v2/jwks', 'GET /v2/clients/handshake_payload']);
    });

    it('is taken from CLERK_API_VERSION', async () => {
      const app = await open(platform, connection(), { CLERK_API_VERSION: 'v3' });
      expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
      expect(recorded.asked()).toEqual(['GET /v3/jwks']);
    });
  });
});
