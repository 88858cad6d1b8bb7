import type { Conceal } from './conceal.js';

/** Parameters whose values page through lists, and say nothing of anybody. */
export const PAGING: ReadonlySet<string> = new Set(['limit', 'offset', 'order_by', 'paginated']);

/**
 * A request's URL as a log may show it: of the query, only what pages through lists keeps its value.
 *
 * @param url The URL.
 * @param conceal Cuts out the secrets of the call.
 */
export function shownUrl(url: URL, conceal: Conceal): string {
  const shown = new URL(url);
  shown.search = '';
  for (const [name, value] of url.searchParams) {
    shown.searchParams.append(name, PAGING.has(name) ? value : 'hidden');
  }
  return conceal(shown.href);
}
