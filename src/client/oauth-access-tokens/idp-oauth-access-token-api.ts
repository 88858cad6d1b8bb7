import { checkOauthAudience } from '../../oauth-audience.js';
import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { IdPOAuthAccessToken } from './idp-oauth-access-token.js';
import { TokenVerificationError } from '../../token-verification-error.js';

/** What an access token must fulfil beside being known. */
export interface VerifyIdPOAuthAccessTokenOptions {
  /** For whom it may have been made: its `aud` must name one of these. Without any, `aud` is not looked at. */
  readonly audience?: string | string[];
}

/** Operations on the access tokens of OAuth applications. Every method rejects with a `ClerkApiError` when its call fails. */
export interface IdPOAuthAccessTokenApi {
  /**
   * Verifies an access token. One that is unknown, revoked or expired is an error answer.
   *
   * Source: POST /oauth_applications/access_tokens/verify, which has no API version in its path.
   *
   * @param accessToken The token itself. No error shows it.
   * @param options The audiences to expect.
   * @throws {TokenVerificationError} When it names none of the expected audiences, or the API says
   * that it is not active.
   * @example
   * ```ts
   * const audience = 'https://api.example.com';
   * const { subject } = await clerk.idPOAuthAccessToken.verify(accessToken, { audience });
   * ```
   */
  verify(
    accessToken: string,
    options?: VerifyIdPOAuthAccessTokenOptions,
  ): Promise<IdPOAuthAccessToken>;
}

interface AccessTokenOperations {
  verify(params: { readonly accessToken: string }): Promise<IdPOAuthAccessToken | Inactive>;
}

/** All that the API says of a JWT whose time is up, with a status of success. */
interface Inactive {
  readonly active: false;
}

/** The operations behind {@link IdPOAuthAccessTokenApi}. */
export const accessTokenRoutes = routes<AccessTokenOperations>({ version: 'absent' })({
  verify: 'POST /oauth_applications/access_tokens/verify',
});

/** @param send What makes the calls. */
export function bindIdPOAuthAccessTokenApi(send: Send): IdPOAuthAccessTokenApi {
  const { verify } = bind(accessTokenRoutes, send);
  return {
    verify: async (accessToken, options = {}) => {
      const token = await verify({ accessToken });
      if ('active' in token) throw new TokenVerificationError('The OAuth token is not active.');
      const problem = checkOauthAudience(token.aud, [options.audience ?? []].flat());
      if (problem !== undefined) throw new TokenVerificationError(problem);
      return token;
    },
  };
}
