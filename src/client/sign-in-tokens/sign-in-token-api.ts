import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { SignInToken } from './sign-in-token.js';

/** A sign-in token to make. */
export interface CreateSignInTokensParams {
  /** Whom it signs in. */
  readonly userId: string;
  /** The organization that is active after the sign-in; the user has to be a member. */
  readonly orgId?: string;
  /** How long it is good for, in seconds. The API's default is 2,592,000, 30 days. */
  readonly expiresInSeconds?: number;
}

/** Operations on sign-in tokens. Every method rejects with a `ClerkApiError` when its call fails. */
export interface SignInTokenApi {
  /**
   * Makes a token that signs a user in, once.
   *
   * Source: POST /sign_in_tokens.
   *
   * @param params Whose token.
   */
  createSignInToken(params: CreateSignInTokensParams): Promise<SignInToken>;

  /**
   * Revokes a token that nobody has used yet.
   *
   * Source: POST /sign_in_tokens/{sign_in_token_id}/revoke.
   *
   * @param signInTokenId The token's id (`sit_…`).
   */
  revokeSignInToken(signInTokenId: string): Promise<SignInToken>;
}

/** The operations of {@link SignInTokenApi}. */
export const signInTokenRoutes = routes<SignInTokenApi>()({
  createSignInToken: 'POST /sign_in_tokens',
  revokeSignInToken: 'POST /sign_in_tokens/{signInTokenId}/revoke',
});

/** @param send What makes the calls. */
export function bindSignInTokenApi(send: Send): SignInTokenApi {
  return bind(signInTokenRoutes, send);
}
