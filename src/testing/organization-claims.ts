import type { LocalMembership } from './local-user.js';

/** The organization in a session token, version 2. */
export interface OrganizationClaim {
  readonly id: string;
  readonly slg: string;
  /** The role without its `org:` prefix. */
  readonly rol: string;
  /** The names of the permissions, joined by commas: `manage,read`. Absent when there is none. */
  readonly per?: string;
  /**
   * For each of the organization's features a decimal number, joined by commas, whose lowest bit
   * stands for the first name in `per`.
   */
  readonly fpm?: string;
}

/** The `o` claim for a membership. */
export function organizationClaim(membership: LocalMembership): OrganizationClaim {
  const { organization, role, permissions } = membership;
  const names = permissionNames(permissions);
  const claim = { id: organization.id, rol: withoutScope(role), slg: organization.slug };
  if (names.length === 0) return claim;
  const masks = sortedFeatures(membership).map((feature) => maskOf(feature, names, permissions));
  return { ...claim, per: names.join(','), fpm: masks.join(',') };
}

/** The `fea` claim for a membership, in the order of `fpm`: `o:articles`. Undefined when there is none. */
export function featureClaim(membership: LocalMembership): string | undefined {
  const features = sortedFeatures(membership);
  return features.length === 0 ? undefined : features.map((key) => `o:${key}`).join(',');
}

function sortedFeatures(membership: LocalMembership): string[] {
  return membership.organization.features.toSorted();
}

function permissionNames(permissions: readonly string[]): string[] {
  const names = permissions.map((key) => key.slice(key.lastIndexOf(':') + 1));
  return [...new Set(names)].toSorted();
}

// In BigInt: the bit operators of numbers end at the 32nd permission.
function maskOf(feature: string, names: string[], permissions: readonly string[]): bigint {
  return names.reduce(
    (mask, name, bit) =>
      permissions.includes(`org:${feature}:${name}`) ? mask | (1n << BigInt(bit)) : mask,
    0n,
  );
}

function withoutScope(role: string): string {
  return role.replace(/^org:/, '');
}
