export type {
  AllowlistIdentifierApi,
  AllowlistIdentifierCreateParams,
} from './allowlist-identifier-api.js';
export type { AllowlistIdentifier, AllowlistIdentifierType } from './allowlist-identifier.js';
