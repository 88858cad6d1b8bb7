import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { RedirectUrl } from './redirect-url.js';

/** What a new redirect URL is. */
export interface CreateRedirectUrlParams {
  /** The whole URL: `https://…` or with a scheme of the app's own. */
  readonly url: string;
}

/** Operations on the URLs that native apps may be sent back to. Every method rejects with a `ClerkApiError` when its call fails. */
export interface RedirectUrlApi {
  /**
   * Lists redirect URLs, the newest first.
   *
   * Source: GET /redirect_urls.
   *
   * @param params Which page of them.
   */
  getRedirectUrlList(
    params?: ClerkPaginationRequest,
  ): Promise<PaginatedResourceResponse<RedirectUrl[]>>;

  /**
   * Goes through all redirect URLs, page by page.
   *
   * Source: GET /redirect_urls.
   *
   * @param params `limit` is the size of a page.
   */
  each(params?: ClerkPaginationRequest): AsyncIterableIterator<RedirectUrl>;

  /**
   * Reads one redirect URL.
   *
   * Source: GET /redirect_urls/{id}.
   *
   * @param redirectUrlId The redirect URL's id (`ru_…`).
   */
  getRedirectUrl(redirectUrlId: string): Promise<RedirectUrl>;

  /**
   * Creates a redirect URL.
   *
   * Source: POST /redirect_urls.
   *
   * @param params The URL.
   */
  createRedirectUrl(params: CreateRedirectUrlParams): Promise<RedirectUrl>;

  /**
   * Deletes a redirect URL.
   *
   * Source: DELETE /redirect_urls/{id}.
   *
   * @param redirectUrlId The redirect URL's id (`ru_…`).
   * @returns What is left of it: of its own properties only `id`. The rest of the type is there for
   * code that is typed by the vendor's client.
   */
  deleteRedirectUrl(redirectUrlId: string): Promise<RedirectUrl & DeletedObject>;
}

/** The operations of {@link RedirectUrlApi}. */
export const redirectUrlRoutes = routes<RedirectUrlApi>()({
  getRedirectUrlList: 'GET /redirect_urls?paginated=true',
  getRedirectUrl: 'GET /redirect_urls/{redirectUrlId}',
  createRedirectUrl: 'POST /redirect_urls',
  deleteRedirectUrl: 'DELETE /redirect_urls/{redirectUrlId}',
});

/** @param send What makes the calls. */
export function bindRedirectUrlApi(send: Send): RedirectUrlApi {
  const api = bind(redirectUrlRoutes, send);
  return { ...api, each: (params) => eachOf(api.getRedirectUrlList, params) };
}
