import type { JsonObject } from '../facts/decoded-token.js';
import { type PermissionClaims, readOrganizationPermissions } from './organization-permissions.js';

/** Reads the permissions that a version 2 token states for its organization. */
export type ReadPermissions = (claims: PermissionClaims) => string[];

/** By the claims of remembered tokens, which are frozen. */
const known = new WeakMap<JsonObject, readonly string[]>();

/**
 * Reads a token's permissions, once for each token that is remembered: decoding them takes longer than
 * all else about an auth object.
 *
 * @param source The claims of the token, as they were decoded.
 */
export function permissionsOf(source: JsonObject): ReadPermissions {
  if (!Object.isFrozen(source)) return readOrganizationPermissions;
  return (claims) => {
    const decoded = known.get(source);
    if (decoded) return [...decoded];
    const permissions = readOrganizationPermissions(claims);
    known.set(source, [...permissions]);
    return permissions;
  };
}
