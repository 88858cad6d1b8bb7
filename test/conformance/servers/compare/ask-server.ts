import { rawExchange } from '../../../nest/support/raw-exchange.js';
import type { ApiCall } from '../../compare/backend-api.js';
import type { Observation, Observed } from '../../compare/side.js';
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
  scenario: ServerScenario,
  refusals: readonly number[],
): Observed {
  const { status, headers } = answer;
  const isRefused = refusals.includes(status);
  const reason = reasonIn(headers);
  const state = isRefused ? null : { status, reason, headers, ...seenIn(answer) };
  return {
    observation: { state, calls: calls.map((call) => comparable(call, scenario)) },
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

/** A refresh sends the request's headers along: what counts is whether those are the ones sent. */
function comparable(call: ApiCall, { request }: ServerScenario): ApiCall {
  const { body } = call;
  if (typeof body !== 'object' || body === null || !('request_headers' in body)) return call;
  const { request_headers: headers, ...rest } = body;
  const sent = { ...request.headers, connection: 'close' };
  const expected = Object.entries(sent).map(([name, value]) => [name, [value]]);
  const isSame = sorted(Object.entries(Object(headers))) === sorted(expected);
  return { ...call, body: { ...rest, request_headers: isSame ? 'of the request' : headers } };
}

function sorted(entries: readonly unknown[]): string {
  return entries
    .map((entry) => JSON.stringify(entry))
    .toSorted()
    .join();
}
