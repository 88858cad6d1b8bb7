import { isDeepStrictEqual } from 'node:util';
import { rawExchange } from '../../../nest/support/raw-exchange.js';
import type { ApiCall } from '../../compare/backend-api.js';
import { comparableCall, listed } from '../../compare/comparable-call.js';
import type { Observation, Observed } from '../../compare/observed.js';
import { requestLines } from '../generate/wire.js';
import type { ServerScenario } from '../generate/server-scenario.js';
import { type Answer, readAnswer } from './answer.js';

/** Sends a request to a server; the status and the reason, in a few words, along with the answer. */
export async function askServer(port: number, scenario: ServerScenario): Promise<Answer> {
  const { text } = await rawExchange(port, requestLines(scenario));
  return readAnswer(text);
}

/**
 * What is compared of an answer.
 *
 * @param refusals The statuses by which the server says that it could make nothing of the request.
 */
export function observed(
  answer: Answer,
  calls: readonly ApiCall[],
  { request }: ServerScenario,
  refusals: readonly number[],
): Observed {
  const { status, headers } = answer;
  const sent = listed(Object.entries({ ...request.headers, connection: 'close' }));
  // They are in the order in which they came over the wire, or in another.
  const isSent = (sentAlong: unknown) => isDeepStrictEqual(sentAlong, sent);
  const isRefused = refusals.includes(status);
  const reason = reasonIn(headers);
  const state = isRefused ? null : { status, reason, headers, ...seenIn(answer) };
  return {
    observation: { state, calls: calls.map((call) => comparableCall(call, isSent)) },
    verdict: `${status} ${reason}`.trim(),
  };
}

/** What an application makes of every request that does not even boot. */
export const NOT_BOOTED: Observed = {
  observation: { state: null, calls: [] } satisfies Observation,
  verdict: 'refuses to boot',
};

function seenIn({ status, body }: Answer): object {
  // There is none of a handler's, or none at all on HEAD.
  if (status !== 200 || body === '') return {};
  const seen: object = JSON.parse(body);
  return seen;
}

function reasonIn(headers: readonly string[]): string {
  const start = 'x-clerk-auth-reason: ';
  return headers.find((header) => header.startsWith(start))?.slice(start.length) ?? '';
}
