import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AuthenticateRequestOptions,
  authenticateRequest,
  createClerkClient,
} from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import type { BackendApiServer } from '../client/backend-api-server.js';
import { askedOf, recordClerk } from '../nest/options/recorded-clerk.js';

let clerk: LocalClerk;
let door: BackendApiServer;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
beforeEach(async () => {
  // An address of its own for each test, as keys are kept by address.
  door = await recordClerk(() => clerk);
});
afterEach(() => door.close());
afterAll(() => clerk.stop());

const FUNCTIONS = [
  { name: 'authenticateRequest()', create: () => authenticateRequest },
  {
    name: 'createClerkClient().authenticateRequest()',
    create: () => createClerkClient({ apiUrl: door.url }).authenticateRequest,
  },
];

describe.each(FUNCTIONS)('the keys that $name fetches', ({ create }) => {
  const ask = async (times: number, given: AuthenticateRequestOptions = {}) => {
    const authenticate = create();
    const { publishableKey, secretKey } = clerk;
    const options = { publishableKey, secretKey, apiUrl: door.url, ...given };
    for (let count = 0; count < times; count += 1) {
      const headers = { authorization: `Bearer ${clerk.mintSessionToken('ada')}` };
      const request = new Request('http://localhost:3000/', { headers });
      expect((await authenticate(request, options)).status).toBe('signed-in');
    }
    return askedOf(door.requests);
  };

  it('serve later calls with the same options', async () => {
    expect(await ask(4)).toEqual(['GET /v1/jwks']);
  });

  it('are fetched for each verification with skipJwksCache', async () => {
    expect(await ask(3, { skipJwksCache: true })).toHaveLength(3);
  });

  it('are not those of calls with other options about them', async () => {
    expect(await ask(1)).toHaveLength(1);
    expect(await ask(2, { skipJwksCache: true })).toHaveLength(3);
    expect(await ask(2, { jwksCacheTtlInMs: 0 })).toHaveLength(5);
  });

  it('are fetched for each verification with jwksCacheTtlInMs: 0', async () => {
    expect(await ask(3, { jwksCacheTtlInMs: 0 })).toHaveLength(3);
  });

  it('are not fetched at all with jwtKey', async () => {
    expect(await ask(2, { jwtKey: clerk.jwtKey })).toEqual([]);
  });
});
