import { getCookieSuffix } from '@clerk/shared/keys';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { parseDirectives } from './directives.js';
import {
  APP,
  askHandshake,
  devBrowserOf,
  handshake,
  locationOf,
  redeem,
  signedInBrowser,
} from './frontend-api.js';
import { rawRequest } from './raw-request.js';

describe('a handshake', () => {
  let now = Date.now();
  let clerk: LocalClerk;
  beforeAll(async () => {
    clerk = await LocalClerk.start({ instance: new LocalInstance({ now: () => now }) });
  });
  afterAll(() => clerk.stop());

  const YEAR = '31536000';

  describe('GET /v1/client/handshake', () => {
    it('sends a new browser back at once, with a nonce, and gives it a token', async () => {
      const redirect_url = `${APP}/articles?page=2&tag=a%20b#top`;
      const response = await askHandshake(clerk, { redirect_url, format: 'nonce' });
      const location = locationOf(response);
      const nonce = location.searchParams.get('__clerk_handshake_nonce');
      expect(response).toMatchObject({ status: 307, body: '' });
      expect(response.headers['cache-control']).toBe('no-store');
      expect(response.headers['set-cookie']).toEqual([
        expect.stringMatching(
          /^local_db_jwt=dvb_[0-9A-Za-z]{27}; Path=\/; HttpOnly; SameSite=Lax$/,
        ),
      ]);
      expect(nonce).toMatch(/^[0-9A-Za-z]{20,}$/);
      location.searchParams.delete('__clerk_handshake_nonce');
      expect(location.href).toBe(new URL(redirect_url).href.replace('%20', '+'));
    });

    it('hands over a token unless asked for a nonce, which verifies against the key set', async () => {
      const response = await askHandshake(clerk, { redirect_url: APP });
      const token = locationOf(response).searchParams.get('__clerk_handshake') ?? '';
      const keys = createRemoteJWKSet(new URL(`${clerk.origin}/v1/jwks`), {
        headers: { Authorization: `Bearer ${clerk.secretKey}` },
      });
      const { payload, protectedHeader } = await jwtVerify(token, keys);
      expect(protectedHeader).toEqual({
        alg: 'RS256',
        cat: 'cl_B7d4PD111AAA',
        kid: clerk.instance.kid,
        typ: 'JWT',
      });
      expect(payload).toEqual({ handshake: expect.any(Array) });
      expect(Object.keys(parseDirectives(handshakeOf(payload)))).toEqual([
        '__clerk_db_jwt',
        '__client_uat',
        '__session',
      ]);
    });

    it('replaces what an earlier round left in the URL', async () => {
      const stale = '__clerk_handshake_nonce=old&__clerk_handshake=old&__clerk_db_jwt=old';
      const response = await askHandshake(clerk, { redirect_url: `${APP}/?a=1&${stale}` });
      expect([...locationOf(response).searchParams.keys()]).toEqual(['a', '__clerk_handshake']);
    });

    it.each([
      ['redirect_url', {}],
      ['redirect_url', { redirect_url: '' }],
      ['redirect_url', { redirect_url: '/articles' }],
      ['redirect_url', { redirect_url: 'https://app.example/' }],
      ['format', { redirect_url: APP, format: 'cookie' }],
    ])('answers 400 and names %s for %j', async (name, parameters) => {
      const response = await askHandshake(clerk, parameters);
      expect(response.status).toBe(400);
      expect(response.headers).not.toHaveProperty('location');
      expect(JSON.parse(response.body)).toMatchObject({ errors: [{ meta: { param_name: name } }] });
    });
  });

  describe('the browser in a handshake', () => {
    it('is the one of the token in the query, though the cookie says another', async () => {
      const devBrowser = await signedInBrowser(clerk, 'ada');
      const other = await signedInBrowser(clerk, 'grace');
      const response = await askHandshake(
        clerk,
        { redirect_url: APP, __clerk_db_jwt: devBrowser },
        { Cookie: `local_db_jwt=${other}` },
      );
      expect(devBrowserOf(response)).toBe(devBrowser);
    });

    it('is the one of the cookie when the query has none, or one of another run', async () => {
      const devBrowser = await signedInBrowser(clerk, 'ada');
      const headers = { Cookie: `a=b; local_db_jwt=${devBrowser}` };
      const shownTokens: Record<string, string>[] = [
        {},
        { __clerk_db_jwt: 'dvb_another' },
        { __clerk_db_jwt: '' },
      ];
      for (const shown of shownTokens) {
        const response = await askHandshake(clerk, { redirect_url: APP, ...shown }, headers);
        expect(devBrowserOf(response)).toBe(devBrowser);
      }
    });

    it.each(['dvb_unknown', '__proto__', ''])(
      'is a new one when nobody knows %p',
      async (value) => {
        const headers = { Cookie: `local_db_jwt=${value}` };
        const response = await askHandshake(clerk, { redirect_url: APP }, headers);
        expect(devBrowserOf(response)).toMatch(/^dvb_\w{27}$/);
      },
    );
  });

  describe('the cookies of a handshake', () => {
    it('drop the session of a browser in which nobody is signed in', async () => {
      const cookies = await handshake(clerk);
      const kept = { path: '/', samesite: 'Lax', 'max-age': YEAR };
      expect(cookies).toEqual({
        __clerk_db_jwt: { value: expect.stringMatching(/^dvb_\w{27}$/), attributes: kept },
        __client_uat: { value: '0', attributes: kept },
        __session: {
          value: '',
          attributes: { ...kept, 'max-age': '0', expires: 'Thu, 01 Jan 1970 00:00:00 GMT' },
        },
      });
    });

    it('bring the session of one in which somebody is, for the origin that asks', async () => {
      const devBrowser = await signedInBrowser(clerk, 'ada');
      const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser });
      const claims = decodeJwt(cookies['__session']?.value ?? '');
      expect(cookies['__clerk_db_jwt']?.value).toBe(devBrowser);
      expect(cookies['__session']?.attributes).toEqual({
        path: '/',
        samesite: 'Lax',
        'max-age': YEAR,
      });
      expect(claims).toMatchObject({ sub: clerk.users.ada.id, azp: APP, sts: 'active', v: 2 });
      expect(Object.keys(claims)).toEqual(Object.keys(decodeJwt(clerk.mintSessionToken('ada'))));
      expect(Number(cookies['__client_uat']?.value)).toBe(Math.floor(now / 1000));
      expect(Number(cookies['__client_uat']?.value)).toBeLessThanOrEqual(Number(claims.iat));
    });

    it('never date the client after the token, though the clock was set back', async () => {
      const devBrowser = await signedInBrowser(clerk, 'ada');
      now -= 3_600_000;
      const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser });
      now += 3_600_000;
      const { iat } = decodeJwt(cookies['__session']?.value ?? '');
      expect(Number(cookies['__client_uat']?.value)).toBeLessThanOrEqual(Number(iat));
    });

    it('come with the suffix that the vendor would look for as well, if asked', async () => {
      const suffix = await getCookieSuffix(clerk.publishableKey);
      for (const devBrowser of ['', await signedInBrowser(clerk, 'grace')]) {
        const cookies = await handshake(clerk, {
          __clerk_db_jwt: devBrowser,
          suffixed_cookies: 'true',
        });
        expect(Object.keys(cookies).toSorted()).toEqual(
          ['__clerk_db_jwt', '__client_uat', '__session']
            .flatMap((name) => [name, `${name}_${suffix}`])
            .toSorted(),
        );
        for (const name of ['__clerk_db_jwt', '__client_uat', '__session']) {
          expect(cookies[`${name}_${suffix}`]).toEqual(cookies[name]);
        }
      }
      expect(Object.keys(await handshake(clerk, { suffixed_cookies: 'false' }))).toHaveLength(3);
    });
  });

  describe('POST /v1/dev_browser', () => {
    it('makes a browser, which a handshake then knows', async () => {
      const response = await rawRequest(clerk.port, { method: 'POST', path: '/v1/dev_browser' });
      const { id, token } = JSON.parse(response.body);
      expect(response.status).toBe(200);
      expect(response.headers).not.toHaveProperty('set-cookie');
      expect(id).toMatch(/^dvb_[0-9A-Za-z]{27}$/);
      expect(token).toBe(id);
      const asked = await askHandshake(clerk, { redirect_url: APP, __clerk_db_jwt: id });
      expect(devBrowserOf(asked)).toBe(id);
    });
  });

  function handshakeOf(payload: Record<string, unknown>): string[] {
    return Array.isArray(payload.handshake) ? payload.handshake.map(String) : [];
  }
});

describe('GET /v1/clients/handshake_payload', () => {
  let now = Date.now();

  let clerk: LocalClerk;

  beforeAll(async () => {
    clerk = await LocalClerk.start({ instance: new LocalInstance({ now: () => now }) });
  });

  afterAll(() => clerk.stop());

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
