import { createClerkClient } from '@clerk/backend';
import { getCookieSuffix } from '@clerk/shared/keys';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { LocalClerk } from 'clerk-nestjs/testing';
import { parseDirectives } from './directives.js';
import { APP, handshake, signedInBrowser } from './frontend-api.js';
import { rawRequest } from './raw-request.js';

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
      refresh_token_invalid: [{ refresh_token: 'x' }, { refresh_token: other.body.refresh_token }],
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
