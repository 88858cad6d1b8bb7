import { fixedId, randomHex } from './ids.js';
import type { Issuing } from './issuing.js';
import { freshToken } from './machine-token.js';
import type { CreatedToken, OAuthAccessTokenRequest } from './machine-token-requests.js';
import type { OpenedJwt } from './signing-key.js';
import { tokenTimes } from './token-times.js';

// Source: RFC 9068, section 2.1.
const OAUTH_ACCESS_TOKEN_TYPE = 'at+jwt';

// As at Clerk.
const LIFETIME_IN_SECONDS = 86_400;
const DEFAULT_CLIENT_ID = fixedId('client', 'OAuth');

/**
 * Makes an access token by which an OAuth client acts for a user. As a JWT it is kept nowhere.
 *
 * @throws UnknownLocalUserError naming the users there are.
 */
export function issueOAuthAccessToken(
  request: OAuthAccessTokenRequest,
  { store, issuer, now, sign }: Issuing,
): CreatedToken {
  const { aud, clientId = DEFAULT_CLIENT_ID, scopes = [] } = request;
  const id = `oat_${randomHex(16)}`;
  const subject = store.getUser(request.subject).id;
  const expiration = now + (request.secondsUntilExpiration ?? LIFETIME_IN_SECONDS) * 1000;
  const times = { createdAt: now, expiration };
  if (request.tokenFormat !== 'jwt') {
    const audiences = typeof aud === 'string' ? [aud] : aud;
    const record = { id, subject, clientId, scopes, aud: audiences, expiration };
    return store.oauthAccessTokens.add({ ...record, ...freshToken(now) });
  }
  const standard = { iss: issuer, jti: id, scope: scopes.join(' '), sub: subject };
  const claims = { aud, client_id: clientId, ...tokenTimes(times), ...standard, ...request.claims };
  const header = { typ: OAUTH_ACCESS_TOKEN_TYPE, cat: undefined, ...request.header };
  return { id, token: sign(claims, header) };
}

/**
 * Whether a JWT is an OAuth access token. The same key signs session tokens, which must not pass
 * for one.
 */
export function isOAuthAccessToken({ header }: OpenedJwt): boolean {
  return header.typ === OAUTH_ACCESS_TOKEN_TYPE;
}
