import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { authenticateRequest, createClerkClient } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { askedOf, recordClerk } from '../nest/options/recorded-clerk.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

const CLIENTS = [
  { whose: 'ours', create: createClerkClient },
  {
    whose: 'the vendor’s',
    create: (options: { secretKey: string; apiUrl: string }) =>
      createVendorClient({ ...options, telemetry: { disabled: true } }),
  },
];

describe.each(CLIENTS)('apiClient of authenticateRequest(), $whose,', ({ create }) => {
  it('redeems the nonce of a handshake', async () => {
    const door = await recordClerk(() => clerk);
    try {
      const { publishableKey, secretKey, jwtKey, instance } = clerk;
      const apiClient = create({ secretKey, apiUrl: door.url });
      const nonce = instance.store.nonces.issue(['a=1; Path=/'], Date.now());
      const request = new Request(`http://localhost:3000/?__clerk_handshake_nonce=${nonce}`, {
        headers: { accept: 'text/html', 'sec-fetch-dest': 'document' },
      });
      const apiUrl = 'http://127.0.0.1:1';
      const keys = { publishableKey, secretKey, jwtKey, apiUrl };
      const { headers } = await authenticateRequest(request, { ...keys, apiClient });
      expect(headers.getSetCookie()).toEqual(['a=1; Path=/']);
      expect(askedOf(door.requests)).toEqual(['GET /v1/clients/handshake_payload']);
    } finally {
      await door.close();
    }
  });
});
