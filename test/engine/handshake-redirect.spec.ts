import { describe, expect, test } from '@jest/globals';
import { isSentAway } from '../../src/engine/outcome.js';
import {
  APP,
  browserRequest,
  type BrowserParts,
  destinationOf,
  EXPIRED,
  sessionCookies,
} from './support/browser.js';
import { instanceOf, local, outcomeOf, type Surroundings } from './support/engine.js';

const development: Surroundings = { type: 'development' };
const SESSION = local.mintSessionToken('ada');
const CLERK = `https://${local.frontendApi}`;

function ask(browser: BrowserParts = {}, surroundings = development) {
  return outcomeOf(browserRequest(browser), surroundings);
}

async function queryOf(browser: BrowserParts, surroundings = development) {
  const { searchParams } = destinationOf(await ask(browser, surroundings));
  return Object.fromEntries(searchParams);
}

describe('a page whose session only Clerk can tell', () => {
  test('is sent to the handshake, which no cache may keep', async () => {
    const outcome = await ask({ target: '/articles?page=2' });
    const query = new URLSearchParams([
      ['redirect_url', `${APP}/articles?page=2`],
      ['__clerk_api_version', '2026-05-12'],
      ['suffixed_cookies', 'false'],
      ['__clerk_hs_reason', 'dev-browser-missing'],
      ['format', 'nonce'],
    ]);
    expect(outcome).toEqual({
      status: 'handshake',
      tokenType: 'session_token',
      reason: 'dev-browser-missing',
      message: '',
      headers: [
        ['Location', `${CLERK}/v1/client/handshake?${query.toString()}`],
        ['Cache-Control', 'no-store'],
        ['Set-Cookie', '__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2'],
      ],
    });
    expect(isSentAway(outcome)).toBe(true);
  });

  test('takes its session and its browser along, so that Clerk knows whom to renew', async () => {
    const query = await queryOf({ cookies: sessionCookies(EXPIRED) });
    expect(Object.keys(query)).toEqual([
      'redirect_url',
      '__clerk_api_version',
      'suffixed_cookies',
      '__clerk_hs_reason',
      'format',
      '__session',
      '__clerk_db_jwt',
    ]);
    expect(query).toMatchObject({ __session: EXPIRED, __clerk_db_jwt: 'dvb_1' });
  });

  test('takes a token of the Authorization header along where there is no cookie', async () => {
    const query = await queryOf({ headers: { authorization: `Bearer ${EXPIRED}` } });
    expect(query['__session']).toBe(EXPIRED);
    const both = await queryOf({
      cookies: { __session: SESSION },
      headers: { authorization: `Bearer ${EXPIRED}` },
    });
    expect(both['__session']).toBe(SESSION);
  });

  test('has no browser’s token to take along on a production instance', async () => {
    const query = await queryOf({ cookies: sessionCookies(EXPIRED) }, { type: 'production' });
    expect(query).toHaveProperty('__session');
    expect(query).not.toHaveProperty('__clerk_db_jwt');
  });

  test('says whether the cookies with the suffix are the ones that count', async () => {
    const suffix = instanceOf('development').cookieSuffix;
    const cookies = {
      [`__session_${suffix}`]: EXPIRED,
      [`__client_uat_${suffix}`]: '1',
      [`__clerk_db_jwt_${suffix}`]: 'dvb_2',
    };
    expect(await queryOf({ cookies })).toMatchObject({
      suffixed_cookies: 'true',
      __session: EXPIRED,
      __clerk_db_jwt: 'dvb_2',
    });
  });

  test('does not come back with a stale browser’s token in its URL', async () => {
    const target = '/a?__clerk_db_jwt=dvb_2&x=1&__dev_session=old';
    const query = await queryOf({ target, cookies: sessionCookies(SESSION) });
    expect(query).toMatchObject({ redirect_url: `${APP}/a?x=1`, __clerk_db_jwt: 'dvb_2' });
  });

  test('comes back to where its browser believes to be', async () => {
    const headers = { 'x-forwarded-host': 'app.example', 'x-forwarded-proto': 'https' };
    const query = await queryOf({ target: '/a', headers });
    expect(query['redirect_url']).toBe('https://app.example/a');
  });
});

describe('where the handshake is', () => {
  test.each([
    ['https://app.example/__clerk', 'https://app.example/__clerk/v1/client/handshake'],
    ['https://app.example/__clerk///', 'https://app.example/__clerk/v1/client/handshake'],
    ['https://clerk.app.example', 'https://clerk.app.example/v1/client/handshake'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/v1/client/handshake'],
    ['/__clerk', `${APP}/__clerk/v1/client/handshake`],
    ['/__clerk/', `${APP}/__clerk/v1/client/handshake`],
  ])('behind the proxy %s: %s', async (proxyUrl, expected) => {
    const { origin, pathname } = destinationOf(
      await ask({}, { ...development, deployment: { proxyUrl } }),
    );
    expect(`${origin}${pathname}`).toBe(expected);
  });

  test.each(['/.//evil.example/a', '/%2e//evil.example', '/a/..//evil.example', '/?@evil.example'])(
    'is never chosen by the request’s path: %s',
    async (target) => {
      for (const proxyUrl of [undefined, '/__clerk']) {
        // oxlint-disable-next-line no-await-in-loop
        const url = destinationOf(
          await ask({ target }, { ...development, deployment: { proxyUrl } }),
        );
        expect(url.origin).toBe(proxyUrl ? APP : CLERK);
        expect(new URL(url.searchParams.get('redirect_url') ?? '').origin).toBe(APP);
      }
    },
  );
});
