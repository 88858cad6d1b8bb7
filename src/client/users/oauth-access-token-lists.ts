import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { OauthAccessToken } from './oauth-access-token.js';
import type { UserAccountApi } from './user-account-api.js';

interface ListOperation {
  listTokens(
    userId: string,
    provider: string,
    params?: ClerkPaginationRequest,
  ): Promise<PaginatedResourceResponse<OauthAccessToken[]>>;
}

/** The operation behind the lists of a user's access tokens. */
export const oauthAccessTokenRoutes = routes<ListOperation>()({
  listTokens: 'GET /users/{userId}/oauth_access_tokens/{provider}?paginated=true',
});

/**
 * The lists of access tokens, which are no plain rows: a provider has a prefix in the path.
 *
 * @param send What makes the calls.
 */
export function bindOauthAccessTokenLists(
  send: Send,
): Pick<UserAccountApi, 'getUserOauthAccessToken' | 'eachOauthAccessToken'> {
  const { listTokens } = bind(oauthAccessTokenRoutes, send);
  return {
    getUserOauthAccessToken: async (userId: string, provider: string) =>
      listTokens(userId, toStrategy(provider)),
    eachOauthAccessToken: (userId, provider) =>
      eachOf((page: ClerkPaginationRequest) => listTokens(userId, toStrategy(provider), page)),
  };
}

/** An empty name stays one, so that it is refused. */
function toStrategy(provider: string): string {
  return provider && !provider.startsWith('oauth_') ? `oauth_${provider}` : provider;
}
