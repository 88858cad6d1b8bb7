import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authenticateRequest, AuthStatus } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { agreed } from './agreed.js';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start({ refreshTokens: true });
});
afterAll(() => clerk.stop());

const URL_OF_PAGE = 'http://localhost:3000/page?tab=2';

const api = (token: string) =>
  new Request(URL_OF_PAGE, { headers: { authorization: `Bearer ${token}` } });
const page = (headers: Record<string, string> = {}, url = URL_OF_PAGE) =>
  new Request(url, { headers: { accept: 'text/html', 'sec-fetch-dest': 'document', ...headers } });

describe('the state of a request that is signed in', () => {
  it('has the token, its kind, no reason and an auth object', async () => {
    const token = clerk.mintSessionToken('ada');
    const state = await agreed(api(token), clerk.options);
    expect(state).toMatchObject({
      status: 'signed-in',
      reason: null,
      isAuthenticated: true,
      isSignedIn: true,
      token,
      tokenType: 'session_token',
      headers: [],
      auth: { userId: clerk.users.ada.id, orgRole: 'org:admin', isAuthenticated: true },
    });
  });

  it('has no message', async () => {
    const state = await authenticateRequest(api(clerk.mintSessionToken('ada')), clerk.options);
    expect(state.message).toBeNull();
  });

  it('has an auth object that judges permissions and gives the token', async () => {
    const token = clerk.mintSessionToken('grace');
    const auth = (await authenticateRequest(api(token), clerk.options)).toAuth();
    expect(auth?.has({ permission: 'org:articles:read' })).toBe(true);
    expect(auth?.has({ permission: 'org:articles:manage' })).toBe(false);
    expect(await auth?.getToken()).toBe(token);
  });

  it('counts a pending session as signed out in its auth object, unless told otherwise', async () => {
    const request = api(clerk.mintSessionToken('ada', { sts: 'pending' }));
    const { status, auth } = await agreed(request, clerk.options);
    expect([status, auth]).toMatchObject(['signed-in', { userId: null, sessionStatus: 'pending' }]);
    const state = await authenticateRequest(request, clerk.options);
    if (state.status !== AuthStatus.SignedIn) throw new Error('It is signed in.');
    const told = state.toAuth({ treatPendingAsSignedOut: false });
    expect(told.userId).toBe(clerk.users.ada.id);
  });
});

describe('the state of a request that is signed out', () => {
  it('has the reason, also in its headers, and no token', async () => {
    const request = new Request(URL_OF_PAGE, {
      headers: { cookie: '__clerk_db_jwt=dvb_1; __client_uat=0' },
    });
    expect(await agreed(request, clerk.options)).toMatchObject({
      status: 'signed-out',
      reason: 'session-token-and-uat-missing',
      isAuthenticated: false,
      isSignedIn: false,
      token: null,
      tokenType: 'session_token',
      headers: [
        ['x-clerk-auth-reason', 'session-token-and-uat-missing'],
        ['x-clerk-auth-status', 'signed-out'],
      ],
      auth: { userId: null, isAuthenticated: false },
    });
  });

  it('has a message about a token that does not verify, also in its headers', async () => {
    const options = { ...clerk.options, authorizedParties: ['https://app.example'] };
    const request = api(clerk.mintSessionToken('ada'));
    const state = await authenticateRequest(request, options);
    expect(state.message).toMatch(/http:\/\/localhost:3000/);
    expect(state.headers.get('x-clerk-auth-message')).toBe(state.message);
    const { reason } = await agreed(request, options);
    expect(reason).toBe('token-invalid-authorized-parties');
  });
});

describe('the state of a handshake', () => {
  it('has where to go among its headers, and no auth object yet', async () => {
    const state = await agreed(page(), clerk.options);
    expect(state).toMatchObject({
      status: 'handshake',
      reason: 'dev-browser-missing',
      isAuthenticated: false,
      tokenType: 'session_token',
      token: null,
      auth: null,
    });
    const location = new URL(new Map(state.headers).get('location') ?? '');
    expect(location.origin).toBe(clerk.origin);
    expect(location.searchParams.get('redirect_url')).toBe(URL_OF_PAGE);
  });
});

describe('the state of a page that comes back from a handshake', () => {
  it('is signed in, with cookies to set and the address without the ticket', async () => {
    const session = clerk.mintSessionToken('ada');
    const handshake = clerk.instance.mintHandshake([`__session=${session}; Path=/`]);
    const url = `${URL_OF_PAGE}&__clerk_handshake=${handshake}`;
    const state = await agreed(page({ cookie: '__clerk_db_jwt=dvb_1' }, url), clerk.options);
    expect(state).toMatchObject({ status: 'signed-in', token: session });
    expect(state.headers).toContainEqual(['set-cookie', `__session=${session}; Path=/`]);
    expect(state.headers).toContainEqual(['location', URL_OF_PAGE]);
  });
});

describe('the state of a request whose session is refreshed', () => {
  it('is signed in, with the cookies to set', async () => {
    const { instance } = clerk;
    const session = instance.signIn('ada');
    const cookies = {
      session: instance.mintFor(session, { expiresInSeconds: -60 }),
      client_uat: '1',
      refresh: session.refreshToken,
      clerk_db_jwt: 'dvb_1',
    };
    const cookie = Object.entries(cookies)
      .map(([name, value]) => `__${name}_${instance.cookieSuffix}=${value}`)
      .join('; ');
    const state = await authenticateRequest(page({ cookie }), clerk.options);
    expect([state.status, state.toAuth()?.userId]).toEqual(['signed-in', clerk.users.ada.id]);
    expect(state.headers.getSetCookie()).toContainEqual(
      expect.stringContaining(`__session=${state.token}`),
    );
  });
});
