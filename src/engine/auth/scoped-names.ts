/** Names from a `fea` or `pla` claim, in its order, by whom they belong to. */
export interface ScopedNames {
  /** Those of the active organization. The bitmaps of `o.fpm` count in this order. */
  readonly org: readonly string[];
  /** Those of the user. */
  readonly user: readonly string[];
}

/**
 * Reads a claim like `o:articles,u:search,ou:reports`. An element with an unknown scope belongs to
 * nobody.
 *
 * @returns Undefined if the claim can't be read. One unreadable element spoils all of it: a list
 *   with a gap would shift the bitmaps of `o.fpm` and grant another feature's permissions.
 */
export function readScopedNames(claim: unknown): ScopedNames | undefined {
  if (typeof claim !== 'string') return undefined;
  const org: string[] = [];
  const user: string[] = [];
  if (claim === '') return { org, user };
  for (const element of claim.split(',')) {
    const scoped = element.trim();
    const colon = scoped.indexOf(':');
    if (colon === -1) return undefined;
    const scope = scoped.slice(0, colon);
    const name = scoped.slice(colon + 1);
    if (scope === 'o' || scope === 'ou' || scope === 'uo') org.push(name);
    if (scope === 'u' || scope === 'ou' || scope === 'uo') user.push(name);
  }
  return { org, user };
}
