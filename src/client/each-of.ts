import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { PaginatedResourceResponse } from './page.js';
import { RepeatedPageError } from './repeated-page-error.js';

/** How many items a page has unless the caller says otherwise. */
const PAGE_SIZE = 100;

/** What a method that lists takes and answers with. */
type ListMethod<Params, Item> = (params: Params) => Promise<Answer<Item>>;

type Answer<Item> = readonly Item[] | PaginatedResourceResponse<readonly Item[]>;

type Paged = { readonly limit?: number; readonly offset?: number };

/**
 * Every item of a list, page by page: a page is fetched when its first item is asked for, and none
 * after the loop was left. It ends when all that the API counts have come, or, where it
 * does not count, on a page that is not full. Items that are added or deleted meanwhile shift those behind
 * them from page to page, so one may come twice or not at all.
 *
 * @param list The method that answers with one page.
 * @param params Its parameters; `limit` is the size of a page (default 100), and `offset` how many
 * items are left out first.
 * @throws {ClerkConfigurationError} When `limit` is no size of a page, or `offset` no number of
 * items; {RepeatedPageError} when pages repeat; while iterating, as everything.
 * @example
 * ```ts
 * for await (const user of clerk.users.each({ query: 'ada' })) console.log(user.id);
 * ```
 */
export async function* eachOf<Params extends Paged, Item>(
  list: ListMethod<Params, Item>,
  params?: Params,
): AsyncGenerator<Item, void, undefined> {
  const limit = toPageSize(params?.limit ?? PAGE_SIZE);
  let offset = toOffset(params?.offset ?? 0);
  let previous: string | undefined;
  for (;;) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it adds is optional in Params
    const page = await list({ ...params, limit, offset } as Params);
    const { data, totalCount } = pageOf(page);
    const first = JSON.stringify(data[0]);
    if (first !== undefined && first === previous) throw new RepeatedPageError();
    previous = first;
    yield* data;
    offset += data.length;
    if (isLast(data.length, limit, offset, totalCount)) return;
  }
}

/**
 * Every item of a list that the API sends in one piece.
 *
 * @param list The method that answers with it.
 * @param params Its parameters.
 */
export async function* eachInOne<Params, Item>(
  list: ListMethod<Params, Item>,
  params: Params,
): AsyncGenerator<Item, void, undefined> {
  yield* pageOf(await list(params)).data;
}

/** Pages of no items would never end. */
function toPageSize(limit: number): number {
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new ClerkConfigurationError('`limit`, the size of a page, must be a whole number above 0.');
}

/** A text would be put together with the size of a page, not added: items would be left out. */
function toOffset(offset: number): number {
  if (Number.isSafeInteger(offset) && offset >= 0) return offset;
  throw new ClerkConfigurationError('`offset` must be a whole number, 0 or above.');
}

function pageOf<Item>(page: Answer<Item>): { data: readonly Item[]; totalCount?: number } {
  return 'data' in page ? page : { data: page };
}

/**
 * Where the API counts, the count says which page is the last: one can hold fewer items than were
 * asked for. Elsewhere it is one that is not full; more than full is a list that knows of no pages.
 */
function isLast(length: number, limit: number, offset: number, totalCount?: number): boolean {
  if (totalCount !== undefined) return length === 0 || offset >= totalCount;
  return length !== limit;
}
