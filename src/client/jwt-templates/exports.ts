export type { JwtTemplate } from './jwt-template.js';
export type {
  CreateJWTTemplateParams,
  JwtTemplatesApi,
  UpdateJWTTemplateParams,
} from './jwt-templates-api.js';
