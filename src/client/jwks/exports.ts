export type { JwksApi } from './jwks-api.js';
export type { JwksJSON, JwksKeyJSON } from './jwks.js';
