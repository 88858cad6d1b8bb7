import type { ClerkPaginationRequest } from '../page.js';

/** Which API keys to list. */
export type GetAPIKeyListParams = Pick<ClerkPaginationRequest, 'offset'> & {
  /** How many to answer with at most, from 1 to 100. Default 10. */
  readonly limit?: number;
  /** Whose keys: the id of a user or an organization. */
  readonly subject: string;
  /** Whether revoked and expired keys are listed, too. Default false. */
  readonly includeInvalid?: boolean;
  /** A part of the name. */
  readonly query?: string;
};

/** What an API key can have from the start and be given later. */
interface APIKeyFields {
  /** What it is for, in at most 255 characters. */
  readonly description?: string | null;
  /** Anything to keep with the key, as it is; your application reads it when the key is verified. */
  readonly claims?: Readonly<Record<string, unknown>> | null;
  /** What it may do, in your application's own words. */
  readonly scopes?: readonly string[];
  /** How long it lives from now on, in seconds; null for ever. A new key lives for ever without it. */
  readonly secondsUntilExpiration?: number | null;
}

/** What to make an API key of. */
export interface CreateAPIKeyParams extends APIKeyFields {
  /** What people tell it from others by, in at least 3 characters. */
  readonly name: string;
  /** Whose key it is: the id of a user or an organization. */
  readonly subject: string;
  /** The id of the user who makes it. */
  readonly createdBy?: string | null;
}

/** What to change of an API key; what is not given stays. */
export interface UpdateAPIKeyParams extends APIKeyFields {
  /** The key's id (`ak_…`). */
  readonly apiKeyId: string;
  /** Whose key it is: the id of a user or an organization. */
  readonly subject: string;
}

/** Which API key to revoke. */
export interface RevokeAPIKeyParams {
  /** The key's id (`ak_…`). */
  readonly apiKeyId: string;
  /** Why, for your own records. */
  readonly revocationReason?: string | null;
}
