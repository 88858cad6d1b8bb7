/** How many verified tokens this package remembers unless `tokenCache` says otherwise. */
export const REMEMBERED_TOKENS = 10_000;
