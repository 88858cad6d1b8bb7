import { describe, expect, it } from '@jest/globals';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

describe.each(PLATFORMS)('jwtKey, on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const open = appsForTests();

  const connection = () => {
    const { publishableKey, secretKey } = recorded.clerk;
    return { publishableKey, secretKey, apiUrl: recorded.apiUrl };
  };
  const token = () => recorded.clerk.mintSessionToken('ada');

  it('verifies session tokens, and nothing is fetched', async () => {
    const app = await open(platform, { ...connection(), jwtKey: recorded.clerk.jwtKey });
    expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
    expect((await app.ask('/guarded', { token: `${token()}x` })).status).toBe(401);
    expect(recorded.asked()).toEqual([]);
  });

  it('verifies programs’ JWTs too, and nothing is fetched', async () => {
    const { clerk } = recorded;
    const options = { ...connection(), jwtKey: clerk.jwtKey, acceptsToken: 'any' } as const;
    const app = await open(platform, options);
    const m2m = clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' });
    const oauth = clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' });
    expect((await app.ask('/guarded', { token: m2m.token })).status).toBe(200);
    expect((await app.ask('/guarded', { token: oauth.token })).status).toBe(200);
    expect(recorded.asked()).toEqual([]);
  });

  it('is the key in the place of those that would be fetched', async () => {
    const app = await open(platform, { ...connection(), jwtKey: new LocalInstance().jwtKey });
    const refused = await app.ask('/guarded', { token: token() });
    expect([refused.status, refused.reason]).toEqual([401, 'token-invalid-signature']);
  });

  it('makes the secret key optional', async () => {
    const { publishableKey, jwtKey } = recorded.clerk;
    const app = await open(platform, { publishableKey, jwtKey });
    expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
  });

  it.each<[string, (pem: string) => string]>([
    ['on one line', (pem) => pem.replaceAll('\n', '')],
    ['with the ends of its lines as two characters', (pem) => pem.replaceAll('\n', '\\n')],
    ['without header and footer', (pem) => pem.replace(/-----[A-Z ]+-----/g, '')],
  ])('is taken %s', async (_how, written) => {
    const { publishableKey, jwtKey } = recorded.clerk;
    const app = await open(platform, { publishableKey, jwtKey: written(jwtKey) });
    expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
  });

  it('is taken from CLERK_JWT_KEY', async () => {
    const app = await open(platform, connection(), { CLERK_JWT_KEY: recorded.clerk.jwtKey });
    expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
    expect(recorded.asked()).toEqual([]);
  });
});
