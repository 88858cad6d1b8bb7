import type { Send } from '../api-call.js';
import { withWireMapping } from '../attribute-mapping.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { EnterpriseConnection } from './enterprise-connection.js';
import type {
  CreateEnterpriseConnectionParams,
  EnterpriseConnectionListParams,
  EnterpriseConnectionTestRunListParams,
  UpdateEnterpriseConnectionParams,
} from './enterprise-connection-params.js';
import { readEnterpriseConnectionTestRun } from './enterprise-connection-test-run.js';
import type {
  EnterpriseConnectionTestRun,
  EnterpriseConnectionTestRunStart,
} from './enterprise-connection-test-run.js';

/** Operations on enterprise connections. Every method rejects with a `ClerkApiError` when its call fails. */
export interface EnterpriseConnectionApi {
  /**
   * Makes an enterprise connection.
   *
   * Source: POST /enterprise_connections.
   *
   * @param params What to make it of.
   */
  createEnterpriseConnection(
    params: CreateEnterpriseConnectionParams,
  ): Promise<EnterpriseConnection>;

  /**
   * Changes an enterprise connection. Activating one may delete verified domains of organizations
   * that are the connection's, too.
   *
   * Source: PATCH /enterprise_connections/{enterprise_connection_id}.
   *
   * @param enterpriseConnectionId The connection's id (`entconn_…`).
   * @param params What to change.
   */
  updateEnterpriseConnection(
    enterpriseConnectionId: string,
    params: UpdateEnterpriseConnectionParams,
  ): Promise<EnterpriseConnection>;

  /**
   * Lists enterprise connections, newest first.
   *
   * Source: GET /enterprise_connections.
   *
   * @param params Which ones, and which page of them.
   */
  getEnterpriseConnectionList(
    params?: EnterpriseConnectionListParams,
  ): Promise<PaginatedResourceResponse<EnterpriseConnection[]>>;

  /**
   * Lists enterprise connections one after the other, page by page.
   *
   * Source: GET /enterprise_connections.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  each(params?: EnterpriseConnectionListParams): AsyncIterableIterator<EnterpriseConnection>;

  /**
   * Reads one enterprise connection.
   *
   * Source: GET /enterprise_connections/{enterprise_connection_id}.
   *
   * @param enterpriseConnectionId The connection's id (`entconn_…`).
   */
  getEnterpriseConnection(enterpriseConnectionId: string): Promise<EnterpriseConnection>;

  /**
   * Deletes an enterprise connection. Of the connection the answer brings no more than its id.
   *
   * Source: DELETE /enterprise_connections/{enterprise_connection_id}.
   *
   * @param enterpriseConnectionId The connection's id (`entconn_…`).
   */
  deleteEnterpriseConnection(
    enterpriseConnectionId: string,
  ): Promise<EnterpriseConnection & DeletedObject>;

  /**
   * Lists the tries of an enterprise connection.
   *
   * Source: GET /enterprise_connections/{enterprise_connection_id}/test_runs.
   *
   * @param enterpriseConnectionId The connection's id (`entconn_…`).
   * @param params Which ones, and which page of them.
   */
  getEnterpriseConnectionTestRunList(
    enterpriseConnectionId: string,
    params?: EnterpriseConnectionTestRunListParams,
  ): Promise<PaginatedResourceResponse<EnterpriseConnectionTestRun[]>>;

  /**
   * Lists the tries of an enterprise connection one after the other, page by page.
   *
   * Source: GET /enterprise_connections/{enterprise_connection_id}/test_runs.
   *
   * @param enterpriseConnectionId The connection's id (`entconn_…`).
   * @param params Which ones; `limit` is the size of a page.
   */
  eachTestRun(
    enterpriseConnectionId: string,
    params?: EnterpriseConnectionTestRunListParams,
  ): AsyncIterableIterator<EnterpriseConnectionTestRun>;

  /**
   * Begins a try of an enterprise connection, active or not.
   *
   * Source: POST /enterprise_connections/{enterprise_connection_id}/test_runs.
   *
   * @param enterpriseConnectionId The connection's id (`entconn_…`).
   */
  createEnterpriseConnectionTestRun(
    enterpriseConnectionId: string,
  ): Promise<EnterpriseConnectionTestRunStart>;
}

/** The operations of {@link EnterpriseConnectionApi}. */
export const enterpriseConnectionRoutes = routes<EnterpriseConnectionApi>()(
  {
    createEnterpriseConnection: 'POST /enterprise_connections',
    updateEnterpriseConnection: 'PATCH /enterprise_connections/{enterpriseConnectionId}',
    getEnterpriseConnectionList: 'GET /enterprise_connections',
    getEnterpriseConnection: 'GET /enterprise_connections/{enterpriseConnectionId}',
    deleteEnterpriseConnection: 'DELETE /enterprise_connections/{enterpriseConnectionId}',
    getEnterpriseConnectionTestRunList:
      'GET /enterprise_connections/{enterpriseConnectionId}/test_runs',
    createEnterpriseConnectionTestRun:
      'POST /enterprise_connections/{enterpriseConnectionId}/test_runs',
  },
  {
    createEnterpriseConnection: { nested: 'renamed' },
    updateEnterpriseConnection: { nested: 'renamed' },
    getEnterpriseConnectionTestRunList: { read: readEnterpriseConnectionTestRun },
  },
);

/** @param send What makes the calls. */
export function bindEnterpriseConnectionApi(send: Send): EnterpriseConnectionApi {
  const operations = bind(enterpriseConnectionRoutes, send);
  const { createEnterpriseConnection, updateEnterpriseConnection } = operations;
  return {
    ...operations,
    each: (params) => eachOf(operations.getEnterpriseConnectionList, params),
    eachTestRun: (enterpriseConnectionId, params) =>
      eachOf(
        (page) => operations.getEnterpriseConnectionTestRunList(enterpriseConnectionId, page),
        params,
      ),
    createEnterpriseConnection: async (params) =>
      createEnterpriseConnection(withWireSaml({ ...params })),
    updateEnterpriseConnection: async (enterpriseConnectionId, params) =>
      updateEnterpriseConnection(enterpriseConnectionId, withWireSaml({ ...params })),
  };
}

function withWireSaml<Params extends Pick<UpdateEnterpriseConnectionParams, 'saml'>>(
  params: Params,
): Params {
  return params.saml ? { ...params, saml: withWireMapping(params.saml) } : params;
}
