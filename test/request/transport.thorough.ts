import { expect, it } from '@jest/globals';
import { createClerkClient } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';

it('a client authenticates requests by the fetch that it was made with', async () => {
  const instance = new LocalInstance();
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(Response.json({ errors: [] }, { status: 500 }));
  };
  const { publishableKey, secretKey } = instance;
  const client = createClerkClient({ publishableKey, secretKey, fetch });
  const tokens = [instance.mintSessionToken('ada'), 'ak_1'];
  for (const token of tokens) {
    const headers = { authorization: `Bearer ${token}` };
    const request = new Request('http://localhost:3000/', { headers });
    // oxlint-disable-next-line no-await-in-loop
    await client.authenticateRequest(request, { acceptsToken: 'any' });
  }
  expect(asked).toEqual(['https://api.clerk.com/v1/jwks', 'https://api.clerk.com/api_keys/verify']);
});
