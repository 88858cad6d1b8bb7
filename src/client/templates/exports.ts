export type { TemplateApi } from './template-api.js';
export type {
  GetTemplateListParams,
  PreviewTemplateParams,
  TemplateParams,
  ToggleTemplateDeliveryParams,
  UpsertTemplateParams,
} from './template-params.js';
export type { Template } from './template.js';
