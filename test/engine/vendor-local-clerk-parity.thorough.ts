import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { LocalClerk } from '../../src/testing/local-clerk.js';
import { browserRequest, type BrowserParts, EXPIRED, sessionCookies } from './support/browser.js';
import { local, NOW } from './support/engine.js';
import { type Reply, ResponsePair } from './support/response-pair.js';

// Our engine and the vendor's at an embedded Clerk, which knows sessions and uses nonces once.

let clerk: LocalClerk;
let pair: ResponsePair;
beforeAll(async () => {
  clerk = await LocalClerk.start({ instance: local, refreshTokens: true });
  const { origin: apiUrl, secretKey } = clerk;
  pair = new ResponsePair({ type: 'development', apiUrl, secretKey });
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await clerk.stop();
});

/** Tokens that Clerk makes anew differ from one another, and are left out. */
function shown({ token, headers, ...reply }: Reply): object {
  const cookies = headers['set-cookie']?.map((cookie) => cookie.replace(/=ey[^;]*/, '=token'));
  return { ...reply, headers: { ...headers, 'set-cookie': cookies }, isToken: token !== null };
}

/** What both say; fails where they differ. */
async function answersTo(browser: () => BrowserParts): Promise<object> {
  const ours = shown(await pair.ours(browserRequest(browser())));
  const theirs = shown(await pair.theirs(browserRequest(browser())));
  expect(ours).toEqual(theirs);
  return ours;
}

const REFRESH = `__refresh_${local.cookieSuffix}`;
const refreshable = (refresh: string) => ({
  cookies: { ...sessionCookies(EXPIRED), [REFRESH]: refresh },
});
const freshNonce = (...directives: string[]) => ({
  target: `/a?__clerk_handshake_nonce=${local.store.nonces.issue(directives, NOW)}`,
});

describe('at an embedded Clerk, as the vendor', () => {
  test('a nonce signs in', async () => {
    const session = `__session=${local.mintSessionToken('ada')}; Path=/`;
    const reply = await answersTo(() => freshNonce(session));
    expect(reply).toMatchObject({ status: 'signed-in', isToken: true });
  });

  test('a nonce signs out', async () => {
    const reply = await answersTo(() => freshNonce('__session=; Max-Age=0', '__client_uat=0'));
    expect(reply).toMatchObject({ status: 'signed-out', reason: 'session-token-missing' });
  });

  test('a used nonce brings nothing', async () => {
    const used = freshNonce(`__session=${local.mintSessionToken('ada')}`);
    await pair.ours(browserRequest(used));
    const reply = await answersTo(() => used);
    expect(reply).toMatchObject({ status: 'signed-out', reason: 'session-token-missing' });
  });

  test('a refresh token renews the session', async () => {
    const { refreshToken } = local.signIn('ada');
    const reply = await answersTo(() => refreshable(refreshToken));
    expect(reply).toMatchObject({ status: 'signed-in', isToken: true });
  });

  test('a wrong refresh token leads to a handshake', async () => {
    const reply = await answersTo(() => refreshable('wrong'));
    expect(reply).toMatchObject({
      status: 'handshake',
      reason: 'session-token-expired-refresh-refresh_token_invalid',
    });
  });
});
