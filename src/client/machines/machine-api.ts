import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { Machine } from './machine.js';
import type {
  CreateMachineParams,
  GetMachineListParams,
  RotateMachineSecretKeyParams,
  UpdateMachineParams,
} from './machine-params.js';
import type { MachineScope } from './machine-scope.js';
import type { MachineSecretKey } from './machine-secret-key.js';

/** Operations on machines. Every method rejects with a `ClerkApiError` when its call fails. */
export interface MachineApi {
  /**
   * Reads one machine.
   *
   * Source: GET /machines/{machine_id}.
   *
   * @param machineId The machine's id (`mch_…`).
   */
  get(machineId: string): Promise<Machine>;

  /**
   * Lists machines, newest first.
   *
   * Source: GET /machines.
   *
   * @param queryParams Which ones, and which page of them.
   */
  list(queryParams?: GetMachineListParams): Promise<PaginatedResourceResponse<Machine[]>>;

  /**
   * Lists machines one after the other, page by page.
   *
   * Source: GET /machines.
   *
   * @param queryParams Which ones; `limit` is the size of a page.
   */
  each(queryParams?: GetMachineListParams): AsyncIterableIterator<Machine>;

  /**
   * Makes a machine. The answer brings its secret key.
   *
   * Source: POST /machines.
   *
   * @param bodyParams What to make it of.
   */
  create(bodyParams: CreateMachineParams): Promise<Machine>;

  /**
   * Changes a machine.
   *
   * Source: PATCH /machines/{machine_id}.
   *
   * @param params Which one, and what to change.
   */
  update(params: UpdateMachineParams): Promise<Machine>;

  /**
   * Deletes a machine. Of the machine the answer brings no more than its id.
   *
   * Source: DELETE /machines/{machine_id}.
   *
   * @param machineId The machine's id (`mch_…`).
   */
  delete(machineId: string): Promise<Machine & DeletedObject>;

  /**
   * Reads a machine's secret key. Whoever holds it is that machine: never log it.
   *
   * Source: GET /machines/{machine_id}/secret_key.
   *
   * @param machineId The machine's id (`mch_…`).
   */
  getSecretKey(machineId: string): Promise<MachineSecretKey>;

  /**
   * Gives a machine a new secret key, and answers with it.
   *
   * Source: POST /machines/{machine_id}/secret_key/rotate.
   *
   * @param params Which machine, and how long the old key goes on.
   */
  rotateSecretKey(params: RotateMachineSecretKeyParams): Promise<MachineSecretKey>;

  /**
   * Lets a machine call another; it can have 150 of those.
   *
   * Source: POST /machines/{machine_id}/scopes.
   *
   * @param machineId The machine that calls (`mch_…`).
   * @param toMachineId The machine that is called (`mch_…`).
   */
  createScope(machineId: string, toMachineId: string): Promise<MachineScope>;

  /**
   * Lets a machine no longer call another. The answer brings no more than that it is gone.
   *
   * Source: DELETE /machines/{machine_id}/scopes/{other_machine_id}.
   *
   * @param machineId The machine that calls (`mch_…`).
   * @param otherMachineId The machine that is called (`mch_…`).
   */
  deleteScope(machineId: string, otherMachineId: string): Promise<MachineScope & DeletedObject>;
}

interface MachineOperations extends Omit<MachineApi, 'createScope'> {
  createScope(machineId: string, params: { readonly toMachineId: string }): Promise<MachineScope>;
}

/** The operations behind {@link MachineApi}. */
export const machineRoutes = routes<MachineOperations>()({
  get: 'GET /machines/{machineId}',
  list: 'GET /machines',
  create: 'POST /machines',
  update: 'PATCH /machines/{machineId}',
  delete: 'DELETE /machines/{machineId}',
  getSecretKey: 'GET /machines/{machineId}/secret_key',
  rotateSecretKey: 'POST /machines/{machineId}/secret_key/rotate',
  createScope: 'POST /machines/{machineId}/scopes',
  deleteScope: 'DELETE /machines/{machineId}/scopes/{otherMachineId}',
});

/** @param send What makes the calls. */
export function bindMachineApi(send: Send): MachineApi {
  const { createScope, ...operations } = bind(machineRoutes, send);
  return {
    ...operations,
    each: (queryParams) => eachOf(operations.list, queryParams),
    createScope: async (machineId, toMachineId) => createScope(machineId, { toMachineId }),
  };
}
