import { describe, expect, test } from '@jest/globals';
import { authenticate, type Report } from '../../src/engine/authenticate.js';
import { RequestFacts } from '../../src/engine/facts/request-facts.js';
import { isSentAway } from '../../src/engine/outcome.js';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import {
  answeredWith,
  APP,
  browserRequest,
  type BrowserParts,
  destinationOf,
  headersOf,
  RecordingBackend,
  sessionCookies,
} from './support/browser.js';
import { instanceOf, local, NOW, NOW_IN_SECONDS, outcomeOf, policyWith } from './support/engine.js';
import { requestSource } from './support/request-source.js';

const SESSION = local.mintSessionToken('ada');
const DIRECTIVES = [
  '__client_uat=1795262400; Path=/; SameSite=Lax',
  `__session=${SESSION}; Path=/; Max-Age=31536000; SameSite=Lax`,
];
const SIGNED_OUT = ['__client_uat=0; Path=/', '__session=; Path=/; Max-Age=0'];
const CORS = [
  ['Access-Control-Allow-Origin', 'null'],
  ['Access-Control-Allow-Credentials', 'true'],
] as const;
const TYPES = ['development', 'production'] as const;

/** The four ways in which a browser brings a handshake back. */
const WAYS = [
  'token in the URL',
  'token in a cookie',
  'nonce in the URL',
  'nonce in a cookie',
] as const;
type Way = (typeof WAYS)[number];

function returning(way: Way, directives: readonly string[]) {
  const name = way.startsWith('nonce') ? '__clerk_handshake_nonce' : '__clerk_handshake';
  const value = way.startsWith('nonce') ? 'nonce_1' : local.mintHandshake(directives);
  const browser: BrowserParts = way.endsWith('URL')
    ? { target: `/articles?page=2&${name}=${value}` }
    : { target: '/articles?page=2', cookies: { [name]: value } };
  const backend = new RecordingBackend(answeredWith(...directives));
  return { browser, backend };
}

function comeBack(way: Way, type: InstanceType, directives: readonly string[]) {
  const { browser, backend } = returning(way, directives);
  return outcomeOf(browserRequest(browser), { type, backend });
}

const EVERY = TYPES.flatMap((type) => WAYS.map((way) => ({ type, way })));

describe('a browser that comes back from a handshake', () => {
  test.each(EVERY)('gets its cookies and is signed in: $way, $type', async ({ way, type }) => {
    const outcome = await comeBack(way, type, DIRECTIVES);
    expect(outcome).toMatchObject({ status: 'signed-in', token: { text: SESSION } });
    const cookies = DIRECTIVES.map((directive) => ['Set-Cookie', directive]);
    const cleaning = [
      ['Location', `${APP}/articles?page=2`],
      ['Cache-Control', 'no-store'],
    ];
    expect(outcome.headers).toEqual([
      ...CORS,
      ...cookies,
      ...(type === 'development' ? cleaning : []),
    ]);
    expect(isSentAway(outcome)).toBe(type === 'development');
  });

  test.each(EVERY)('gets its cookies and is signed out: $way, $type', async ({ way, type }) => {
    const outcome = await comeBack(way, type, SIGNED_OUT);
    expect(outcome).toMatchObject({ status: 'signed-out', reason: 'session-token-missing' });
    expect(headersOf(outcome, 'Set-Cookie')).toEqual(SIGNED_OUT);
    expect(headersOf(outcome, 'Location')).toHaveLength(type === 'development' ? 1 : 0);
  });

  test('is believed though an older session is in its cookies', async () => {
    const { browser, backend } = returning('nonce in the URL', DIRECTIVES);
    const cookies = sessionCookies(local.mintSessionToken('grace'));
    const request = browserRequest({ ...browser, cookies });
    expect(await outcomeOf(request, { backend })).toMatchObject({ token: { text: SESSION } });
  });

  test('is not asked about where a token in the Authorization header decides', async () => {
    const { browser, backend } = returning('nonce in the URL', DIRECTIVES);
    const headers = { authorization: `Bearer ${SESSION}` };
    const outcome = await outcomeOf(browserRequest({ ...browser, headers }), { backend });
    expect(outcome).toMatchObject({ status: 'signed-in', headers: [] });
    expect(backend.nonces).toEqual([]);
  });

  test('redeems its nonce once, although the session in it is verified twice', async () => {
    const old = local.mintSessionToken('ada', { exp: NOW_IN_SECONDS - 60 });
    const { browser, backend } = returning('nonce in the URL', [`__session=${old}`]);
    const outcome = await outcomeOf(browserRequest(browser), { type: 'development', backend });
    expect(outcome.status).toBe('signed-in');
    expect(backend.nonces).toEqual(['nonce_1']);
  });

  test.each([
    [
      'the URL’s nonce before a cookie’s',
      '__clerk_handshake_nonce=url',
      { __clerk_handshake_nonce: 'cookie' },
    ],
    [
      'a nonce before a token',
      `__clerk_handshake=${local.mintHandshake([])}&__clerk_handshake_nonce=url`,
      {},
    ],
    [
      'a cookie’s nonce before the URL’s token',
      '__clerk_handshake=x',
      { __clerk_handshake_nonce: 'url' },
    ],
  ])('%s', async (_name, query, cookies) => {
    const backend = new RecordingBackend(answeredWith(...DIRECTIVES));
    const request = browserRequest({ target: `/?${query}`, cookies });
    expect((await outcomeOf(request, { backend })).status).toBe('signed-in');
    expect(backend.nonces).toEqual(['url']);
  });

  test('brings the URL’s token before a cookie’s', async () => {
    const browser = {
      target: `/?__clerk_handshake=${local.mintHandshake(DIRECTIVES)}`,
      cookies: { __clerk_handshake: local.mintHandshake(SIGNED_OUT) },
    };
    expect((await outcomeOf(browserRequest(browser))).status).toBe('signed-in');
  });
});

describe('the nonce never stays in the URL', () => {
  test.each(TYPES.map((type) => [type] as const))('of a %s instance', async (type) => {
    const target =
      '/a?x=1&__clerk_handshake_nonce=n&__clerk_handshake=t&__clerk_help=h&__clerk_db_jwt=d&y=2';
    const backend = new RecordingBackend(answeredWith(...DIRECTIVES));
    const outcome = await outcomeOf(browserRequest({ target }), { type, backend });
    const cleaned = type === 'development' ? [`${APP}/a?x=1&y=2`] : [];
    expect(headersOf(outcome, 'Location')).toEqual(cleaned);
  });

  test('not even when it brought nothing', async () => {
    const backend = new RecordingBackend({
      ok: false,
      status: 404,
      code: 'resource_not_found',
      message: 'No.',
    });
    const request = browserRequest({ target: '/a?__clerk_handshake_nonce=used' });
    const outcome = await outcomeOf(request, { type: 'development', backend });
    expect(outcome).toMatchObject({ status: 'signed-out', reason: 'session-token-missing' });
    expect(destinationOf(outcome).href).toBe(`${APP}/a`);
    expect(outcome).not.toHaveProperty('unavailable', expect.anything());
  });
});

test('a nonce that Clerk refuses is said in the log, without the nonce', async () => {
  const message = 'GET /v1/clients/handshake_payload was answered 404';
  const backend = new RecordingBackend({
    ok: false,
    status: 404,
    code: 'resource_not_found',
    message,
  });
  const instance = instanceOf('production', { backend });
  const request = browserRequest({ cookies: { __clerk_handshake_nonce: 'nonce_1' } });
  const facts = new RequestFacts(requestSource(request), instance, NOW);
  const said: string[] = [];
  const report: Report = (_kind, sentence) => said.push(sentence);
  await authenticate({ facts, instance, policy: policyWith(), report });
  expect(said).toEqual([`A handshake could not be resolved: ${message}`]);
});
