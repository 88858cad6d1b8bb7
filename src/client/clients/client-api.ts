import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { Client } from './client.js';
import type { HandshakePayload } from './handshake-payload.js';

/** Which handshake to read. */
export interface GetHandshakePayloadParams {
  /** What came back from the handshake in the URL or in a cookie; good for one use. */
  readonly nonce: string;
}

/** Operations on clients: browsers and apps. Every method rejects with a `ClerkApiError` when its call fails. */
export interface ClientApi {
  /**
   * Lists clients, the newest first.
   *
   * Source: GET /clients.
   *
   * @deprecated The API will drop the list.
   * @param params Which page of them.
   */
  getClientList(params?: ClerkPaginationRequest): Promise<PaginatedResourceResponse<Client[]>>;

  /**
   * Goes through all clients, page by page, the newest first.
   *
   * Source: GET /clients.
   *
   * @deprecated The API will drop the list.
   * @param params `limit` is the size of a page.
   */
  each(params?: ClerkPaginationRequest): AsyncIterableIterator<Client>;

  /**
   * Reads one client.
   *
   * Source: GET /clients/{client_id}.
   *
   * @param clientId The client's id (`client_…`).
   */
  getClient(clientId: string): Promise<Client>;

  /**
   * Reads the client that a token belongs to.
   *
   * Source: POST /clients/verify.
   *
   * @param token The value of the `__client` cookie. No error shows it.
   */
  verifyClient(token: string): Promise<Client>;

  /**
   * Reads what a handshake decided. Authentication does this by itself; there is rarely a reason to.
   *
   * Source: GET /clients/handshake_payload.
   *
   * @param params Which handshake.
   */
  getHandshakePayload(params: GetHandshakePayloadParams): Promise<HandshakePayload>;
}

interface VerifyOperation {
  verify(params: { readonly token: string }): Promise<Client>;
}

/** The operations of {@link ClientApi} that only forward. */
export const clientRoutes = routes<ClientApi>()({
  getClientList: 'GET /clients?paginated=true',
  getClient: 'GET /clients/{clientId}',
  getHandshakePayload: 'GET /clients/handshake_payload',
});

/** The operation behind `clients.verifyClient`, whose argument goes into the body. */
export const verifyClientRoutes = routes<VerifyOperation>()({ verify: 'POST /clients/verify' });

/** @param send What makes the calls. */
export function bindClientApi(send: Send): ClientApi {
  const forwards = bind(clientRoutes, send);
  const { verify } = bind(verifyClientRoutes, send);
  return {
    ...forwards,
    each: (params) => eachOf(forwards.getClientList, params),
    verifyClient: async (token) => verify({ token }),
  };
}
