/**
 * An OAuth access token that is a JWT, as `verifyOAuthAccessToken` of the Backend API's OpenAPI
 * document sends it: once it has expired, only that it is not active.
 *
 * @param now Unix time in milliseconds.
 */
export function oauthJwtJson(
  claims: Readonly<Record<string, unknown>>,
  now: number,
): Record<string, unknown> {
  const { aud, client_id, exp, iat, jti, scope, sub } = claims;
  const expiration = Number(exp) * 1000;
  // The other way round, a token without `exp` would count for ever.
  if (!(now < expiration)) return { active: false };
  const createdAt = Number(iat) * 1000;
  return {
    object: 'clerk_idp_oauth_access_token',
    id: jti,
    client_id,
    subject: sub,
    scopes: typeof scope === 'string' && scope !== '' ? scope.split(' ') : [],
    revoked: false,
    revocation_reason: null,
    expired: false,
    expiration,
    created_at: createdAt,
    updated_at: createdAt,
    // Not in the document, but the vendor's client reads it.
    ...(aud !== undefined && { aud: [aud].flat() }),
  };
}
