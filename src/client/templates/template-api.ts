import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type {
  GetTemplateListParams,
  PreviewTemplateParams,
  TemplateParams,
  ToggleTemplateDeliveryParams,
  UpsertTemplateParams,
} from './template-params.js';
import type { Template } from './template.js';

/**
 * Operations on the texts of emails and text messages. Every method rejects with a `ClerkApiError`
 * when its call fails. The API calls all of them deprecated, without naming what replaces them.
 */
export interface TemplateApi {
  /**
   * Lists templates, by their position.
   *
   * Source: GET /templates/{template_type}.
   *
   * @param params Which ones, and which page of them.
   * @deprecated By the API.
   */
  getTemplateList(params: GetTemplateListParams): Promise<PaginatedResourceResponse<Template[]>>;

  /**
   * Goes through all templates that {@link getTemplateList} would list, page by page.
   *
   * Source: GET /templates/{template_type}.
   *
   * @param params Which ones; `limit` is the size of a page.
   * @deprecated By the API.
   */
  each(params: GetTemplateListParams): AsyncIterableIterator<Template>;

  /**
   * Reads one template.
   *
   * Source: GET /templates/{template_type}/{slug}.
   *
   * @param params Which one.
   * @deprecated By the API.
   */
  getTemplate(params: TemplateParams): Promise<Template>;

  /**
   * Changes a template, or makes a changed one out of Clerk's.
   *
   * Source: PUT /templates/{template_type}/{slug}.
   *
   * @param params Which one, and its new text.
   * @deprecated By the API.
   */
  upsertTemplate(params: UpsertTemplateParams): Promise<Template>;

  /**
   * Puts Clerk's template back in the place of a changed one.
   *
   * Source: POST /templates/{template_type}/{slug}/revert.
   *
   * @param params Which one.
   * @deprecated By the API.
   */
  revertTemplate(params: TemplateParams): Promise<Template>;

  /**
   * Shows what a text would look like, without saving it.
   *
   * Source: POST /templates/{template_type}/{slug}/preview.
   *
   * @param params Which one, and the text to look at.
   * @deprecated By the API.
   * @returns The answer as it came: the specification doesn't say what is in it.
   */
  previewTemplate(params: PreviewTemplateParams): Promise<Record<string, unknown>>;

  /**
   * Says whether Clerk sends the message, or a webhook tells you to.
   *
   * Source: POST /templates/{template_type}/{slug}/toggle_delivery.
   *
   * @param params Which one, and who sends the message.
   * @deprecated By the API.
   */
  toggleTemplateDelivery(params: ToggleTemplateDeliveryParams): Promise<Template>;
}

/** The operations of {@link TemplateApi}. */
export const templateRoutes = routes<TemplateApi>()({
  getTemplateList: 'GET /templates/{templateType}?paginated=true',
  getTemplate: 'GET /templates/{templateType}/{slug}',
  upsertTemplate: 'PUT /templates/{templateType}/{slug}',
  revertTemplate: 'POST /templates/{templateType}/{slug}/revert',
  previewTemplate: 'POST /templates/{templateType}/{slug}/preview',
  toggleTemplateDelivery: 'POST /templates/{templateType}/{slug}/toggle_delivery',
});

/** @param send What makes the calls. */
export function bindTemplateApi(send: Send): TemplateApi {
  const api = bind(templateRoutes, send);
  return { ...api, each: (params) => eachOf(api.getTemplateList, params) };
}
