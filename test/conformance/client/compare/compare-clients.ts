import { isDeepStrictEqual } from 'node:util';
import type { ClientDifference } from '../differences/client-difference.js';
import { type Exchange, outcomeOf } from './exchange.js';
import type { Outcome } from './outcome.js';
import type { RecordingApi } from './recording-api.js';

/** Both clients, and the API that they ask. */
export interface Clients {
  readonly recorder: RecordingApi;
  readonly theirs: object;
  readonly ours: object;
}

/** What came of one exchange. */
export interface ClientComparison {
  readonly exchange: Exchange;
  readonly theirs: Outcome;
  readonly ours: Outcome;
  /** What ours had to be. */
  readonly expected: Outcome;
  /** The names of the differences that had a part in that. */
  readonly applied: readonly string[];
  readonly isExpected: boolean;
}

/** Makes a call with both clients, and compares ours with what it has to be. */
export async function compareClients(
  clients: Clients,
  exchange: Exchange,
  differences: readonly ClientDifference[],
): Promise<ClientComparison> {
  const theirs = await outcomeOf(clients.recorder, clients.theirs, exchange);
  const ours = await outcomeOf(clients.recorder, clients.ours, exchange);
  let state: State = { exchange, outcome: theirs, applied: [] };
  for (const difference of differences) state = await changedBy(clients, difference, state);
  const { outcome: expected, applied } = state;
  const isExpected = isDeepStrictEqual(ours, expected);
  return { exchange, theirs, ours, expected, applied, isExpected };
}

/** What ours has to do, as far as some differences have been looked at. */
interface State {
  /** What the vendor's client is asked, so that it does that. */
  readonly exchange: Exchange;
  readonly outcome: Outcome;
  readonly applied: readonly string[];
}

async function changedBy(
  { recorder, theirs }: Clients,
  { name, applies, asIf, expected }: ClientDifference,
  before: State,
): Promise<State> {
  if (!applies(before.exchange, before.outcome)) return before;
  const exchange = asIf?.(before.exchange, before.outcome) ?? before.exchange;
  const asked = asIf ? await outcomeOf(recorder, theirs, exchange) : before.outcome;
  const outcome = expected?.(asked, exchange) ?? asked;
  if (isDeepStrictEqual(outcome, before.outcome)) return before;
  return { exchange, outcome, applied: [...before.applied, name] };
}
