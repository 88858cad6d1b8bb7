import type { SignInTokenRecord } from '../records/sign-in-token-record.js';

/**
 * A sign-in token as the Backend API sends it, the secret included. Source: `SignInToken` in the
 * Backend API's OpenAPI document.
 */
export function signInTokenJson(token: SignInTokenRecord): Record<string, unknown> {
  return {
    object: 'sign_in_token',
    id: token.id,
    status: token.status,
    user_id: token.userId,
    token: token.token,
    url: token.url,
    created_at: token.createdAt,
    updated_at: token.updatedAt,
  };
}
