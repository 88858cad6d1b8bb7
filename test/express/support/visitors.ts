import { LocalInstance, type LocalClerk } from 'clerk-nestjs/testing';
import {
  bearer,
  browserOf,
  type Caller,
  CALLERS,
  headersOf,
  PAGE,
} from '../../nest/support/callers.js';

/** What is sent beside the path. */
export interface Visit {
  /** Default: GET. */
  readonly method?: string;
  /** Behind the path, with its question mark. */
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
}

const HOUR = 3_600;

const FOREIGN = new LocalInstance({ number: 77 });

/** Everybody who may come by, with fresh tokens. */
export function visitorsOf(clerk: LocalClerk): Readonly<Record<string, Visit>> {
  return { ...callers(clerk), ...browsers(clerk), ...sessions(clerk), ...machines(clerk) };
}

/** With good credentials, or none. */
function callers(clerk: LocalClerk): Record<string, Visit> {
  const visits = CALLERS.map((caller: Caller) => [caller, { headers: headersOf(caller, clerk) }]);
  return {
    ...Object.fromEntries(visits),
    'a script that only wants the head': { method: 'HEAD', headers: {} },
    'a form of nobody': { method: 'POST', headers: { 'content-length': '0' } },
    'a preflight': {
      method: 'OPTIONS',
      headers: { origin: 'http://other.example', 'access-control-request-method': 'GET' },
    },
  };
}

function browsers(clerk: LocalClerk): Record<string, Visit> {
  const session = clerk.mintSessionToken('ada');
  const expired = expiredToken(clerk);
  const later = String(Math.floor(Date.now() / 1000) + HOUR);
  const page = (cookie: string, query?: string): Visit => ({ query, headers: { ...PAGE, cookie } });
  const development = '__clerk_db_jwt=dvb_1';
  const { cookieSuffix } = clerk.instance;
  const handshake = clerk.instance.mintHandshake([
    `__session=${session}; Path=/`,
    '__client_uat=1; Path=/',
  ]);
  return {
    'a page of nobody': { headers: PAGE },
    'a page without a session': page(`${development}; __client_uat=0`),
    'a page in a session': { headers: { ...PAGE, ...browserOf(clerk) } },
    'a page in an expired session': page(`${development}; __client_uat=1; __session=${expired}`),
    'a page whose session has changed': page(
      `${development}; __client_uat=${later}; __session=${session}`,
    ),
    'a page with a client and no session': page(`${development}; __client_uat=1`),
    'a page with a session and no client': page(`${development}; __session=${session}`),
    'a page without the development browser': page(`__client_uat=1; __session=${session}`),
    'a page with suffixed cookies': page(
      `${development}_${cookieSuffix}=dvb_1; __client_uat_${cookieSuffix}=1; __session_${cookieSuffix}=${session}`,
    ),
    'a page that has been redirected too often': page(
      `${development}; __client_uat=1; __clerk_redirect_count=3`,
    ),
    'a page with a broken cookie': page(`${development}; __client_uat=1; __session=a.b.c`),
    'a page that comes back from Clerk': page(development, `?__clerk_handshake=${handshake}`),
    'a page that comes back by cookie': page(`${development}; __clerk_handshake=${handshake}`),
    'a page with a new development browser': page('__client_uat=0', '?__clerk_db_jwt=dvb_2'),
    'a script in an expired session': {
      headers: { cookie: `${development}; __client_uat=1; __session=${expired}` },
    },
    'a script of another site': {
      headers: { ...browserOf(clerk), 'sec-fetch-site': 'cross-site', origin: 'http://b.example' },
    },
    'a page that another site links to': {
      headers: { ...PAGE, ...browserOf(clerk), referer: 'http://b.example/' },
    },
  };
}

function sessions(clerk: LocalClerk): Record<string, Visit> {
  const token = clerk.mintSessionToken('grace');
  const [header, claims] = token.split('.');
  const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  return {
    'grace, without much of a role': { headers: bearer(token) },
    'alan, of no organization': { headers: bearer(clerk.mintSessionToken('alan')) },
    'a session with pending tasks': { headers: bearer(pendingToken(clerk)) },
    'a browser with pending tasks': {
      headers: {
        cookie: `__session=${pendingToken(clerk)}; __client_uat=1; __clerk_db_jwt=dvb_1`,
      },
    },
    'an expired token': { headers: bearer(expiredToken(clerk)) },
    'a token of another instance': { headers: bearer(FOREIGN.mintSessionToken('ada')) },
    'a token without a signature': { headers: bearer(`${unsigned}.${claims}.`) },
    'a token with a changed signature': { headers: bearer(`${header}.${claims}.AAAA`) },
    'a bare token': { headers: { authorization: token } },
    'a token with a bearer in lower case': { headers: { authorization: `bearer ${token}` } },
    'a bearer without a token': { headers: { authorization: 'Bearer ' } },
    'a password': { headers: { authorization: 'Basic YWRhOmFkYQ==' } },
    garbage: { headers: bearer('garbage') },
    'garbage in three parts': { headers: bearer('a.b.c') },
    'a token beside the cookies of another': { headers: { ...browserOf(clerk), ...bearer(token) } },
  };
}

function machines(clerk: LocalClerk): Record<string, Visit> {
  const revoked = clerk.createApiKey({ subject: 'ada' });
  clerk.revokeApiKey(revoked.id);
  const late = { secondsUntilExpiration: -HOUR };
  const m2m = { subject: 'worker', ...late };
  const oauth = { subject: 'ada', ...late };
  return {
    'an API key with scopes': {
      headers: bearer(clerk.createApiKey({ subject: 'ada', scopes: ['articles:read'] }).token),
    },
    'an API key of an organization': {
      headers: bearer(clerk.createApiKey({ subject: 'acme' }).token),
    },
    'a revoked API key': { headers: bearer(revoked.token) },
    'an expired API key': {
      headers: bearer(clerk.createApiKey({ subject: 'ada', ...late }).token),
    },
    'an API key that there is not': { headers: bearer('ak_nothing') },
    'an expired M2M token': { headers: bearer(clerk.createM2mToken(m2m).token) },
    'an expired M2M JWT': {
      headers: bearer(clerk.createM2mToken({ ...m2m, tokenFormat: 'jwt' }).token),
    },
    'an M2M token that there is not': { headers: bearer('mt_nothing') },
    'an expired OAuth token': { headers: bearer(clerk.createOAuthAccessToken(oauth).token) },
    'an expired OAuth JWT': {
      headers: bearer(clerk.createOAuthAccessToken({ ...oauth, tokenFormat: 'jwt' }).token),
    },
    'an OAuth token that there is not': { headers: bearer('oat_nothing') },
  };
}

function expiredToken(clerk: LocalClerk): string {
  return clerk.instance.mint({ user: 'ada', expiresInSeconds: -HOUR });
}

function pendingToken(clerk: LocalClerk): string {
  return clerk.mintSessionToken('ada', { sts: 'pending' });
}
