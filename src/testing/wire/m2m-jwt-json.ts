/** An M2M token that was made as a JWT, of which nothing is kept, as the Backend API sends it. */
export function m2mJwtJson(
  { jti, sub, scopes, exp, iat }: Readonly<Record<string, unknown>>,
  claims: Readonly<Record<string, unknown>> | null,
): Record<string, unknown> {
  const createdAt = Number(iat) * 1000;
  return {
    object: 'machine_to_machine_token',
    claims,
    last_used_at: null,
    id: jti,
    subject: sub,
    scopes: typeof scopes === 'string' && scopes !== '' ? scopes.split(' ') : [],
    revoked: false,
    revocation_reason: null,
    expired: false,
    expiration: Number(exp) * 1000,
    created_at: createdAt,
    updated_at: createdAt,
  };
}
