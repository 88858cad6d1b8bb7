export type { SamlConnectionApi } from './saml-connection-api.js';
export type {
  CreateSamlConnectionParams,
  SamlConnectionListParams,
  SamlIdpSlug,
  SamlLoginHintParams,
  UpdateSamlConnectionParams,
} from './saml-connection-params.js';
export type { AttributeMapping, SamlConnection } from './saml-connection.js';
