import { describe, expect, test } from '@jest/globals';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import { stateHeaders } from '../../src/engine/state-headers.js';
import { LocalInstance } from '../../src/testing/local-instance.js';
import {
  answeredWith,
  browserRequest,
  type BrowserParts,
  EXPIRED,
  headersOf,
  RecordingBackend,
  sessionCookies,
} from './support/browser.js';
import { local, NOW, outcomeOf, verdict } from './support/engine.js';
import { TokenForge } from './support/token-forge.js';

const forge = new TokenForge();
const neighbour = new LocalInstance({ number: 2, now: () => NOW });
const SESSION = local.mintSessionToken('ada');
const HANDSHAKE = local.mintHandshake([`__session=${SESSION}; Path=/`]);
const HEADER = { alg: 'RS256', typ: 'JWT', kid: local.kid };
const VISITOR = 'session-token-and-uat-missing';

function bringing(token: string, type: InstanceType) {
  return outcomeOf(browserRequest({ target: `/?__clerk_handshake=${token}` }), { type });
}

function handing(session: string, type: InstanceType) {
  return bringing(local.mintHandshake([`__session=${session}; Path=/`]), type);
}

describe('a session that a handshake brings', () => {
  const planted = { development: 'dev-browser-missing', production: VISITOR };
  const rows: [name: string, session: string][] = [
    [
      'a JWT-template token smuggled in a handshake is no session',
      local.mint({ user: 'ada', header: { cat: 'cl_B7d4PD222AAA' } }),
    ],
    [
      'a machine token smuggled in a handshake is no session',
      local.mintSessionToken('ada', { sub: 'mch_1' }),
    ],
    [
      'an OAuth token smuggled in a handshake is no session',
      local.mint({ user: 'ada', header: { typ: 'at+jwt' } }),
    ],
    ['a session of another instance is no session here', neighbour.mintSessionToken('ada')],
    ['a session token signed by a stranger is no session', forge.sign(HEADER, { sub: 'user_1' })],
    ['a malformed token is no session', 'x'],
  ];

  test.each(rows)('%s', async (_name, session) => {
    for (const type of ['development', 'production'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await handing(session, type);
      expect(verdict(outcome)).toBe(planted[type]);
      expect(headersOf(outcome, 'Set-Cookie').join()).not.toContain('__session');
    }
  });

  test('must have been asked for by an authorized party', async () => {
    const policy = { authorizedParties: ['https://app.example'] };
    const target = `/?__clerk_handshake=${HANDSHAKE}`;
    expect(verdict(await outcomeOf(browserRequest({ target }), { policy }))).toBe(VISITOR);
  });

  test.each([
    ['with the instance’s suffix', [`__session_abcd1234=${SESSION}`], 'signed-in'],
    [
      'that comes last',
      [`__session=${neighbour.mintSessionToken('ada')}`, `__session_x=${SESSION}`],
      'signed-in',
    ],
    [
      'that is taken away at last',
      [`__session=${SESSION}`, '__session_x=; Max-Age=0'],
      'session-token-missing',
    ],
    ['under a name that only ends so', [`my__session=${SESSION}`], 'session-token-missing'],
    ['in an attribute', [`a=b; __session=${SESSION}`], 'session-token-missing'],
    ['without a value', ['__session'], 'session-token-and-uat-missing'],
  ])('counts by its cookie’s name: %s', async (_name, directives, expected) => {
    expect(verdict(await bringing(local.mintHandshake(directives), 'production'))).toBe(expected);
  });
});

test.each([
  ['a line break', '__client_uat=1\r\nSet-Cookie: admin=1'],
  ['a line feed', '__client_uat=1\nX-Injected: 1'],
  ['a carriage return', '__client_uat=1\rX-Injected: 1'],
  ['a null character', '__client_uat=1\0'],
  ['letters beyond ASCII', '__client_uat=ä\u2028'],
  ['nothing', ''],
])('Set-Cookie values with line breaks in a handshake never become headers: %s', async (_, bad) => {
  const backend = new RecordingBackend(answeredWith(bad, `__session=${SESSION}`));
  const nonce = browserRequest({ cookies: { __clerk_handshake_nonce: 'n' } });
  const outcomes = [
    await outcomeOf(nonce, { backend }),
    await bringing(local.mintHandshake([bad, `__session=${SESSION}`]), 'production'),
  ];
  for (const outcome of outcomes) {
    expect(outcome.status).toBe('signed-in');
    expect(headersOf(outcome, 'Set-Cookie')).toEqual([`__session=${SESSION}`]);
  }
});

describe('the session token goes into no URL but Clerk’s handshake', () => {
  const rows: [name: string, browser: BrowserParts, session: string][] = [
    ['to Clerk', { cookies: sessionCookies(EXPIRED) }, EXPIRED],
    ['to Clerk, by the header', { headers: { authorization: `Bearer ${EXPIRED}` } }, EXPIRED],
    ['back from Clerk', { target: `/a?__clerk_handshake=${HANDSHAKE}` }, SESSION],
    ['on a fetch', { cookies: sessionCookies(EXPIRED), destination: 'empty' }, EXPIRED],
    [
      'in a loop',
      { cookies: { ...sessionCookies(EXPIRED), __clerk_redirect_count: '3' } },
      EXPIRED,
    ],
  ];

  test.each(rows)('%s', async (_name, browser, session) => {
    for (const proxyUrl of [undefined, 'https://app.example/__clerk']) {
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await outcomeOf(browserRequest(browser), {
        type: 'development',
        deployment: { proxyUrl },
      });
      for (const [name, value] of stateHeaders(outcome)) {
        if (name === 'Set-Cookie' && value.startsWith('__session=')) continue;
        if (!value.includes(session)) continue;
        const { origin, pathname, searchParams } = new URL(value);
        expect(name).toBe('Location');
        expect(`${origin}${pathname}`).toBe(
          `${proxyUrl ?? `https://${local.frontendApi}`}/v1/client/handshake`,
        );
        expect(searchParams.get('redirect_url')).not.toContain(session);
        expect(searchParams.getAll('__session')).toEqual([session]);
      }
    }
  });
});
