/**
 * What instances are made with as to the tokens that they remember. `undefined` is no option, and
 * few that fit make for tokens which are forgotten and met again.
 */
export const TOKEN_CACHES: readonly (false | { readonly max: number } | undefined)[] = [
  undefined,
  undefined,
  undefined,
  { max: 100 },
  { max: 2 },
  { max: 1 },
  false,
];

/** Whether instances remember verified tokens at all. */
export const REMEMBERS_TOKENS = true;
