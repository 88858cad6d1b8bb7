import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  authenticateRequest,
  AuthStatus,
  ClerkConfigurationError,
  ClerkRequestError,
  createClerkClient,
} from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { agreed, byVendor } from './agreed.js';
import type { SharedOptions } from './agreed.js';

const { publishableKey, secretKey, jwtKey } = new LocalInstance();

const keys = { publishableKey, secretKey, jwtKey };

describe('the state of a request', () => {
  let clerk: LocalClerk;
  beforeAll(async () => {
    clerk = await LocalClerk.start({ refreshTokens: true });
  });
  afterAll(() => clerk.stop());

  const URL_OF_PAGE = 'http://localhost:3000/page?tab=2';

  const api = (token: string) =>
    new Request(URL_OF_PAGE, { headers: { authorization: `Bearer ${token}` } });
  const page = (headers: Record<string, string> = {}, url = URL_OF_PAGE) =>
    new Request(url, {
      headers: { accept: 'text/html', 'sec-fetch-dest': 'document', ...headers },
    });

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
      expect([status, auth]).toMatchObject([
        'signed-in',
        { userId: null, sessionStatus: 'pending' },
      ]);
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
});

describe('a state carries', () => {
  const URL_OF_PAGE = 'http://localhost:3000/page';

  it.each<[name: string, options: SharedOptions, carried: unknown]>([
    ['publishableKey', {}, publishableKey],
    ['signInUrl', { signInUrl: 'https://app.example/enter' }, 'https://app.example/enter'],
    ['signInUrl', { signInUrl: '/enter' }, '/enter'],
    ['signUpUrl', { signUpUrl: '/join' }, '/join'],
    ['afterSignInUrl', { afterSignInUrl: '/home' }, '/home'],
    ['afterSignUpUrl', { afterSignUpUrl: '/welcome' }, '/welcome'],
    ['domain', { domain: 'satellite.example' }, 'satellite.example'],
    ['proxyUrl', { proxyUrl: 'https://app.example/__clerk' }, 'https://app.example/__clerk'],
    ['isSatellite', {}, false],
    [
      'isSatellite',
      { isSatellite: true, domain: 'satellite.example', signInUrl: 'https://app.example/enter' },
      true,
    ],
  ])('%s of %j', async (name, options, carried) => {
    const state = await agreed(new Request(URL_OF_PAGE), { ...keys, ...options });
    expect(state[name]).toBe(carried);
  });

  it('proxyUrl as a whole URL, where it is a path of the application', async () => {
    const state = await agreed(new Request(URL_OF_PAGE), { ...keys, proxyUrl: '/__clerk' });
    expect(state['proxyUrl']).toBe('http://localhost:3000/__clerk');
  });

  it('proxyUrl as a URL of the host that a proxy in front of the application names', async () => {
    const headers = { 'x-forwarded-host': 'app.example', 'x-forwarded-proto': 'https' };
    const request = new Request(URL_OF_PAGE, { headers });
    const state = await agreed(request, { ...keys, proxyUrl: '/__clerk' });
    expect(state['proxyUrl']).toBe('https://app.example/__clerk');
  });

  it('empty texts for what is not given', async () => {
    expect(await agreed(new Request(URL_OF_PAGE), keys)).toMatchObject({
      proxyUrl: '',
      domain: '',
      signInUrl: '',
      signUpUrl: '',
      afterSignInUrl: '',
      afterSignUpUrl: '',
    });
  });

  it('nothing where the token is of none of the kinds that are taken', async () => {
    const headers = { authorization: 'Bearer ak_1' };
    const options: SharedOptions = {
      ...keys,
      signInUrl: '/enter',
      acceptsToken: ['session_token', 'm2m_token'],
    };
    const state = await agreed(new Request(URL_OF_PAGE, { headers }), options);
    expect(state).toMatchObject({ tokenType: null, publishableKey: '', signInUrl: '' });
  });
});

describe('refusals', () => {
  const satellite = { ...keys, isSatellite: true };

  let clerk: LocalClerk;
  beforeAll(async () => {
    clerk = await LocalClerk.start();
  });
  afterAll(() => clerk.stop());

  const page = (query = '', headers: Record<string, string> = {}) =>
    new Request(`http://localhost:3000/page${query}`, {
      headers: { accept: 'text/html', 'sec-fetch-dest': 'document', ...headers },
    });

  /** A case, its options and request, and what the sentence says; the vendor's throws too. */
  const TABLE: [string, SharedOptions, Request, RegExp][] = [
    ['no publishable key', { secretKey }, page(), /publishableKey .*CLERK_PUBLISHABLE_KEY/],
    [
      'a publishable key that is none',
      { ...keys, publishableKey: 'pk_x' },
      page(),
      /publishableKey/,
    ],
    ['no key at all', { publishableKey }, page(), /secretKey .*CLERK_SECRET_KEY.* jwtKey/],
    [
      'no key for M2M tokens',
      { acceptsToken: 'm2m_token' },
      page(),
      /machineSecretKey .*CLERK_MACHINE_SECRET_KEY.* secretKey .*CLERK_SECRET_KEY/,
    ],
    ['no key for API keys', { acceptsToken: 'api_key' }, page(), /secretKey/],
    [
      'a satellite without domain and proxy',
      { ...satellite, signInUrl: 'https://app.example/enter' },
      page(),
      /domain .*proxyUrl/,
    ],
    [
      'a development satellite without the primary’s sign-in page',
      { ...satellite, domain: 'satellite.example' },
      page(),
      /signInUrl .*CLERK_SIGN_IN_URL/,
    ],
    [
      'a satellite whose sign-in page is a path',
      { ...satellite, domain: 'satellite.example', signInUrl: '/enter' },
      page('', { origin: 'https://satellite.example' }),
      /signInUrl .*absolute/,
    ],
    [
      'a pattern of organizations that can’t be read',
      { ...keys, organizationSyncOptions: { organizationPatterns: ['/orgs/:slug('] } },
      page(),
      /organizationPatterns|pattern/,
    ],
  ];

  describe('authenticateRequest() throws ClerkConfigurationError for', () => {
    it.each(TABLE)('%s', async (_case, options, request, sentence) => {
      const failure = authenticateRequest(request, options);
      await expect(failure).rejects.toThrow(ClerkConfigurationError);
      await expect(authenticateRequest(request, options)).rejects.toThrow(sentence);
      const client = createClerkClient(options);
      await expect(client.authenticateRequest(request, options)).rejects.toThrow(sentence);
      await expect(byVendor(request, options)).rejects.toThrow();
    });

    it('a jwtKey that is no PEM', async () => {
      const options = { ...keys, jwtKey: 'no key' };
      await expect(authenticateRequest(page(), options)).rejects.toThrow(ClerkConfigurationError);
      await expect(authenticateRequest(page(), options)).rejects.toThrow(/jwtKey/);
    });

    it('an address of the Backend API that is none, which a client is not even made with', async () => {
      const options = { ...keys, apiUrl: 'api.example' };
      await expect(authenticateRequest(page(), options)).rejects.toThrow(ClerkConfigurationError);
      expect(() => createClerkClient(options)).toThrow(ClerkConfigurationError);
    });
  });

  describe('authenticateRequest() throws ClerkRequestError for', () => {
    const fails = async (request: Request, options: SharedOptions, sentence: RegExp) => {
      await expect(authenticateRequest(request, options)).rejects.toThrow(ClerkRequestError);
      await expect(authenticateRequest(request, options)).rejects.toThrow(sentence);
      const client = createClerkClient(options);
      await expect(client.authenticateRequest(request, options)).rejects.toThrow(ClerkRequestError);
      await expect(byVendor(request, options)).rejects.toThrow();
    };

    it('a handshake token of another instance, on a development instance', async () => {
      const foreign = new LocalInstance().mintHandshake(['__session=x']);
      await fails(page(`?__clerk_handshake=${foreign}`), keys, /not signed by this instance/);
    });

    it('a handshake token that is none, on a development instance', async () => {
      await fails(page('?__clerk_handshake=e30.e30.AA'), keys, /handshake token is not valid/);
    });

    it('a satellite that is asked from the origin of its sign-in page', async () => {
      const signInUrl = 'https://app.example/enter';
      const options = { ...satellite, domain: 'satellite.example', signInUrl };
      const request = page('', { origin: 'https://app.example' });
      await fails(request, options, /origin of its sign-in page/);
    });
  });

  describe('authenticateRequest() does not throw for', () => {
    it('M2M tokens alone without a publishable key', async () => {
      const options = { machineSecretKey: clerk.machineSecretKey, apiUrl: clerk.origin };
      const { token } = clerk.createM2mToken({ subject: 'worker' });
      const request = new Request('http://localhost:3000', {
        headers: { authorization: `Bearer ${token}` },
      });
      const state = await authenticateRequest(request, { ...options, acceptsToken: 'm2m_token' });
      expect(state.isAuthenticated && state.toAuth().machineId).toBe(clerk.machines.worker.id);
    });

    it('jwtKey without a secret key, which the vendor’s wants', async () => {
      const headers = { authorization: `Bearer ${clerk.mintSessionToken('ada')}` };
      const options = { publishableKey: clerk.publishableKey, jwtKey: clerk.jwtKey };
      const request = new Request('http://localhost:3000', { headers });
      expect((await authenticateRequest(request, options)).status).toBe('signed-in');
      await expect(byVendor(request, options)).rejects.toThrow();
    });

    it('a Clerk that is out of reach: nobody is signed in, and the reason says why', async () => {
      const headers = { authorization: `Bearer ${clerk.mintSessionToken('ada')}` };
      const request = new Request('http://localhost:3000', { headers });
      const options = { publishableKey, secretKey, apiUrl: 'http://127.0.0.1:1' };
      const { status, reason } = await authenticateRequest(request, options);
      expect([status, reason]).toEqual(['signed-out', 'jwk-remote-failed-to-load']);
    });
  });
});
