import type { Arena } from '../arena.js';
import type { RawAnswer } from '../../support/raw-exchange.js';
import type { Attempt } from '../attempt.js';
import { type Call, CallLog, SECRET } from '../call-log.js';
import { authorization, credentialsOf } from '../callers.js';
import { RawConnection } from '../raw-connection.js';
import { get, toBytes } from '../raw-request.js';
import { PLAIN } from '../shapes.js';

const USERS = 100;
const REQUESTS = 10_000;
const CONNECTIONS = 64;
/** So many requests are written at once on a connection, of different users. */
const PIPELINED = 4;
/** One request in so many is of somebody who must not get in. */
const INTRUDER_EVERY = 10;

/** One request of the crowd's, and who it is from; undefined for an intruder. */
interface Turn {
  readonly bytes: string;
  readonly userId: string | undefined;
}

/** Takes turns on one connection until there are none left, and says what was wrong. */
async function work(port: number, turns: Iterator<Turn>): Promise<string[]> {
  const connection = await RawConnection.open(port);
  const faults: string[] = [];
  try {
    for (let batch = takeBatch(turns); batch.length > 0; batch = takeBatch(turns)) {
      connection.write(batch.map(({ bytes }) => bytes).join(''));
      for (const turn of batch) faults.push(...faultsOf(turn, await connection.read()));
    }
  } finally {
    connection.close();
  }
  return faults;
}

function takeBatch(turns: Iterator<Turn>): Turn[] {
  const batch: Turn[] = [];
  while (batch.length < PIPELINED) {
    const turn = turns.next();
    if (turn.done === true) break;
    batch.push(turn.value);
  }
  return batch;
}

function faultsOf({ userId }: Turn, { status, text }: RawAnswer): string[] {
  const isRight =
    userId === undefined
      ? status >= 400 && !text.includes(SECRET)
      : status === 200 && text.endsWith(`"userId":"${userId}"}`);
  return isRight ? [] : [`${userId ?? 'an intruder'} was answered ${status}: ${text}`];
}

/** The requests of all users in turn, with intruders in between. */
function turnsOf({ clerk }: Arena): Turn[] {
  const request = get('/vault/identity');
  const users = Array.from({ length: USERS }, (_, index) => {
    const userId = `user_${String(index).padStart(27, 'c')}`;
    const token = clerk.mintSessionToken('ada', { sub: userId, sid: `sess_${index}` });
    return { userId, bytes: toBytes(request, [`X-Caller: ${userId}`, authorization(token)]) };
  });
  const intruders = (['nobody', 'grace', 'stranger'] as const).map((intruder) => ({
    userId: undefined,
    bytes: toBytes(request, credentialsOf(intruder, clerk)),
  }));
  const turns: Turn[] = [];
  for (let index = 0; index < REQUESTS; index += 1) {
    // Another stride in each round, so that the neighbours of a user change.
    const round = Math.floor(index / USERS);
    turns.push(...at(users, index * ((round % 7) * 2 + 1)));
    if (index % INTRUDER_EVERY === 0) turns.push(...at(intruders, index / INTRUDER_EVERY));
  }
  return turns;
}

function at<Item>(items: readonly Item[], index: number): Item[] {
  const position = index % items.length;
  return items.slice(position, position + 1);
}

function faultsOfCalls(calls: readonly Call[]): string[] {
  const wrong = calls.filter(({ userId, claimed }) => userId !== claimed);
  const faults = wrong.map(({ userId, claimed }) => `${claimed} was served as ${userId}`);
  if (calls.length === REQUESTS) return faults;
  return [...faults, `the handler ran ${calls.length} times`];
}

/** The identity of one call must never be seen in another. */
const CROWD: Attempt = {
  name: `${REQUESTS} concurrent requests of ${USERS} users`,
  async run(arena: Arena): Promise<string[]> {
    const { app, port } = await arena.start(PLAIN);
    const log = app.get(CallLog);
    log.take();
    const turns = turnsOf(arena).values();
    const workers = Array.from({ length: CONNECTIONS }, () => work(port, turns));
    const faults = (await Promise.all(workers)).flat();
    return [...faults, ...faultsOfCalls(log.take())];
  },
};

export const CROWD_ATTEMPTS: readonly Attempt[] = [CROWD];
