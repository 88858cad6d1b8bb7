/**
 * A page of a list. The name is the vendor's.
 *
 * @typeParam T The list: `PaginatedResourceResponse<User[]>`.
 */
export interface PaginatedResourceResponse<T> {
  /** What is on the page. */
  data: T;
  /** How many there are on all pages. */
  totalCount: number;
}

/**
 * Which page of a list, beside other parameters. The name is the vendor's.
 *
 * @typeParam T The other parameters.
 */
export type ClerkPaginationRequest<T = object> = {
  /** How many to answer with at most, from 1 to 500. Default 10. */
  readonly limit?: number;
  /** How many to leave out first. Default 0. */
  readonly offset?: number;
} & T;
