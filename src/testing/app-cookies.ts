/** What an application's cookies are to say. */
export interface AppCookies {
  /** `dvb_…` */
  readonly devBrowser: string;
  /** Undefined for a browser in which nobody is signed in. */
  readonly session: { readonly token: string; readonly refreshToken: string } | undefined;
  /** When the browser's client last changed: Unix time in seconds. */
  readonly clientUat: number;
}

/** Which of the cookies an application gets. */
export interface CookieChoice {
  /** What the instance's cookie names end in. */
  readonly suffix: string;
  /** Whether to set each with the suffix as well. */
  readonly suffixed: boolean;
  /** Whether to hand out a refresh token. */
  readonly refreshTokens: boolean;
}

const YEAR_IN_SECONDS = 31_536_000;

/** The `Set-Cookie` directives by which an application takes over, or drops, a browser's session. */
export function appCookies(cookies: AppCookies, choice: CookieChoice): string[] {
  const { devBrowser, session, clientUat } = cookies;
  return [
    ...named('__clerk_db_jwt', choice).map((name) => setCookie(name, devBrowser)),
    ...named('__client_uat', choice).map((name) => setCookie(name, String(clientUat))),
    ...sessionCookies(session?.token, choice),
    ...refreshCookies(session?.refreshToken, choice),
  ];
}

/** The directives for a session token alone; undefined removes it. */
export function sessionCookies(
  token: string | undefined,
  choice: Pick<CookieChoice, 'suffix' | 'suffixed'>,
): string[] {
  // For a year, though a token lives a minute: the expired one tells the application whom to ask for.
  return named('__session', choice).map((name) => (token ? setCookie(name, token) : drop(name)));
}

/**
 * The directive that makes an application forget how many handshakes it has just asked for. Clerk
 * sends none; but scripts sign in and out faster than people, and would be taken for a redirect
 * loop. Who has just pressed a button is in none.
 */
export function noRedirects(): string[] {
  return [drop('__clerk_redirect_count')];
}

// Only with the suffix, as at Clerk, and out of reach of scripts: it outlives every token.
function refreshCookies(token: string | undefined, choice: CookieChoice): string[] {
  if (!choice.refreshTokens) return [];
  const name = `__refresh_${choice.suffix}`;
  return [`${token ? setCookie(name, token) : drop(name)}; HttpOnly`];
}

function named(
  name: string,
  { suffix, suffixed }: Pick<CookieChoice, 'suffix' | 'suffixed'>,
): string[] {
  return suffixed ? [name, `${name}_${suffix}`] : [name];
}

// No `Secure`, because development is on http, and no `Domain`, which "localhost" can't have.
function setCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax`;
}

function drop(name: string): string {
  return `${name}=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Lax`;
}
