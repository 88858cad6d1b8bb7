import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import { browserRequest, type BrowserParts, EXPIRED, sessionCookies } from './support/browser.js';
import { local, NOW } from './support/engine.js';
import { type Reply, ResponsePair } from './support/response-pair.js';
import { SessionApi } from './support/session-api.js';

let api: SessionApi;
beforeAll(async () => {
  api = await SessionApi.start();
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  for (const method of ['log', 'error'] as const) {
    jest.spyOn(console, method).mockImplementation(() => undefined);
  }
});
afterAll(async () => {
  jest.restoreAllMocks();
  await api.stop();
});

/** A browser that our engine answers otherwise than the vendor's, on purpose. */
interface Difference {
  readonly name: string;
  readonly why: string;
  readonly browser: BrowserParts;
  readonly type?: InstanceType;
  readonly ours: string;
  readonly theirs: string;
}

const TEMPLATE = local.mint({ user: 'ada', header: { cat: 'cl_B7d4PD222AAA' } });
const MACHINE = local.mintSessionToken('ada', { sub: 'mch_1' });
const GOOD = local.mintSessionToken('ada');
const VISITOR = 'session-token-and-uat-missing';
const EXPIRED_BECAUSE = 'session-token-expired-refresh';

function bringing(...directives: unknown[]): BrowserParts {
  const token = local.mint({ user: 'ada', claims: { handshake: directives } });
  return { target: `/?__clerk_handshake=${token}` };
}

function refreshing(session: string): BrowserParts {
  const { cookieSuffix } = new ResponsePair({ type: 'production', apiUrl: api.origin });
  const body = { object: 'cookies', cookies: [`__session=${session}`] };
  api.answers.set(session, { status: 200, body });
  return { cookies: { ...sessionCookies(EXPIRED), [`__refresh_${cookieSuffix}`]: session } };
}

/** Made once the API listens. */
const DIFFERENCES: (() => Difference)[] = [
  () => ({
    name: 'a redirect count beyond three',
    why: 'a loop that was counted on does not end by passing the limit',
    browser: { cookies: { ...sessionCookies(EXPIRED), __clerk_redirect_count: '4' } },
    ours: `signed-out ${EXPIRED_BECAUSE}-non-eligible-no-refresh-cookie`,
    theirs: `handshake ${EXPIRED_BECAUSE}-non-eligible-no-refresh-cookie`,
  }),
  () => ({
    name: 'a redirect count below zero',
    why: 'whoever plants that cookie would make the loop endless',
    browser: { cookies: { ...sessionCookies(EXPIRED), __clerk_redirect_count: '-5' } },
    ours: `signed-out ${EXPIRED_BECAUSE}-non-eligible-no-refresh-cookie`,
    theirs: `handshake ${EXPIRED_BECAUSE}-non-eligible-no-refresh-cookie`,
  }),
  () => ({
    name: 'a JWT template’s token in a handshake',
    why: 'the category is checked wherever a session token comes from',
    browser: bringing(`__session=${TEMPLATE}`),
    ours: `signed-out ${VISITOR}`,
    theirs: 'signed-in',
  }),
  () => ({
    name: 'a machine’s token in a handshake',
    why: 'the type is checked wherever a session token comes from',
    browser: bringing(`__session=${MACHINE}`),
    ours: `signed-out ${VISITOR}`,
    theirs: 'signed-in',
  }),
  () => ({
    name: 'a JWT template’s token brought by a refresh',
    why: 'the category is checked wherever a session token comes from',
    browser: refreshing(TEMPLATE),
    ours: `handshake ${EXPIRED_BECAUSE}-invalid-session-token`,
    theirs: 'signed-in',
  }),
  () => ({
    name: 'a machine’s token brought by a refresh',
    why: 'the type is checked wherever a session token comes from',
    browser: refreshing(MACHINE),
    ours: `handshake ${EXPIRED_BECAUSE}-invalid-session-token`,
    theirs: 'signed-in',
  }),
  () => ({
    name: 'a machine’s token as a handshake token',
    why: 'what a machine may have signed can’t set a browser’s cookies',
    browser: {
      target: `/?__clerk_handshake=${local.mintSessionToken('ada', { sub: 'mch_1', handshake: [] })}`,
    },
    ours: `signed-out ${VISITOR}`,
    theirs: 'signed-out session-token-missing',
  }),
  () => ({
    name: 'a handshake token with padding',
    why: 'RFC 7515, section 2: base64url without padding; one token has one spelling',
    browser: { target: `/?__clerk_handshake=${local.mintHandshake([])}==` },
    ours: `signed-out ${VISITOR}`,
    theirs: 'signed-out session-token-missing',
  }),
  () => ({
    name: 'a Set-Cookie value with a line break beside a good session',
    why: 'one value that no header holds is left out; the vendor drops the whole handshake',
    browser: bringing('a=1\r\nX-Injected: 1', `__session=${GOOD}`),
    ours: 'signed-in',
    theirs: `signed-out ${VISITOR}`,
  }),
  () => ({
    name: 'a Set-Cookie value that is no text beside a good session',
    why: 'one value that no header holds is left out; the vendor drops the whole handshake',
    browser: bringing(5, `__session=${GOOD}`),
    ours: 'signed-in',
    theirs: `signed-out ${VISITOR}`,
  }),
];

test.each(DIFFERENCES)('unlike the vendor, on purpose: %#', async (difference) => {
  const { name, why, browser, type = 'production', ours, theirs } = difference();
  const pair = new ResponsePair({ type, apiUrl: api.origin });
  const request = browserRequest(browser);
  const our = await pair.ours(request);
  const their = await pair.theirs(request);
  expect({ name, why, ours: said(our), theirs: said(their) }).toEqual({ name, why, ours, theirs });
});

function said({ status, reason }: Reply): string {
  return [status, reason].filter(Boolean).join(' ');
}

test('the request’s path never chooses where a handshake comes back to, unlike at the vendor', async () => {
  const pair = new ResponsePair({ type: 'development', apiUrl: api.origin });
  const headers = { 'x-forwarded-host': 'app.example', 'x-forwarded-proto': 'https' };
  const request = browserRequest({ target: '/.//evil.example/a', headers });
  const returnTo = async (reply: ReturnType<typeof pair.ours>) => {
    const [location = ''] = (await reply).headers['location'] ?? [];
    return new URL(location).searchParams.get('redirect_url');
  };
  expect(await returnTo(pair.ours(request))).toBe('https://app.example//evil.example/a');
  expect(await returnTo(pair.theirs(request))).toBe('https://evil.example/a');
});
