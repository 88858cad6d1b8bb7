import type { Send } from '../api-call.js';
import { withWireMapping } from '../attribute-mapping.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { SamlConnection } from './saml-connection.js';
import type {
  CreateSamlConnectionParams,
  SamlConnectionListParams,
  UpdateSamlConnectionParams,
} from './saml-connection-params.js';

/**
 * Operations on SAML connections. Every method rejects with a `ClerkApiError` when its call fails.
 *
 * @deprecated Use `enterpriseConnections`, which has SAML connections, too.
 */
export interface SamlConnectionApi {
  /**
   * Lists SAML connections, newest first.
   *
   * Source: GET /saml_connections.
   *
   * @param params Which ones, and which page of them.
   */
  getSamlConnectionList(
    params?: SamlConnectionListParams,
  ): Promise<PaginatedResourceResponse<SamlConnection[]>>;

  /**
   * Lists SAML connections one after the other, page by page.
   *
   * Source: GET /saml_connections.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  each(params?: SamlConnectionListParams): AsyncIterableIterator<SamlConnection>;

  /**
   * Makes a SAML connection.
   *
   * Source: POST /saml_connections.
   *
   * @param params What to make it of.
   */
  createSamlConnection(params: CreateSamlConnectionParams): Promise<SamlConnection>;

  /**
   * Reads one SAML connection.
   *
   * Source: GET /saml_connections/{saml_connection_id}.
   *
   * @param samlConnectionId The connection's id (`samlc_…`).
   */
  getSamlConnection(samlConnectionId: string): Promise<SamlConnection>;

  /**
   * Changes a SAML connection.
   *
   * Source: PATCH /saml_connections/{saml_connection_id}.
   *
   * @param samlConnectionId The connection's id (`samlc_…`).
   * @param params What to change.
   */
  updateSamlConnection(
    samlConnectionId: string,
    params?: UpdateSamlConnectionParams,
  ): Promise<SamlConnection>;

  /**
   * Deletes a SAML connection. Of the connection the answer brings no more than its id.
   *
   * Source: DELETE /saml_connections/{saml_connection_id}.
   *
   * @param samlConnectionId The connection's id (`samlc_…`).
   */
  deleteSamlConnection(samlConnectionId: string): Promise<SamlConnection & DeletedObject>;
}

/** The operations of {@link SamlConnectionApi}. */
export const samlConnectionRoutes = routes<SamlConnectionApi>()(
  {
    getSamlConnectionList: 'GET /saml_connections',
    createSamlConnection: 'POST /saml_connections',
    getSamlConnection: 'GET /saml_connections/{samlConnectionId}',
    updateSamlConnection: 'PATCH /saml_connections/{samlConnectionId}',
    deleteSamlConnection: 'DELETE /saml_connections/{samlConnectionId}',
  },
  { createSamlConnection: { nested: 'renamed' }, updateSamlConnection: { nested: 'renamed' } },
);

/** @param send What makes the calls. */
export function bindSamlConnectionApi(send: Send): SamlConnectionApi {
  const operations = bind(samlConnectionRoutes, send);
  const { getSamlConnectionList, createSamlConnection, updateSamlConnection } = operations;
  return {
    ...operations,
    each: (params) => eachOf(getSamlConnectionList, params),
    createSamlConnection: async (params) => createSamlConnection(withWireMapping(params)),
    updateSamlConnection: async (samlConnectionId, params = {}) =>
      updateSamlConnection(samlConnectionId, withWireMapping(params)),
  };
}
