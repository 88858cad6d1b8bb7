export type {
  BlocklistIdentifierApi,
  BlocklistIdentifierCreateParams,
} from './blocklist-identifier-api.js';
export type { BlocklistIdentifier, BlocklistIdentifierType } from './blocklist-identifier.js';
