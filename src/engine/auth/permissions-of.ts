import type { DecodedToken } from '../facts/decoded-token.js';
import { permissionsIn } from '../tokens/known-token.js';
import { type PermissionClaims, readOrganizationPermissions } from './organization-permissions.js';

/** Reads the permissions that a version 2 token states for its organization. */
export type ReadPermissions = (claims: PermissionClaims) => string[];

/**
 * Reads a token's permissions, once for each token that is remembered: decoding them takes longer than
 * all else about an auth object.
 */
export function permissionsOf(token: DecodedToken): ReadPermissions {
  return (claims) => permissionsIn(token, () => readOrganizationPermissions(claims));
}
