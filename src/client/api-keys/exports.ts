export type { APIKey } from './api-key.js';
export type { ApiKeysApi } from './api-keys-api.js';
export type {
  CreateAPIKeyParams,
  GetAPIKeyListParams,
  RevokeAPIKeyParams,
  UpdateAPIKeyParams,
} from './api-keys-params.js';
