import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { LocalClerk } from 'clerk-nestjs/testing';
import {
  APP,
  devBrowserOf,
  handshake,
  locationOf,
  REDIRECT_URL,
  signedInBrowser,
  submit,
  withRedirectUrl,
} from './frontend-api.js';
import { rawRequest } from './raw-request.js';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

function get(path: string, headers: Record<string, string> = {}) {
  return rawRequest(clerk.port, { path, headers });
}

describe('/sign-out', () => {
  it.each(['GET', 'POST'])('ends the session and returns to the app, by %s', async (method) => {
    const devBrowser = await signedInBrowser(clerk, 'ada');
    const sid = await sidOf(devBrowser);
    const path = withRedirectUrl('/sign-out');
    const headers = { Cookie: `local_db_jwt=${devBrowser}` };
    const response = await rawRequest(clerk.port, { method, path, headers });
    expect(response.status).toBe(303);
    expect(locationOf(response).href).toBe(`${REDIRECT_URL}&__clerk_db_jwt=${devBrowser}`);
    const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser });
    expect(cookies).toMatchObject({ __session: { value: '' }, __client_uat: { value: '0' } });
    expect(clerk.instance.store.findSession(sid)).toMatchObject({ status: 'ended' });
  });

  it('takes the way back from a form too', async () => {
    const response = await submit(clerk, '/sign-out', { redirect_url: REDIRECT_URL });
    expect(locationOf(response).origin).toBe(APP);
  });

  it('gives a browser it doesn’t know a token in which nobody is signed in', async () => {
    const response = await get(withRedirectUrl('/sign-out'));
    const shown = locationOf(response).searchParams.get('__clerk_db_jwt');
    expect(shown).toBe(devBrowserOf(response));
    expect(shown).toMatch(/^dvb_/);
  });

  it('says so where there is no way back', async () => {
    const response = await get('/sign-out');
    expect(response.status).toBe(200);
    expect(response.body).toContain('Signed out');
  });
});

describe('an ended session', () => {
  it('is still shown by the Backend API, but mints no token', async () => {
    const devBrowser = await signedInBrowser(clerk, 'ada');
    const sid = await sidOf(devBrowser);
    await get('/sign-out', { Cookie: `local_db_jwt=${devBrowser}` });
    const headers = { Authorization: `Bearer ${clerk.secretKey}` };
    const shown = await rawRequest(clerk.port, { path: `/v1/sessions/${sid}`, headers });
    const path = `/v1/sessions/${sid}/tokens`;
    const minted = await rawRequest(clerk.port, { method: 'POST', path, headers });
    expect(JSON.parse(shown.body)).toMatchObject({ id: sid, status: 'ended' });
    expect(minted.status).toBe(404);
  });

  it('leaves the user’s other sessions alone', async () => {
    const [mine, other] = [
      await signedInBrowser(clerk, 'ada'),
      await signedInBrowser(clerk, 'ada'),
    ];
    await get('/sign-out', { Cookie: `local_db_jwt=${mine}` });
    expect((await handshake(clerk, { __clerk_db_jwt: other }))['__session']?.value).not.toBe('');
    expect(await get('/local/tokens/ada')).toMatchObject({ status: 200 });
  });
});

async function sidOf(devBrowser: string): Promise<string> {
  const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser });
  return String(decodeJwt(cookies['__session']?.value ?? '').sid);
}
