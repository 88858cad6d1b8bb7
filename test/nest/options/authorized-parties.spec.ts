import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

describe.each(PLATFORMS)('authorizedParties, on %s', (platform) => {
  const recorded = recordedClerkForTests({ azp: 'https://app.example' });
  const open = appsForTests();

  const openWith = (authorizedParties?: string[]) =>
    open(platform, { ...recorded.clerk.options, authorizedParties });
  const token = (claims?: Record<string, unknown>) =>
    recorded.clerk.mintSessionToken('ada', claims);

  it('refuses a token that a sibling subdomain has got for itself', async () => {
    const app = await openWith(['https://app.example', 'https://admin.app.example']);
    expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
    const stolen = token({ azp: 'https://evil.app.example' });
    const refused = await app.ask('/guarded', { token: stolen });
    expect([refused.status, refused.reason]).toEqual([401, 'token-invalid-authorized-parties']);
  });

  it('refuses a session cookie of such a token as well', async () => {
    const app = await openWith(['https://app.example']);
    const cookieOf = (session: string) => ({
      cookie: `__session=${session}; __client_uat=1; __clerk_db_jwt=dvb_1`,
    });
    const own = await app.ask('/guarded', { headers: cookieOf(token()) });
    const planted = token({ azp: 'https://evil.app.example' });
    const refused = await app.ask('/guarded', { headers: cookieOf(planted) });
    expect([own.status, refused.status]).toEqual([200, 401]);
  });

  it('refuses a token that does not say who has asked for it', async () => {
    const app = await openWith(['https://app.example']);
    const refused = await app.ask('/guarded', { token: token({ azp: undefined }) });
    expect([refused.status, refused.reason]).toEqual([401, 'token-invalid-authorized-parties']);
  });

  it('is not asked for when the option is not given', async () => {
    const app = await openWith();
    const elsewhere = token({ azp: 'https://evil.app.example' });
    expect((await app.ask('/guarded', { token: elsewhere })).status).toBe(200);
  });
});
