import { newMachineSecretKey } from '../../instance-keys.js';
import type { MachineRecord } from '../../records/machine-record.js';
import { apiError, notFound } from '../api-errors.js';
import { integer, required, word } from '../field.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import { withBody } from '../with-body.js';
import { withMachine } from './machine-operations.js';

const MAX_SCOPES = 150;
const MAX_PREVIOUS_TTL_IN_SECONDS = 28_800;

/** `GET /v1/machines/{machine_id}/secret_key` */
export const getMachineSecretKey = withMachine((_, machine) => secretKeyOf(machine));

/** `POST /v1/machines/{machine_id}/secret_key/rotate` */
export const rotateMachineSecretKey = withMachine(({ instance, body }, machine) =>
  withBody(
    body,
    { previous_token_ttl: required(integer(0, MAX_PREVIOUS_TTL_IN_SECONDS)) },
    ({ previous_token_ttl: ttl }) => {
      const now = instance.now();
      const rotated = instance.store.directory.machines.put({
        ...machine,
        secretKey: newMachineSecretKey(),
        previousKey: { secretKey: machine.secretKey, until: now + ttl * 1000 },
        updatedAt: now,
      });
      return secretKeyOf(rotated);
    },
  ),
);

/** `POST /v1/machines/{machine_id}/scopes`: lets the machine call another. */
export const createMachineScope = withMachine(({ instance, body }, machine) =>
  withBody(body, { to_machine_id: required(word) }, ({ to_machine_id: to }) => {
    const { machines } = instance.store.directory;
    if (!machines.get(to)) return notFound('Machine', to);
    if (machine.scopedMachines.includes(to)) {
      return apiError(
        { status: 409, code: 'duplicate_record' },
        'Scope already exists',
        `The machine ${machine.id} may call ${to} already.`,
      );
    }
    if (machine.scopedMachines.length >= MAX_SCOPES) {
      return apiError({ status: 422, code: 'machine_scope_quota_exceeded' }, 'Too many scopes');
    }
    const now = instance.now();
    const scopedMachines = [...machine.scopedMachines, to];
    machines.put({ ...machine, scopedMachines, updatedAt: now });
    return json(200, { ...scopeJson(machine, to), created_at: now });
  }),
);

/** `DELETE /v1/machines/{machine_id}/scopes/{other_machine_id}` */
export const deleteMachineScope = withMachine<'other_machine_id'>(
  ({ instance, params }, machine) => {
    const { other_machine_id: to } = params;
    if (!machine.scopedMachines.includes(to)) return notFound('Machine scope', to);
    const scopedMachines = machine.scopedMachines.filter((id) => id !== to);
    instance.store.directory.machines.put({
      ...machine,
      scopedMachines,
      updatedAt: instance.now(),
    });
    return json(200, { ...scopeJson(machine, to), deleted: true });
  },
);

function secretKeyOf({ secretKey }: MachineRecord): Reply {
  return json(200, { object: 'machine_secret_key', secret: secretKey });
}

function scopeJson({ id }: MachineRecord, to: string): Record<string, unknown> {
  return { object: 'machine_scope', from_machine_id: id, to_machine_id: to };
}
