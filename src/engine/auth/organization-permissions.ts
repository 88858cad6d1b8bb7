import { readScopedNames } from './scoped-names.js';

/** The claims of a version 2 token that together hold the permissions. None is trusted in type. */
export interface PermissionClaims {
  /** `fea`: the features, of which the organization's count. */
  readonly features: unknown;
  /** `o.per`: the names of permissions, joined by commas. */
  readonly permissions: unknown;
  /** `o.fpm`: for each organization feature a decimal bitmap over the names, joined by commas. */
  readonly bitmaps: unknown;
}

/**
 * Decodes the permissions of a version 2 token into `org:<feature>:<permission>`, ordered by
 * feature. Claims that can't be read grant nothing; they don't fail, because a token that Clerk
 * signed must not turn requests into errors.
 */
export function readOrganizationPermissions(claims: PermissionClaims): string[] {
  const features = readScopedNames(claims.features)?.org;
  if (!features || !isFilledText(claims.permissions) || !isFilledText(claims.bitmaps)) return [];
  const names = claims.permissions.split(',').map((name) => name.trim());
  const bitmaps = claims.bitmaps.split(',');
  const permissions: string[] = [];
  for (const [index, feature] of features.entries()) {
    for (const name of namesInBitmap(names, bitmaps[index] ?? '')) {
      permissions.push(`org:${feature}:${name}`);
    }
  }
  return permissions;
}

function isFilledText(claim: unknown): claim is string {
  return typeof claim === 'string' && claim !== '';
}

/** A number of so many decimal digits is exact. */
const EXACT_DIGITS = 15;

/** The lowest bit stands for the first name. A bitmap that is not a decimal number has no bits. */
function namesInBitmap(names: readonly string[], bitmap: string): string[] {
  const decimal = bitmap.trim();
  if (!/^\d+$/.test(decimal)) return [];
  if (decimal.length <= EXACT_DIGITS) {
    const bits = Number(decimal);
    return names.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
  }
  // More than 49 permissions; bits without a name are cut off.
  const bits = BigInt.asUintN(names.length, BigInt(decimal)).toString(2);
  return names.filter((_, index) => bits.at(-1 - index) === '1');
}
