import type { Arguments } from '../calls/call-table.js';
import type { MethodName } from '../calls/vendor-client.js';
import { type Outcome, settled } from './outcome.js';
import type { RecordingApi } from './recording-api.js';
import { REPLIES } from './replies.js';

/** One call of a method, and how it is answered. */
export interface Exchange extends MethodName {
  /** Which arguments, for people. */
  readonly about: string;
  /** Whether one of its ids is none, or has to be encoded to be a segment of a path. */
  readonly ids: 'plain' | 'bad' | 'to be encoded';
  /** The arguments, made anew each time. */
  readonly arguments: () => Arguments;
  /** The name of the reply. */
  readonly reply: string;
}

/** Whether a client has a method. */
export function hasMethod(client: object, { api, method }: MethodName): boolean {
  return typeof methodIn(client, { api, method }) === 'function';
}

/** Makes a call with one client. */
export async function outcomeOf(
  recorder: RecordingApi,
  client: object,
  exchange: Exchange,
): Promise<Outcome> {
  const answering = REPLIES[exchange.reply];
  if (answering === undefined) throw new Error(`there is no reply ${exchange.reply}`);
  const { result, requests } = await recorder.listen(answering, () =>
    settled(() => invoke(client, exchange)),
  );
  return { requests: inOrder(requests), ...result };
}

function invoke(client: object, { api, method, arguments: args }: Exchange): unknown {
  const owner: unknown = Reflect.get(client, api);
  const invoked = methodIn(client, { api, method });
  if (typeof invoked !== 'function') throw new Error(`there is no ${api}.${method}`);
  const result: unknown = Reflect.apply(invoked, owner, [...args()]);
  return result;
}

function methodIn(client: object, { api, method }: MethodName): unknown {
  const owner: unknown = Reflect.get(client, api);
  if (typeof owner !== 'object' || owner === null) return undefined;
  const found: unknown = Reflect.get(owner, method);
  return found;
}

/** Reading requests may be made at the same time, and then arrive in any order. */
function inOrder(requests: Outcome['requests']): Outcome['requests'] {
  if (requests.some(({ method }) => method !== 'GET')) return requests;
  return requests.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
