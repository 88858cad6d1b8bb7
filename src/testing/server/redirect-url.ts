import { isLoopbackHost } from './loopback.js';
import type { Call } from './route.js';

// What Clerk adds to an application's URL. One that is still there is of an earlier handshake.
const PROTOCOL_PARAMETERS = ['__clerk_db_jwt', '__clerk_handshake', '__clerk_handshake_nonce'];

/** Where to go afterwards: a URL on this machine, none asked for, or one that is not allowed. */
export type RedirectUrl = URL | 'missing' | 'refused';

/** What a refused `redirect_url` should have been. */
export const REDIRECT_URL_RULE =
  'must be an absolute http or https URL on localhost, 127.0.0.1 or [::1]';

/** Reads `redirect_url` from a form or from the query. */
export function redirectUrlOf({ body, query }: Pick<Call, 'body' | 'query'>): RedirectUrl {
  return parseRedirectUrl(body.redirect_url ?? query.get('redirect_url'));
}

/** Where a satellite application that wants to know who is signed in is to be answered. */
export function satelliteUrlOf({ query }: Pick<Call, 'query'>): RedirectUrl {
  return parseRedirectUrl(query.get('__clerk_redirect_url'));
}

/**
 * An open redirector would send the browser, with the token that stands for it, wherever a link
 * says. The parsed URL decides and is what is sent, so that no other parser's reading counts.
 */
function parseRedirectUrl(value: unknown): RedirectUrl {
  if (value === null || value === '') return 'missing';
  if (typeof value !== 'string' || !URL.canParse(value)) return 'refused';
  const url = new URL(value);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  const isAnonymous = url.username === '' && url.password === '';
  return isWeb && isAnonymous && isLoopbackHost(url.host) ? url : 'refused';
}

/** The application's URL with the one parameter for it, in the place of any of an earlier round. */
export function backToApp(url: URL, parameter: string, value: string): string {
  const target = new URL(url);
  for (const name of PROTOCOL_PARAMETERS) target.searchParams.delete(name);
  target.searchParams.set(parameter, value);
  return target.href;
}
