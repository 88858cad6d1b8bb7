import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { type Answered, appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

/** Every header of an answer by which the engine speaks to a browser. */
const ofTheEngine = ({ headers }: Answered) =>
  [...headers.keys()].filter(
    (name) =>
      /^(x-clerk-|access-control-)/.test(name) ||
      ['set-cookie', 'location', 'cache-control'].includes(name),
  );

describe.each(PLATFORMS)('enableHandshake: false, on %s', (platform) => {
  const recorded = recordedClerkForTests({ refreshTokens: true });
  const open = appsForTests();

  const openWith = (enableHandshake?: boolean) =>
    open(platform, { ...recorded.clerk.options, enableHandshake });

  it('sends no browser to Clerk, and sets no header and no cookie', async () => {
    const app = await openWith(false);
    const page = await app.ask('/open', { page: true });
    expect(page.status).toBe(200);
    expect(page.body).toMatchObject({ isAuthenticated: false });
    expect(ofTheEngine(page)).toEqual([]);
  });

  it('makes signed out of a handshake, with its reason', async () => {
    const app = await openWith(false);
    const { body } = await app.ask('/state', { page: true });
    expect(body).toMatchObject({ status: 'signed-out', reason: 'dev-browser-missing' });
  });

  it('leaves it to the guard to send a page to sign in', async () => {
    const app = await openWith(false);
    const page = await app.ask('/guarded', { page: true });
    expect(page.status).toBe(302);
    expect(page.location).toMatch(`${recorded.clerk.origin}/sign-in?redirect_url=`);
  });

  it('leaves it to the guard to refuse anything else', async () => {
    const app = await openWith(false);
    const api = await app.ask('/guarded');
    expect([api.status, api.body['reason']]).toEqual([401, 'dev-browser-missing']);
  });

  it('believes what a handshake brings all the same, without setting its cookies', async () => {
    const app = await openWith(false);
    const { instance } = recorded.clerk;
    const directives = [`__session=${instance.mintSessionToken('ada')}; Path=/`];
    const nonce = instance.store.nonces.issue(directives, Date.now());
    const back = await app.ask(`/open?__clerk_handshake_nonce=${nonce}`, { page: true });
    expect([back.status, back.body['isAuthenticated']]).toEqual([200, true]);
    expect(ofTheEngine(back)).toEqual([]);
  });

  it('refreshes a session all the same, without setting its cookies', async () => {
    const app = await openWith(false);
    const { instance } = recorded.clerk;
    const session = instance.signIn('ada');
    const expired = instance.mintFor(session, { expiresInSeconds: -60 });
    const named = (name: string, value: string) => `__${name}_${instance.cookieSuffix}=${value}`;
    const cookie = [
      named('session', expired),
      named('client_uat', '1'),
      named('refresh', session.refreshToken),
      named('clerk_db_jwt', 'dvb_1'),
    ].join('; ');
    const answer = await app.ask('/guarded', { page: true, headers: { cookie } });
    expect([answer.status, ofTheEngine(answer)]).toEqual([200, []]);
  });

  it.each([true, undefined])('is not what %j means', async (enableHandshake) => {
    const app = await openWith(enableHandshake);
    const page = await app.ask('/open', { page: true });
    expect([page.status, page.reason]).toEqual([307, 'dev-browser-missing']);
    expect(page.location).toMatch(`${recorded.clerk.origin}/v1/client/handshake?`);
  });
});
