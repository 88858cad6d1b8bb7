import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  authenticateRequest,
  ClerkConfigurationError,
  ClerkRequestError,
  createClerkClient,
} from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { byVendor, type SharedOptions } from './agreed.js';

const { publishableKey, secretKey, jwtKey } = new LocalInstance();
const keys = { publishableKey, secretKey, jwtKey };
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
  ['a publishable key that is none', { ...keys, publishableKey: 'pk_x' }, page(), /publishableKey/],
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
