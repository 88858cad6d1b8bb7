import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { HandshakePayload } from './handshake-payload.js';

/** Which handshake to read. */
export interface GetHandshakePayloadParams {
  /** What came back from the handshake in the URL or in a cookie; good for one use. */
  readonly nonce: string;
}

/** Operations on clients: browsers and apps. Every method rejects with a `ClerkApiError` when its call fails. */
export interface ClientApi {
  /**
   * Reads what a handshake decided. Authentication does this by itself; there is rarely a reason to.
   *
   * Source: GET /clients/handshake_payload.
   */
  getHandshakePayload(params: GetHandshakePayloadParams): Promise<HandshakePayload>;
}

/** The operations of {@link ClientApi}. */
export const clientRoutes = routes<ClientApi>()({
  getHandshakePayload: 'GET /clients/handshake_payload',
});

/** @param send What makes the calls. */
export function bindClientApi(send: Send): ClientApi {
  return bind(clientRoutes, send);
}
