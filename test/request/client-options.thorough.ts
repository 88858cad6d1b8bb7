import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { createClerkClient } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import type { BackendApiServer } from '../client/backend-api-server.js';
import { askedOf, recordClerk } from '../nest/options/recorded-clerk.js';
import type { SharedOptions } from './agreed.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

let clerk: LocalClerk;
let door: BackendApiServer;
beforeAll(async () => {
  clerk = await LocalClerk.start();
  door = await recordClerk(() => clerk);
});
beforeEach(() => {
  door.requests.length = 0;
});
afterAll(async () => {
  await door.close();
  await clerk.stop();
});

const other = new LocalInstance({ number: 2 });
const request = (token?: string) =>
  new Request('http://localhost:3000/page', {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

/** What a client made with some options makes of a call with others. */
const CLIENTS = [
  {
    whose: 'ours',
    authenticate: (made: SharedOptions, asked: Request, given?: SharedOptions) =>
      createClerkClient(made).authenticateRequest(asked, given),
  },
  {
    whose: 'the vendor’s',
    authenticate: (made: SharedOptions, asked: Request, given?: SharedOptions) =>
      createVendorClient({ ...made, telemetry: { disabled: true } }).authenticateRequest(
        asked,
        given,
      ),
  },
];

describe.each(CLIENTS)('a client, $whose,', ({ authenticate }) => {
  const keys = () => {
    const { publishableKey, secretKey, jwtKey } = clerk;
    return { publishableKey, secretKey, jwtKey };
  };

  it('needs at a call nothing of what it was made with', async () => {
    const state = await authenticate(keys(), request(clerk.mintSessionToken('ada')));
    expect([state.status, state.publishableKey]).toEqual(['signed-in', clerk.publishableKey]);
  });

  const rows: [name: string, made: SharedOptions, given: SharedOptions, carried: unknown][] = [
    ['publishableKey', {}, { publishableKey: other.publishableKey }, other.publishableKey],
    ['domain', { domain: 'a.example' }, { domain: 'b.example' }, 'b.example'],
    ['domain', { domain: 'a.example' }, { domain: '' }, 'a.example'],
    ['domain', { domain: 'a.example' }, {}, 'a.example'],
    [
      'proxyUrl',
      { proxyUrl: 'https://a.example' },
      { proxyUrl: 'https://b.example' },
      'https://b.example',
    ],
    ['proxyUrl', { proxyUrl: 'https://a.example' }, {}, 'https://a.example'],
    [
      'isSatellite',
      {},
      { isSatellite: true, domain: 'a.example', signInUrl: 'https://a.example' },
      true,
    ],
    [
      'isSatellite',
      { isSatellite: true, domain: 'a.example' },
      { isSatellite: false, signInUrl: 'https://a.example' },
      true,
    ],
  ];
  it.each(rows)(
    'lets a call say %s: made with %j, called with %j',
    async (name, made, given, carried) => {
      const state = await authenticate({ ...keys(), ...made }, request(), given);
      expect(state).toMatchObject({ [name]: carried });
    },
  );

  it('lets a call say jwtKey', async () => {
    const token = clerk.mintSessionToken('ada');
    const made = { ...keys(), jwtKey: other.jwtKey };
    const refused = await authenticate(made, request(token));
    const believed = await authenticate(made, request(token), { jwtKey: clerk.jwtKey });
    expect([refused.reason, believed.status]).toEqual(['token-invalid-signature', 'signed-in']);
  });

  it('lets a call say audience', async () => {
    const token = clerk.mintSessionToken('ada', { aud: 'https://b.example' });
    const made = { ...keys(), audience: 'https://a.example' };
    const refused = await authenticate(made, request(token));
    const believed = await authenticate(made, request(token), { audience: 'https://b.example' });
    expect([refused.status, believed.status]).toEqual(['signed-out', 'signed-in']);
  });

  it('lets a call say what only calls can say', async () => {
    const token = clerk.mintSessionToken('ada');
    const given = { authorizedParties: ['https://a.example'], signUpUrl: '/join' };
    const state = await authenticate(keys(), request(token), given);
    expect([state.reason, state.signUpUrl]).toEqual(['token-invalid-authorized-parties', '/join']);
  });

  it('keeps its apiUrl and apiVersion, whatever a call says', async () => {
    const { publishableKey } = clerk;
    // The vendor keeps fetched keys by the secret key, for the whole process.
    const { secretKey } = new LocalInstance();
    const made = { publishableKey, secretKey, apiUrl: door.url, apiVersion: 'v2' };
    const given = { apiUrl: 'http://127.0.0.1:1', apiVersion: 'v3' };
    await authenticate(made, request(clerk.mintSessionToken('ada')), given);
    expect(new Set(askedOf(door.requests))).toEqual(new Set(['GET /v2/jwks']));
  });

  it('lets a call say secretKey: the keys are fetched with it', async () => {
    const { publishableKey } = clerk;
    const { secretKey } = new LocalInstance();
    const made = { publishableKey, secretKey: other.secretKey, apiUrl: door.url };
    await authenticate(made, request(clerk.mintSessionToken('ada')), { secretKey });
    const [first] = door.requests;
    expect(first?.headers.authorization).toBe(`Bearer ${secretKey}`);
  });

  it('asks about handshakes by itself, whatever secretKey a call says', async () => {
    const made = { ...keys(), apiUrl: door.url };
    const nonce = clerk.instance.store.nonces.issue(['a=1; Path=/'], Date.now());
    const page = new Request(`http://localhost:3000/page?__clerk_handshake_nonce=${nonce}`, {
      headers: { accept: 'text/html', 'sec-fetch-dest': 'document' },
    });
    const state = await authenticate(made, page, { secretKey: other.secretKey });
    expect(state.headers.getSetCookie()).toEqual(['a=1; Path=/']);
    expect(door.requests[0]?.headers.authorization).toBe(`Bearer ${clerk.secretKey}`);
  });

  it('verifies M2M tokens with the machineSecretKey that it was made with', async () => {
    const { machineSecretKey } = clerk;
    const { token } = clerk.createM2mToken({ subject: 'worker' });
    const made = { machineSecretKey, apiUrl: door.url };
    const state = await authenticate(made, request(token), { acceptsToken: 'm2m_token' });
    expect(state.status).toBe('signed-in');
  });

  it('lets a call say machineSecretKey: M2M tokens are verified with it', async () => {
    const { secretKey, machineSecretKey } = clerk;
    const made = { secretKey, machineSecretKey: 'ak_of_another', apiUrl: door.url };
    const { token } = clerk.createM2mToken({ subject: 'worker' });
    const given: SharedOptions = { machineSecretKey, acceptsToken: 'm2m_token' };
    const state = await authenticate(made, request(token), given);
    expect(state.status).toBe('signed-in');
    expect(door.requests[0]?.headers.authorization).toBe(`Bearer ${machineSecretKey}`);
  });
});
