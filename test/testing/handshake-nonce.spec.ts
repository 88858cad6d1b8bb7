import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { APP, askHandshake, locationOf, redeem } from './frontend-api.js';
import { rawRequest } from './raw-request.js';

let now = Date.now();
let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start({ instance: new LocalInstance({ now: () => now }) });
});
afterAll(() => clerk.stop());

describe('GET /v1/clients/handshake_payload', () => {
  async function newNonce(): Promise<string> {
    const response = await askHandshake(clerk, { redirect_url: APP, format: 'nonce' });
    return locationOf(response).searchParams.get('__clerk_handshake_nonce') ?? '';
  }

  it('answers a nonce once', async () => {
    const nonce = await newNonce();
    const first = await redeem(clerk, nonce);
    expect(first.status).toBe(200);
    expect(Object.keys(JSON.parse(first.body))).toEqual(['directives']);
    const second = await redeem(clerk, nonce);
    expect(second.status).toBe(404);
    expect(JSON.parse(second.body)).toMatchObject({ errors: [{ code: 'resource_not_found' }] });
  });

  it('answers a nonce for a minute', async () => {
    const [early, late] = [await newNonce(), await newNonce()];
    now += 59_999;
    expect(await redeem(clerk, early)).toMatchObject({ status: 200 });
    now += 1;
    expect(await redeem(clerk, late)).toMatchObject({ status: 404 });
  });

  it('knows no other nonce, and needs one', async () => {
    expect(await redeem(clerk, 'unknown')).toMatchObject({ status: 404 });
    expect(await redeem(clerk, '__proto__')).toMatchObject({ status: 404 });
    const missing = await redeem(clerk, '');
    expect(missing.status).toBe(422);
    expect(JSON.parse(missing.body)).toMatchObject({ errors: [{ code: 'form_param_missing' }] });
  });

  it('is for the secret key only', async () => {
    const path = `/v1/clients/handshake_payload?nonce=${await newNonce()}`;
    expect(await rawRequest(clerk.port, { path })).toMatchObject({ status: 401 });
  });
});
