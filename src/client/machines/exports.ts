export type { MachineApi } from './machine-api.js';
export type {
  CreateMachineParams,
  GetMachineListParams,
  RotateMachineSecretKeyParams,
  UpdateMachineParams,
} from './machine-params.js';
export type { MachineScope } from './machine-scope.js';
export type { MachineSecretKey } from './machine-secret-key.js';
export type { Machine } from './machine.js';
