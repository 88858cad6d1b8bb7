import { fixedId } from './ids.js';
import type { LocalMachine } from './local-machine.js';

/** The machines every embedded instance starts with, by name. */
export interface SeededMachines {
  /** The application itself, whose secret key is the instance's `machineSecretKey`. */
  readonly api: LocalMachine;
  /** A service that may call `api`. */
  readonly worker: LocalMachine;
  /** A service that may not call `api`. */
  readonly outsider: LocalMachine;
}

const api: LocalMachine = { name: 'api', id: fixedId('mch', 'Api'), scopedMachines: [] };

/** The machines of a fresh instance: one that is called, one that may call it, one that may not. */
export const seededMachines: SeededMachines = {
  api,
  worker: { name: 'worker', id: fixedId('mch', 'Worker'), scopedMachines: [api.id] },
  outsider: { name: 'outsider', id: fixedId('mch', 'Outsider'), scopedMachines: [] },
};
