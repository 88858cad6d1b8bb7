import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

describe.each(PLATFORMS)('clockSkewInMs, on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const open = appsForTests();

  const openWith = (clockSkewInMs?: number) =>
    open(platform, { ...recorded.clerk.options, clockSkewInMs });
  const expiredSince = (seconds: number) =>
    recorded.clerk.instance.mint({ user: 'ada', expiresInSeconds: -seconds });
  const issuedIn = (seconds: number) =>
    recorded.clerk.mintSessionToken('ada', { iat: Math.floor(Date.now() / 1000) + seconds });
  const notBefore = (seconds: number) =>
    recorded.clerk.mintSessionToken('ada', { nbf: Math.floor(Date.now() / 1000) + seconds });

  it('is how long after its end a token still counts', async () => {
    const app = await openWith(60_000);
    expect((await app.ask('/guarded', { token: expiredSince(30) })).status).toBe(200);
    expect((await app.ask('/guarded', { token: expiredSince(90) })).status).toBe(401);
  });

  it('is how long before its time a token counts already', async () => {
    const app = await openWith(60_000);
    const statusOf = async (token: string) => (await app.ask('/guarded', { token })).status;
    expect([await statusOf(issuedIn(30)), await statusOf(notBefore(30))]).toEqual([200, 200]);
    expect([await statusOf(issuedIn(90)), await statusOf(notBefore(90))]).toEqual([401, 401]);
  });

  it('is 5 seconds unless it is given', async () => {
    const app = await openWith();
    expect((await app.ask('/guarded', { token: expiredSince(1) })).status).toBe(200);
    const late = await app.ask('/guarded', { token: expiredSince(30) });
    expect(late.status).toBe(401);
    expect(late.reason).toMatch(/^session-token-expired|^token-expired/);
    expect((await app.ask('/guarded', { token: issuedIn(30) })).status).toBe(401);
  });
});
