/**
 * The token in an `Authorization` header. `Bearer` is case-sensitive and a value without a scheme
 * is taken as the token itself, as the vendor's SDKs read it; any other scheme is not ours.
 */
export function readBearer(authorization: string | undefined): string | undefined {
  if (!authorization) return undefined;
  const space = authorization.indexOf(' ');
  if (space < 0) return authorization;
  const end = authorization.indexOf(' ', space + 1);
  const token = authorization.slice(space + 1, end < 0 ? undefined : end);
  if (!token) return authorization.slice(0, space);
  return authorization.startsWith('Bearer ') ? token : undefined;
}
