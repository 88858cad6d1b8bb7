import type {
  LocalApiKey,
  LocalM2mToken,
  LocalMachineToken,
  LocalOAuthAccessToken,
} from '../machine-token.js';

/**
 * An API key as the Backend API sends it, without its secret. Source: `verifyApiKey` in its OpenAPI
 * document.
 *
 * @param now Unix time in milliseconds.
 */
export function apiKeyJson(key: LocalApiKey, now: number): Record<string, unknown> {
  return {
    object: 'api_key',
    type: 'api_key',
    name: key.name,
    description: key.description,
    claims: key.claims,
    created_by: key.createdBy,
    last_used_at: null,
    ...common(key, now),
  };
}

/**
 * An M2M token as the Backend API sends it, without the token itself. Source: `verifyM2MToken` in
 * its OpenAPI document.
 *
 * @param now Unix time in milliseconds.
 */
export function m2mTokenJson(token: LocalM2mToken, now: number): Record<string, unknown> {
  return {
    object: 'machine_to_machine_token',
    claims: token.claims,
    last_used_at: null,
    ...common(token, now),
  };
}

/**
 * An access token as `verifyOAuthAccessToken` of the Backend API's OpenAPI document sends it.
 *
 * @param now Unix time in milliseconds.
 */
export function oauthAccessTokenJson(
  token: LocalOAuthAccessToken,
  now: number,
): Record<string, unknown> {
  return {
    object: 'clerk_idp_oauth_access_token',
    client_id: token.clientId,
    ...common(token, now),
    // Not in the document, but the vendor's client reads it.
    ...(token.aud && { aud: token.aud }),
  };
}

function common(token: LocalMachineToken, now: number) {
  const { id, subject, scopes, revoked, expiration, createdAt } = token;
  return {
    id,
    subject,
    scopes,
    revoked,
    revocation_reason: token.revocationReason,
    expired: expiration !== null && expiration <= now,
    expiration,
    created_at: createdAt,
    updated_at: token.updatedAt,
  };
}
