import type {
  LocalApiKey,
  LocalM2mToken,
  LocalMachineToken,
  LocalOAuthAccessToken,
} from '../machine-token.js';

/** An API key as `verifyApiKey` of the Backend API's OpenAPI document sends it, without its secret. */
export function apiKeyJson(key: LocalApiKey): Record<string, unknown> {
  return {
    object: 'api_key',
    type: 'api_key',
    name: key.name,
    description: key.description,
    claims: key.claims,
    created_by: key.createdBy,
    last_used_at: null,
    ...common(key),
  };
}

/** An M2M token as `verifyM2MToken` of the Backend API's OpenAPI document sends it. */
export function m2mTokenJson(token: LocalM2mToken): Record<string, unknown> {
  return {
    object: 'machine_to_machine_token',
    claims: token.claims,
    last_used_at: null,
    ...common(token),
  };
}

/** An access token as `verifyOAuthAccessToken` of the Backend API's OpenAPI document sends it. */
export function oauthAccessTokenJson(token: LocalOAuthAccessToken): Record<string, unknown> {
  return {
    object: 'clerk_idp_oauth_access_token',
    client_id: token.clientId,
    ...common(token),
    // Not in the document, but the vendor's client reads it.
    ...(token.aud && { aud: token.aud }),
  };
}

// Only a token that counts is ever sent, and none changes but by being revoked.
function common({ id, subject, scopes, expiration, createdAt }: LocalMachineToken) {
  return {
    id,
    subject,
    scopes,
    revoked: false,
    revocation_reason: null,
    expired: false,
    expiration,
    created_at: createdAt,
    updated_at: createdAt,
  };
}
