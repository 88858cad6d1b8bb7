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
import { createClerkClient } from '@clerk/backend';
import { getCookieSuffix } from '@clerk/shared/keys';
import { parseDirectives } from './directives.js';
import { rawRequest } from './raw-request.js';

describe('a session in a browser', () => {
  let clerk: LocalClerk;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
  });

  afterAll(() => clerk.stop());

  it('is another than the same user’s in another browser, and than the minted tokens’', async () => {
    const sids = await Promise.all(
      [1, 2].map(async () => {
        const devBrowser = await signedInBrowser(clerk, 'ada');
        const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser });
        return decodeJwt(cookies['__session']?.value ?? '').sid;
      }),
    );
    expect(new Set([...sids, clerk.users.ada.sessionId]).size).toBe(3);
    for (const sid of sids) expect(sid).toMatch(/^sess_\w{27}$/);
  });

  it('acts for the organization asked for, if its user is a member', async () => {
    const devBrowser = await signedInBrowser(clerk, 'ada');
    const { id, slug } = clerk.users.ada.membership.organization;
    const active = async (organization?: string) => {
      const cookies = await handshake(clerk, {
        __clerk_db_jwt: devBrowser,
        ...(organization !== undefined && { organization_id: organization }),
      });
      const { o } = decodeJwt<{ o?: { id: string } }>(cookies['__session']?.value ?? '');
      return o?.id;
    };
    expect(await active()).toBe(id);
    expect(await active('')).toBeUndefined();
    expect(await active()).toBeUndefined();
    expect(await active('org_nowhere')).toBeUndefined();
    expect(await active(slug)).toBe(id);
    expect(await active('org_nowhere')).toBe(id);
    expect(await active('')).toBeUndefined();
    expect(await active(id)).toBe(id);
    expect(decodeJwt(clerk.mintSessionToken('ada'))).toHaveProperty('o');
  });

  it('can’t act for an organization its user is not in', async () => {
    const devBrowser = await signedInBrowser(clerk, 'alan');
    const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser, organization_id: 'acme' });
    expect(decodeJwt(cookies['__session']?.value ?? '')).not.toHaveProperty('o');
  });
});

describe('the refresh of a session', () => {
  process.env.CLERK_TELEMETRY_DISABLED = '1';

  let clerk: LocalClerk;
  let suffix: string;
  beforeAll(async () => {
    clerk = await LocalClerk.start({ refreshTokens: true });
    suffix = await getCookieSuffix(clerk.publishableKey);
  });
  afterAll(() => clerk.stop());

  /** A browser's session, its refresh token and an expired token of it. */
  async function expiredSession() {
    const devBrowser = await signedInBrowser(clerk, 'ada');
    const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser });
    const sid = String(decodeJwt(cookies['__session']?.value ?? '').sid);
    const session = clerk.instance.store.findSession(sid);
    if (!session) throw new Error('no session');
    const expired_token = clerk.instance.mintFor(session, { expiresInSeconds: -60 });
    const refresh_token = cookies[`__refresh_${suffix}`]?.value ?? '';
    return { sid, devBrowser, body: { expired_token, refresh_token, request_origin: APP } };
  }

  async function refresh(sid: string, body: Record<string, unknown>, query = '') {
    const response = await rawRequest(clerk.port, {
      method: 'POST',
      path: `/v1/sessions/${sid}/refresh${query}`,
      headers: {
        Authorization: `Bearer ${clerk.secretKey}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, json: JSON.parse(response.body) };
  }

  describe('the refresh token', () => {
    it('comes with the suffix only, out of reach of scripts, and goes with the session', async () => {
      const devBrowser = await signedInBrowser(clerk, 'ada');
      const signedIn = await handshake(clerk, { __clerk_db_jwt: devBrowser });
      const signedOut = await handshake(clerk);
      expect(signedIn).not.toHaveProperty('__refresh');
      expect(signedIn[`__refresh_${suffix}`]).toMatchObject({
        value: expect.stringMatching(/^\w{43}$/),
        attributes: { path: '/', httponly: '', samesite: 'Lax' },
      });
      expect(signedOut[`__refresh_${suffix}`]).toMatchObject({
        value: '',
        attributes: { path: '/', 'max-age': '0' },
      });
    });

    it('is not handed out unless the instance was started so', async () => {
      const other = await LocalClerk.start();
      const devBrowser = await signedInBrowser(other, 'ada');
      const cookies = await handshake(other, { __clerk_db_jwt: devBrowser });
      await other.stop();
      expect(Object.keys(cookies).join()).not.toContain('__refresh');
    });
  });

  describe('POST /v1/sessions/{session_id}/refresh', () => {
    it.each([{}, { format: 'token' }, { format: null }])('gives a token: %j', async (format) => {
      const { sid, body } = await expiredSession();
      const { status, json } = await refresh(sid, { ...body, ...format });
      expect(status).toBe(200);
      expect(json).toEqual({ object: 'token', jwt: expect.any(String) });
      expect(decodeJwt(json.jwt)).toMatchObject({ sid, azp: APP, sub: clerk.users.ada.id });
    });

    it.each([
      ['', false],
      ['?suffixed_cookies=false', false],
      ['?suffixed_cookies=true', true],
    ])('gives cookies: %p', async (query, suffixed) => {
      const { sid, body } = await expiredSession();
      const { status, json } = await refresh(sid, { ...body, format: 'cookie' }, query);
      const cookies = parseDirectives(json.cookies);
      expect({ status, object: json.object }).toEqual({ status: 200, object: 'cookies' });
      expect(Object.keys(cookies)).toEqual(
        suffixed ? ['__session', `__session_${suffix}`] : ['__session'],
      );
      expect(decodeJwt(cookies['__session']?.value ?? '').sid).toBe(sid);
    });

    it('refuses what proves nothing with a 401', async () => {
      const { sid, body } = await expiredSession();
      const other = await expiredSession();
      const unsigned = `${body.expired_token.split('.').slice(0, 2).join('.')}.AAAA`;
      const refused = {
        refresh_token_invalid: [
          { refresh_token: 'x' },
          { refresh_token: other.body.refresh_token },
        ],
        expired_token_invalid: [
          { expired_token: other.body.expired_token },
          { expired_token: clerk.mintSessionToken('ada') },
          { expired_token: unsigned },
          { expired_token: `${body.expired_token}.x` },
          { expired_token: 'x' },
        ],
      };
      for (const [code, changes] of Object.entries(refused)) {
        for (const change of changes) {
          expect(await refresh(sid, { ...body, ...change })).toMatchObject({
            status: 401,
            json: { errors: [{ code }] },
          });
        }
      }
    });

    it('refuses a session that has ended, or never was, with a 401', async () => {
      const { sid, devBrowser, body } = await expiredSession();
      const headers = { Cookie: `local_db_jwt=${devBrowser}` };
      await rawRequest(clerk.port, { path: '/sign-out', headers });
      for (const id of [sid, 'sess_nobody']) {
        expect(await refresh(id, body)).toMatchObject({
          status: 401,
          json: { errors: [{ code: 'session_inactive' }] },
        });
      }
    });

    it.each(['expired_token', 'refresh_token', 'request_origin', 'format'])(
      'answers 400 and names %s',
      async (name) => {
        const { sid, body } = await expiredSession();
        for (const value of ['', 1, {}]) {
          expect(await refresh(sid, { ...body, [name]: value })).toMatchObject({
            status: 400,
            json: { errors: [{ meta: { param_name: name } }] },
          });
        }
      },
    );

    it('renews a session without a redirect in the vendor’s authentication', async () => {
      const { body } = await expiredSession();
      const { secretKey, publishableKey, apiUrl } = clerk.options;
      const vendor = createClerkClient({ secretKey, publishableKey, apiUrl });
      const uat = String(Math.floor(Date.now() / 1000) - 120);
      const cookies = {
        __session: body.expired_token,
        __client_uat: uat,
        __clerk_db_jwt: 'dvb_1',
        [`__refresh_${suffix}`]: body.refresh_token,
      };
      const cookie = Object.entries(cookies).map((pair) => pair.join('='));
      const request = new Request(`${APP}/articles`, { headers: { Cookie: cookie.join('; ') } });
      const state = await vendor.authenticateRequest(request, clerk.options);
      expect(state).toMatchObject({ status: 'signed-in', reason: null });
      expect(state.headers.getSetCookie()).toEqual([expect.stringMatching(/^__session=eyJ/)]);
    });
  });
});

describe('signing out', () => {
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
});
