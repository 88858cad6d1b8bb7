import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

/** A development browser that nobody is signed in on. */
const nobody = { cookie: '__clerk_db_jwt=dvb_1; __client_uat=0' };

describe.each(PLATFORMS)('on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const open = appsForTests();

  const keys = () => {
    const { publishableKey, secretKey, apiUrl } = recorded.clerk.options;
    return { publishableKey, secretKey, apiUrl };
  };

  describe('signInUrl', () => {
    it('is where the guard sends a page that nobody is signed in on', async () => {
      const signInUrl = 'https://app.example/enter?brand=1';
      const app = await open(platform, { ...keys(), signInUrl });
      const page = await app.ask('/guarded?tab=2', { page: true, headers: nobody });
      const returnTo = encodeURIComponent(`${app.origin}/guarded?tab=2`);
      expect(page.status).toBe(302);
      expect(page.location).toBe(`${signInUrl}&redirect_url=${returnTo}`);
    });

    it('can be a path of the application', async () => {
      const app = await open(platform, { ...keys(), signInUrl: '/enter' });
      const page = await app.ask('/guarded', { page: true, headers: nobody });
      expect(page.location).toMatch(/^\/enter\?redirect_url=/);
    });

    it('is taken from CLERK_SIGN_IN_URL, and carried by the request’s state', async () => {
      const app = await open(platform, keys(), { CLERK_SIGN_IN_URL: '/from-environment' });
      const page = await app.ask('/guarded', { page: true, headers: nobody });
      expect(page.location).toMatch(/^\/from-environment\?redirect_url=/);
      const { body } = await app.ask('/state');
      expect(body).toMatchObject({ signInUrl: '/from-environment', signUpUrl: '' });
    });
  });

  describe.each(['signUpUrl', 'afterSignInUrl', 'afterSignUpUrl'] as const)('%s', (name) => {
    it('is carried by the request’s state', async () => {
      const app = await open(platform, { ...keys(), [name]: `https://app.example/${name}` });
      const { body } = await app.ask('/state');
      expect(body[name]).toBe(`https://app.example/${name}`);
    });

    it('is empty there unless it is given', async () => {
      const app = await open(platform, keys());
      expect((await app.ask('/state')).body[name]).toBe('');
    });
  });

  describe('signUpUrl', () => {
    it('is taken from CLERK_SIGN_UP_URL', async () => {
      const app = await open(platform, keys(), { CLERK_SIGN_UP_URL: '/join' });
      expect((await app.ask('/state')).body['signUpUrl']).toBe('/join');
    });
  });
});
