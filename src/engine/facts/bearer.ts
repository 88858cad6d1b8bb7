/**
 * The token in an `Authorization` header. `Bearer` is case-sensitive and a value without a scheme
 * is taken as the token itself, as the vendor's SDKs read it; any other scheme is not ours.
 */
export function readBearer(authorization: string | undefined): string | undefined {
  if (!authorization) return undefined;
  const [scheme, token] = authorization.split(' ', 2);
  if (!token) return scheme;
  return scheme === 'Bearer' ? token : undefined;
}
