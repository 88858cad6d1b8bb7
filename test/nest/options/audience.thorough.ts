import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

const API = 'https://api.example';
const OTHER = 'https://other.example';

describe.each(PLATFORMS)('audience, on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const open = appsForTests();

  const openWith = (audience?: string | string[]) =>
    open(platform, { ...recorded.clerk.options, acceptsToken: 'any', audience });
  const session = (aud?: unknown) => recorded.clerk.mintSessionToken('ada', { aud });
  const oauth = (aud: string | undefined, tokenFormat: 'jwt' | 'opaque') =>
    recorded.clerk.createOAuthAccessToken({ subject: 'ada', aud, tokenFormat }).token;

  it('refuses a session token that was made for another service', async () => {
    const app = await openWith(API);
    const refused = await app.ask('/guarded', { token: session(OTHER) });
    expect([refused.status, refused.reason]).toEqual([401, 'token-verification-failed']);
    expect((await app.ask('/guarded', { token: session(API) })).status).toBe(200);
    expect((await app.ask('/guarded', { token: session([OTHER, API]) })).status).toBe(200);
  });

  it('lets a session token pass that names nobody, as it does unless a template adds it', async () => {
    const app = await openWith(API);
    expect((await app.ask('/guarded', { token: session() })).status).toBe(200);
  });

  it.each(['jwt', 'opaque'] as const)(
    'refuses an OAuth token (%s) for another service, and one that names nobody',
    async (format) => {
      const app = await openWith(API);
      const statusOf = async (aud?: string) =>
        (await app.ask('/guarded', { token: oauth(aud, format) })).status;
      expect([await statusOf(API), await statusOf(OTHER), await statusOf()]).toEqual([
        200, 401, 401,
      ]);
    },
  );

  it('is any one of a list', async () => {
    const app = await openWith(['https://third.example', API]);
    expect((await app.ask('/guarded', { token: session(API) })).status).toBe(200);
    expect((await app.ask('/guarded', { token: oauth(API, 'jwt') })).status).toBe(200);
    expect((await app.ask('/guarded', { token: session(OTHER) })).status).toBe(401);
  });

  it('is not asked for when the option is not given', async () => {
    const app = await openWith();
    expect((await app.ask('/guarded', { token: session(OTHER) })).status).toBe(200);
    expect((await app.ask('/guarded', { token: oauth(undefined, 'jwt') })).status).toBe(200);
  });
});
