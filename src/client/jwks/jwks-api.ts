import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { JwksJSON } from './jwks.js';

/** Operations on the instance's keys. Every method rejects with a `ClerkApiError` when its call fails. */
export interface JwksApi {
  /**
   * Reads the public keys that tokens are verified with. Authentication does this by itself, and
   * keeps them; there is rarely a reason to.
   *
   * Source: GET /jwks.
   */
  getJwks(): Promise<JwksJSON>;
}

/** The operations of {@link JwksApi}. */
export const jwksRoutes = routes<JwksApi>()({ getJwks: 'GET /jwks' });

/** @param send What makes the calls. */
export function bindJwksApi(send: Send): JwksApi {
  return bind(jwksRoutes, send);
}
