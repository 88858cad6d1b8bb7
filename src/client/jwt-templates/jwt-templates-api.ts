import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { JwtTemplate } from './jwt-template.js';

/** What a new JWT template is. */
export interface CreateJWTTemplateParams {
  /** What it is asked for by: `sessions.getToken(sessionId, 'supabase')`. */
  readonly name: string;
  /** The claims, with placeholders for what is the user's: `{ email: '{{user.primary_email_address}}' }`. */
  readonly claims: object;
  /** How long a token lives, in seconds, from 30 to 315,360,000. A new template: 60 without it. */
  readonly lifetime?: number | null | undefined;
  /** How many seconds a token is valid before it was made, for clocks that are slow, from 0 to 300. A new template: 5 without it. */
  readonly allowedClockSkew?: number | null | undefined;
  /** Whether a key of your own signs the tokens. */
  readonly customSigningKey?: boolean | undefined;
  /** The algorithm of that key: `RS256`, `HS256`, … */
  readonly signingAlgorithm?: string | null | undefined;
  /** That key: a private key in PEM, or a shared secret. */
  readonly signingKey?: string | null | undefined;
}

/** What a JWT template is from now on. */
export interface UpdateJWTTemplateParams extends CreateJWTTemplateParams {
  /** The template's id (`jtmp_…`). */
  readonly templateId: string;
}

/** Operations on the forms of tokens for other services. Every method rejects with a `ClerkApiError` when its call fails. */
export interface JwtTemplatesApi {
  /**
   * Lists JWT templates.
   *
   * Source: GET /jwt_templates.
   *
   * @param params Which page of them.
   */
  list(params?: ClerkPaginationRequest): Promise<PaginatedResourceResponse<JwtTemplate[]>>;

  /**
   * Goes through all JWT templates, page by page.
   *
   * Source: GET /jwt_templates.
   *
   * @param params `limit` is the size of a page.
   */
  each(params?: ClerkPaginationRequest): AsyncIterableIterator<JwtTemplate>;

  /**
   * Reads one JWT template.
   *
   * Source: GET /jwt_templates/{template_id}.
   *
   * @param templateId The template's id (`jtmp_…`).
   */
  get(templateId: string): Promise<JwtTemplate>;

  /**
   * Creates a JWT template.
   *
   * Source: POST /jwt_templates.
   *
   * @param params What to make it of.
   */
  create(params: CreateJWTTemplateParams): Promise<JwtTemplate>;

  /**
   * Changes a JWT template.
   *
   * Source: PATCH /jwt_templates/{template_id}.
   *
   * @param params Which one, and what to change.
   */
  update(params: UpdateJWTTemplateParams): Promise<JwtTemplate>;

  /**
   * Deletes a JWT template.
   *
   * Source: DELETE /jwt_templates/{template_id}.
   *
   * @param templateId The template's id (`jtmp_…`).
   */
  delete(templateId: string): Promise<DeletedObject>;
}

/** The operations of {@link JwtTemplatesApi}. */
export const jwtTemplatesRoutes = routes<JwtTemplatesApi>()({
  list: 'GET /jwt_templates?paginated=true',
  get: 'GET /jwt_templates/{templateId}',
  create: 'POST /jwt_templates',
  update: 'PATCH /jwt_templates/{templateId}',
  delete: 'DELETE /jwt_templates/{templateId}',
});

/** @param send What makes the calls. */
export function bindJwtTemplatesApi(send: Send): JwtTemplatesApi {
  const api = bind(jwtTemplatesRoutes, send);
  return { ...api, each: (params) => eachOf(api.list, params) };
}
