import { randomId } from '../../ids.js';
import { newMachineSecretKey } from '../../instance-keys.js';
import type { MachineRecord } from '../../records/machine-record.js';
import { machineJson } from '../../wire/machine-json.js';
import { notFound, quotaExceeded } from '../api-errors.js';
import { integer, required, texts, word } from '../field.js';
import { matching } from '../filters.js';
import { pageJson, withPage } from '../list-query.js';
import type { ListRules } from '../list-query.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';

const tokenTtl = integer(1, 315_360_000);
const DEFAULT_TTL_IN_SECONDS = 3_600;

const rules: ListRules<MachineRecord> = {
  columns: { created_at: ({ createdAt }) => createdAt, name: ({ name }) => name },
};

/** `GET /v1/machines` */
export function listMachines(call: Call): Reply {
  const asked = call.query.get('query') ?? '';
  const found = matching(call.instance.store.directory.machines.list(), [
    ({ id, name }) => id === asked || name.toLowerCase().includes(asked.toLowerCase()),
  ]);
  return withPage(call.query, found, rules, (page) =>
    pageJson(page, (machine) => shown(call, machine)),
  );
}

/** `POST /v1/machines`: the only answer about a machine that has its secret key. */
export function createMachine(call: Call): Reply {
  const fields = { name: required(word), scoped_machines: texts, default_token_ttl: tokenTtl };
  const { machines } = call.instance.store.directory;
  return withBody(call.body, fields, (given) => {
    const scopedMachines = [...new Set(given.scoped_machines ?? [])];
    const unknown = scopedMachines.find((id) => !machines.get(id));
    if (unknown !== undefined) return notFound('Machine', unknown);
    if (machines.isFull) return quotaExceeded('machine');
    const now = call.instance.now();
    const machine = machines.put({
      id: randomId('mch'),
      name: given.name,
      scopedMachines,
      secretKey: newMachineSecretKey(),
      previousKey: undefined,
      defaultTokenTtl: given.default_token_ttl ?? DEFAULT_TTL_IN_SECONDS,
      createdAt: now,
      updatedAt: now,
    });
    return json(200, { ...shown(call, machine), secret_key: machine.secretKey });
  });
}

/** `GET /v1/machines/{machine_id}` */
export const getMachine = withMachine((call, machine) => json(200, shown(call, machine)));

/** `PATCH /v1/machines/{machine_id}` */
export const updateMachine = withMachine((call, machine) =>
  withBody(call.body, { name: word, default_token_ttl: tokenTtl }, (given) => {
    const kept = call.instance.store.directory.machines.put({
      ...machine,
      name: given.name ?? machine.name,
      defaultTokenTtl: given.default_token_ttl ?? machine.defaultTokenTtl,
      updatedAt: call.instance.now(),
    });
    return json(200, shown(call, kept));
  }),
);

/** `DELETE /v1/machines/{machine_id}`: with its tokens, and out of the scopes of the others. */
export const deleteMachine = withMachine(({ instance }, { id }) => {
  const { directory, m2mTokens } = instance.store;
  directory.machines.delete(id);
  for (const other of directory.machines.list()) {
    const scopedMachines = other.scopedMachines.filter((scoped) => scoped !== id);
    directory.machines.put({ ...other, scopedMachines });
  }
  m2mTokens.deleteAllOf(id);
  return json(200, { object: 'machine', id, deleted: true });
});

/** Hands the machine of the path to an operation; 404 when there is none. */
export function withMachine<Slot extends string = never>(
  use: (call: Call<Slot | 'machine_id'>, machine: MachineRecord) => Reply,
): (call: Call<Slot | 'machine_id'>) => Reply {
  return (call) => {
    const { machine_id: id } = call.params;
    const machine = call.instance.store.directory.machines.get(id);
    return machine ? use(call, machine) : notFound('Machine', id);
  };
}

function shown({ instance }: Call, machine: MachineRecord): Record<string, unknown> {
  return machineJson(instance.store.directory, machine, instance.kid);
}
