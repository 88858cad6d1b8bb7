import { COOKIE_SUFFIX } from '../tokens/instance.js';
import { ISSUED_AT, sessionToken } from '../tokens/session-token.js';
import type { Headers } from './scenario.js';

/** When the browser's client last changed: before the session token was issued. */
const CLIENT_UAT = ISSUED_AT - 5400;

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/** Cookies that any site sets, before and after Clerk's. */
const FOREIGN = ['_ga=GA1.1.1845217906.1763740000', 'theme=dark', 'locale=en-GB'];
const FOREIGN_AFTER = ['_ga_5T3QN9V2XK=GS2.1.s1763740000$o12$g1$t1763740512$j41$l0$h0'];

/** What a program sends that is not signed in. */
export function programHeaders(): Headers {
  return { accept: 'application/json', 'user-agent': 'bench' };
}

/** What a program sends. */
export function bearerHeaders(token: string): Headers {
  return { ...programHeaders(), authorization: `Bearer ${token}` };
}

/** What a script in a signed-in browser sends: both namings of Clerk's cookies, and foreign ones. */
export function cookieHeaders(number: number): Headers {
  const token = sessionToken(number);
  return {
    accept: 'application/json',
    'user-agent': BROWSER,
    'sec-fetch-dest': 'empty',
    'sec-fetch-mode': 'cors',
    'sec-fetch-site': 'same-origin',
    cookie: join([
      `__client_uat=${CLIENT_UAT}`,
      `__client_uat_${COOKIE_SUFFIX}=${CLIENT_UAT}`,
      `__session=${token}`,
      `__session_${COOKIE_SUFFIX}=${token}`,
    ]),
  };
}

/** A visit of a page by a browser whose session token has run out: only Clerk can tell who it is. */
export function visitHeaders(): Headers {
  return {
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'user-agent': BROWSER,
    'sec-fetch-dest': 'document',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': 'none',
    cookie: join([`__client_uat=${CLIENT_UAT}`, `__client_uat_${COOKIE_SUFFIX}=${CLIENT_UAT}`]),
  };
}

const join = (cookies: readonly string[]) => [...FOREIGN, ...cookies, ...FOREIGN_AFTER].join('; ');
