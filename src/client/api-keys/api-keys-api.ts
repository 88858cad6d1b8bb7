import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { APIKey } from './api-key.js';
import type {
  CreateAPIKeyParams,
  GetAPIKeyListParams,
  RevokeAPIKeyParams,
  UpdateAPIKeyParams,
} from './api-keys-params.js';

/**
 * Operations on API keys. Their paths have no API version. Every method rejects with a
 * `ClerkApiError` when its call fails.
 */
export interface ApiKeysApi {
  /**
   * Lists the keys of a user or an organization, newest first.
   *
   * Source: GET /api_keys.
   *
   * @param queryParams Whose, and which page of them.
   */
  list(queryParams: GetAPIKeyListParams): Promise<PaginatedResourceResponse<APIKey[]>>;

  /**
   * Lists the keys of a user or an organization one after the other, page by page.
   *
   * Source: GET /api_keys.
   *
   * @param queryParams Whose; `limit` is the size of a page.
   */
  each(queryParams: GetAPIKeyListParams): AsyncIterableIterator<APIKey>;

  /**
   * Makes a key. The answer brings the key itself in `secret`.
   *
   * Source: POST /api_keys.
   *
   * @param params What to make it of.
   */
  create(params: CreateAPIKeyParams): Promise<APIKey>;

  /**
   * Reads one key, without its secret.
   *
   * Source: GET /api_keys/{apiKeyID}.
   *
   * @param apiKeyId The key's id (`ak_…`).
   */
  get(apiKeyId: string): Promise<APIKey>;

  /**
   * Changes a key.
   *
   * Source: PATCH /api_keys/{apiKeyID}.
   *
   * @param params Which one, and what to change.
   */
  update(params: UpdateAPIKeyParams): Promise<APIKey>;

  /**
   * Deletes a key.
   *
   * Source: DELETE /api_keys/{apiKeyID}.
   *
   * @param apiKeyId The key's id (`ak_…`).
   */
  delete(apiKeyId: string): Promise<DeletedObject>;

  /**
   * Revokes a key: it lets nobody in any more.
   *
   * Source: POST /api_keys/{apiKeyID}/revoke.
   *
   * @param params Which one, and why.
   */
  revoke(params: RevokeAPIKeyParams): Promise<APIKey>;

  /**
   * Reads the secret of a key. Whoever holds it is the key's subject: never log it.
   *
   * Source: GET /api_keys/{apiKeyID}/secret.
   *
   * @param apiKeyId The key's id (`ak_…`).
   */
  getSecret(apiKeyId: string): Promise<{ secret: string }>;

  /**
   * Verifies an API key. One that is unknown, revoked or expired is an error answer.
   *
   * Source: POST /api_keys/verify.
   *
   * @param secret The key itself (`ak_…`). No error shows it.
   */
  verify(secret: string): Promise<APIKey>;
}

interface ApiKeyOperations extends Omit<ApiKeysApi, 'verify'> {
  verify(params: { readonly secret: string }): Promise<APIKey>;
}

/** The operations behind {@link ApiKeysApi}. */
export const apiKeyRoutes = routes<ApiKeyOperations>({ version: 'absent' })({
  list: 'GET /api_keys',
  create: 'POST /api_keys',
  get: 'GET /api_keys/{apiKeyId}',
  update: 'PATCH /api_keys/{apiKeyId}',
  delete: 'DELETE /api_keys/{apiKeyId}',
  revoke: 'POST /api_keys/{apiKeyId}/revoke',
  getSecret: 'GET /api_keys/{apiKeyId}/secret',
  verify: 'POST /api_keys/verify',
});

/** @param send What makes the calls. */
export function bindApiKeysApi(send: Send): ApiKeysApi {
  const { verify, revoke, ...operations } = bind(apiKeyRoutes, send);
  return {
    ...operations,
    each: (queryParams) => eachOf(operations.list, queryParams),
    revoke: async (params) => {
      const { revocationReason = null, ...key } = { ...params };
      return revoke({ ...key, revocationReason });
    },
    verify: async (secret) => verify({ secret }),
  };
}
