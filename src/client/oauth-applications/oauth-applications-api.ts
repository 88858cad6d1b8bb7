import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { OAuthApplication } from './oauth-application.js';
import type {
  CreateOAuthApplicationParams,
  GetOAuthApplicationListParams,
  RevokeOAuthApplicationTokenParams,
  UpdateOAuthApplicationParams,
  UploadOAuthApplicationLogoParams,
} from './oauth-application-params.js';

/** Operations on OAuth applications. Every method rejects with a `ClerkApiError` when its call fails. */
export interface OAuthApplicationsApi {
  /**
   * Lists OAuth applications.
   *
   * Source: GET /oauth_applications.
   *
   * @param params Which ones, and which page of them.
   */
  list(
    params?: GetOAuthApplicationListParams,
  ): Promise<PaginatedResourceResponse<OAuthApplication[]>>;

  /**
   * Lists OAuth applications one after the other, page by page.
   *
   * Source: GET /oauth_applications.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  each(params?: GetOAuthApplicationListParams): AsyncIterableIterator<OAuthApplication>;

  /**
   * Reads one OAuth application, without its secret.
   *
   * Source: GET /oauth_applications/{oauth_application_id}.
   *
   * @param oauthApplicationId The application's id, which is not its client id.
   */
  get(oauthApplicationId: string): Promise<OAuthApplication>;

  /**
   * Makes an OAuth application. The answer brings its client secret, unless it is public.
   *
   * Source: POST /oauth_applications.
   *
   * @param params What to make it of.
   */
  create(params: CreateOAuthApplicationParams): Promise<OAuthApplication>;

  /**
   * Changes an OAuth application.
   *
   * Source: PATCH /oauth_applications/{oauth_application_id}.
   *
   * @param params Which one, and what to change.
   */
  update(params: UpdateOAuthApplicationParams): Promise<OAuthApplication>;

  /**
   * Deletes an OAuth application, for good.
   *
   * Source: DELETE /oauth_applications/{oauth_application_id}.
   *
   * @param oauthApplicationId The application's id, which is not its client id.
   */
  delete(oauthApplicationId: string): Promise<DeletedObject>;

  /**
   * Gives an OAuth application a new client secret, and answers with it.
   *
   * Source: POST /oauth_applications/{oauth_application_id}/rotate_secret.
   *
   * @param oauthApplicationId The application's id, which is not its client id.
   */
  rotateSecret(oauthApplicationId: string): Promise<OAuthApplication>;

  /**
   * Revokes the access and refresh tokens that came of a consent.
   *
   * Source: POST /oauth_applications/{oauth_application_id}/revoke_token.
   *
   * @param params The application and the token.
   */
  revokeToken(params: RevokeOAuthApplicationTokenParams): Promise<void>;

  /**
   * Gives an OAuth application a logo.
   *
   * Source: PUT /oauth_applications/{oauth_application_id}/logo.
   *
   * @param oauthApplicationId The application's id, which is not its client id.
   * @param params The image, and who uploads it.
   */
  uploadLogo(
    oauthApplicationId: string,
    params: UploadOAuthApplicationLogoParams,
  ): Promise<OAuthApplication>;
}

/** The operations of {@link OAuthApplicationsApi}. */
export const oauthApplicationRoutes = routes<OAuthApplicationsApi>()(
  {
    list: 'GET /oauth_applications',
    get: 'GET /oauth_applications/{oauthApplicationId}',
    create: 'POST /oauth_applications',
    update: 'PATCH /oauth_applications/{oauthApplicationId}',
    delete: 'DELETE /oauth_applications/{oauthApplicationId}',
    rotateSecret: 'POST /oauth_applications/{oauthApplicationId}/rotate_secret',
    revokeToken: 'POST /oauth_applications/{oauthApplicationId}/revoke_token',
    uploadLogo: 'PUT /oauth_applications/{oauthApplicationId}/logo',
  },
  { uploadLogo: { params: 'form' } },
);

/** @param send What makes the calls. */
export function bindOAuthApplicationsApi(send: Send): OAuthApplicationsApi {
  const operations = bind(oauthApplicationRoutes, send);
  return { ...operations, each: (params) => eachOf(operations.list, params) };
}
