import type { Arena } from '../arena.js';
import { type Attempt, faultsOfEntry, faultsOfRefusal } from '../attempt.js';
import { type Call, CallLog } from '../call-log.js';
import { type Caller, credentialsOf } from '../callers.js';
import { RawConnection } from '../raw-connection.js';
import { get, toBytes } from '../raw-request.js';
import { PLAIN } from '../shapes.js';

/** Who asks on one connection, in this order: each after somebody with other rights. */
const ORDER: readonly Caller[] = [
  'nobody',
  'ada',
  'nobody',
  'grace',
  'ada',
  'stranger',
  'ada',
  'ada',
  'nobody',
];

const REQUEST = get('/vault/identity');

/** One request after the other: each waits for the answer to the one before. */
const KEEP_ALIVE: Attempt = {
  name: 'keep-alive: different users on one connection, one after the other',
  async run(arena: Arena): Promise<string[]> {
    const { app, port } = await arena.start(PLAIN);
    const log = app.get(CallLog);
    log.take();
    const connection = await RawConnection.open(port);
    const faults: string[] = [];
    try {
      for (const caller of ORDER) {
        connection.write(toBytes(REQUEST, credentialsOf(caller, arena.clerk)));
        const answer = await connection.read();
        faults.push(...faultsOf(arena, caller, { ...answer, calls: log.take() }));
      }
    } finally {
      connection.close();
    }
    return faults;
  },
};

/** All requests at once, before the first answer. */
const PIPELINED: Attempt = {
  name: 'pipelined requests of different users on one connection',
  async run(arena: Arena): Promise<string[]> {
    const { app, port } = await arena.start(PLAIN);
    const log = app.get(CallLog);
    log.take();
    const connection = await RawConnection.open(port);
    const requests = ORDER.map((one) => toBytes(REQUEST, credentialsOf(one, arena.clerk)));
    const answers = [];
    try {
      connection.write(requests.join(''));
      for (const caller of ORDER) answers.push({ caller, ...(await connection.read()) });
    } finally {
      connection.close();
    }
    const unclaimed = [...log.take()];
    return answers.flatMap(({ caller, ...answer }) =>
      faultsOf(arena, caller, { ...answer, calls: takeCallOf(caller, arena, unclaimed) }),
    );
  },
};

/** Takes the next call that says it is from a caller. */
function takeCallOf(caller: Caller, { clerk }: Arena, calls: Call[]): Call[] {
  const name = caller === 'ada' ? clerk.users.ada.id : caller;
  const index = calls.findIndex(({ claimed }) => claimed === name);
  return index < 0 ? [] : calls.splice(index, 1);
}

function faultsOf(
  { clerk }: Arena,
  caller: Caller,
  result: { status: number; text: string; calls: readonly Call[] },
): string[] {
  if (caller !== 'ada') return faultsOfRefusal(caller, result);
  const { id } = clerk.users.ada;
  const isAnswered = result.status === 200 && result.text.includes(id);
  const faults = faultsOfEntry(result, id);
  return isAnswered ? faults : [...faults, `ada was answered ${result.status}: ${result.text}`];
}

/** Several users on one connection. */
export const CONNECTION_ATTEMPTS: readonly Attempt[] = [KEEP_ALIVE, PIPELINED];
