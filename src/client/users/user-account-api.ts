import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { OauthAccessToken } from './oauth-access-token.js';
import { bindOauthAccessTokenLists } from './oauth-access-token-lists.js';
import type { OAuthProvider } from './oauth-provider.js';

/** An account at a social provider to delete. */
export interface DeleteUserExternalAccountParams {
  /** The user's id (`user_…`). */
  readonly userId: string;
  /** The account's id (`eac_…`): `externalAccountId ?? id` of the account. */
  readonly externalAccountId: string;
}

/** The part of `users` that is about accounts at social providers. */
export interface UserAccountApi {
  /**
   * Lists the access tokens that a user has granted for a social provider's API, refreshed where
   * they had expired.
   *
   * Source: GET /users/{user_id}/oauth_access_tokens/{provider}.
   *
   * @param userId The user's id (`user_…`).
   * @param provider The provider: `google`, `custom_acme`, …
   */
  getUserOauthAccessToken(
    userId: string,
    provider: OAuthProvider,
  ): Promise<PaginatedResourceResponse<OauthAccessToken[]>>;

  /**
   * @param userId The user's id (`user_…`).
   * @param provider The provider with that prefix: `oauth_google`, ….
   * @deprecated Leave `oauth_` before the provider's name out.
   */
  getUserOauthAccessToken(
    userId: string,
    provider: `oauth_${OAuthProvider}`,
  ): Promise<PaginatedResourceResponse<OauthAccessToken[]>>;

  /**
   * Goes through the access tokens that a user has granted for a social provider's API, page by page.
   *
   * Source: GET /users/{user_id}/oauth_access_tokens/{provider}.
   *
   * @param userId The user's id (`user_…`).
   * @param provider The provider: `google`, `custom_acme`, …
   */
  eachOauthAccessToken(
    userId: string,
    provider: OAuthProvider,
  ): AsyncIterableIterator<OauthAccessToken>;

  /**
   * Deletes a user's account at a social provider; the provider is not told.
   *
   * Source: DELETE /users/{user_id}/external_accounts/{external_account_id}.
   *
   * @param params Which one.
   */
  deleteUserExternalAccount(params: DeleteUserExternalAccountParams): Promise<DeletedObject>;
}

/** The operations of {@link UserAccountApi} that only forward. */
export const userAccountRoutes = routes<UserAccountApi>()({
  deleteUserExternalAccount: 'DELETE /users/{userId}/external_accounts/{externalAccountId}',
});

/** @param send What makes the calls. */
export function bindUserAccountApi(send: Send): UserAccountApi {
  return { ...bind(userAccountRoutes, send), ...bindOauthAccessTokenLists(send) };
}
