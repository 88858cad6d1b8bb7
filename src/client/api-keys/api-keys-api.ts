import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { APIKey } from './api-key.js';

/** Operations on API keys. Every method rejects with a `ClerkApiError` when its call fails. */
export interface ApiKeysApi {
  /**
   * Verifies an API key. One that is unknown, revoked or expired is an error answer.
   *
   * Source: POST /api_keys/verify, which has no API version in its path.
   *
   * @param secret The key itself (`ak_…`). No error shows it.
   */
  verify(secret: string): Promise<APIKey>;
}

interface ApiKeyOperations {
  verify(params: { readonly secret: string }): Promise<APIKey>;
}

/** The operations behind {@link ApiKeysApi}. */
export const apiKeyRoutes = routes<ApiKeyOperations>({ version: 'absent' })({
  verify: 'POST /api_keys/verify',
});

/** @param send What makes the calls. */
export function bindApiKeysApi(send: Send): ApiKeysApi {
  const { verify } = bind(apiKeyRoutes, send);
  return { verify: async (secret) => verify({ secret }) };
}
