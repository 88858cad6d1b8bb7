import type { LocalClerk } from 'clerk-nestjs/testing';

/** What callers bring: good credentials, bad ones, or none. */
export const BEARERS = {
  nobody: () => undefined,
  session: (clerk) => clerk.mintSessionToken('ada'),
  'ended session': (clerk) => clerk.instance.mint({ user: 'ada', expiresInSeconds: -600 }),
  garbage: () => 'garbage',
  'api key': (clerk) => clerk.createApiKey({ subject: 'ada' }).token,
  'unknown api key': () => 'ak_unknown',
  'revoked api key': (clerk) => {
    const { id, token } = clerk.createApiKey({ subject: 'ada' });
    clerk.revokeApiKey(id);
    return token;
  },
  m2m: (clerk) => clerk.createM2mToken({ subject: 'worker' }).token,
  'm2m JWT': (clerk) => clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' }).token,
  'revoked m2m': (clerk) => {
    const { id, token } = clerk.createM2mToken({ subject: 'worker' });
    clerk.revokeM2mToken(id);
    return token;
  },
  oauth: (clerk) => clerk.createOAuthAccessToken({ subject: 'ada' }).token,
  'oauth JWT': (clerk) =>
    clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' }).token,
  'revoked oauth': (clerk) => {
    const { id, token } = clerk.createOAuthAccessToken({ subject: 'ada' });
    clerk.revokeOAuthAccessToken(id);
    return token;
  },
} as const satisfies Record<string, (clerk: LocalClerk) => string | undefined>;

/** One of the {@link BEARERS}. */
export type Bearer = keyof typeof BEARERS;

/** The names of all {@link BEARERS}. */
export const ALL_BEARERS = Object.keys(BEARERS).filter((name): name is Bearer => name in BEARERS);

/** Programs' tokens that verify. */
export const GOOD_PROGRAMS = ['api key', 'm2m', 'm2m JWT', 'oauth', 'oauth JWT'] as const;

/** Programs' tokens that don't. */
export const BAD_PROGRAMS = [
  'unknown api key',
  'revoked api key',
  'revoked m2m',
  'revoked oauth',
] as const;

/** What a handler is to learn of who brings a good token. */
export function identityOf(bearer: Bearer, clerk: LocalClerk) {
  const { ada } = clerk.users;
  const { worker } = clerk.machines;
  const tokenType = typeOf(bearer);
  return { tokenType, isAuthenticated: true, who: (tokenType === 'm2m_token' ? worker : ada).id };
}

function typeOf(bearer: Bearer) {
  if (bearer.includes('api key')) return 'api_key';
  if (bearer.includes('m2m')) return 'm2m_token';
  return bearer.includes('oauth') ? 'oauth_token' : 'session_token';
}
