import type { Directory } from '../directory.js';
import type { MachineRecord } from '../records/machine-record.js';

/**
 * A machine as the Backend API sends it. Source: `Machine` in the Backend API's OpenAPI document.
 *
 * @param instanceId `ins_…`
 */
export function machineJson(
  directory: Directory,
  machine: MachineRecord,
  instanceId: string,
): Record<string, unknown> {
  const scoped = machine.scopedMachines.map((id) => directory.machines.get(id));
  return {
    ...withoutScopes(machine, instanceId),
    scoped_machines: scoped
      .filter((other) => other !== undefined)
      .map((other) => withoutScopes(other, instanceId)),
  };
}

function withoutScopes(machine: MachineRecord, instanceId: string): Record<string, unknown> {
  return {
    object: 'machine',
    id: machine.id,
    name: machine.name,
    instance_id: instanceId,
    default_token_ttl: machine.defaultTokenTtl,
    created_at: machine.createdAt,
    updated_at: machine.updatedAt,
  };
}
