import type { Directory } from './directory.js';

/**
 * Takes a sign-in token as used, and tells whose it is; undefined for one that is unknown, was
 * used, revoked or has expired.
 *
 * @param now Unix time in milliseconds.
 */
export function redeemSignInToken(
  { signInTokens }: Directory,
  shown: string,
  now: number,
): string | undefined {
  const record = signInTokens.find(({ token }) => token === shown);
  if (record?.status !== 'pending' || now >= record.expiresAt) return undefined;
  signInTokens.put({ ...record, status: 'accepted', updatedAt: now });
  return record.userId;
}
