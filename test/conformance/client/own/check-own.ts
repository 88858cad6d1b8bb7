import type { Arguments } from '../calls/call-table.js';
import { exchangesWithIds, ODD_ID, plainExchanges } from '../calls/exchanges-of.js';
import type { MethodName } from '../calls/vendor-client.js';
import { type Exchange, outcomeOf } from '../compare/exchange.js';
import type { Outcome } from '../compare/outcome.js';
import type { RecordingApi } from '../compare/recording-api.js';
import { ERROR_REPLIES } from '../compare/reply.js';
import type { RequestSeen } from '../compare/request-seen.js';
import type { Operation } from '../samples/data.js';
import { documented } from '../samples/operation-of.js';
import { namesInBody } from './sent-names.js';

/** What came of the calls of one method of ours. */
export interface OwnCheck {
  readonly name: MethodName;
  /** What is wrong with it, each in a sentence; nothing if it is as the document of the API says. */
  readonly complaints: readonly string[];
  readonly outcomes: readonly Outcome[];
}

/** Holds a method that the vendor lacks against the document of the API. */
export async function checkOwn(
  recorder: RecordingApi,
  ours: object,
  name: MethodName,
  calls: () => readonly Arguments[],
): Promise<OwnCheck> {
  const complaints: string[] = [];
  const outcomes: Outcome[] = [];
  const ask = async (exchange: Exchange): Promise<Outcome> => {
    const outcome = await outcomeOf(recorder, ours, exchange);
    outcomes.push(outcome);
    return outcome;
  };
  for (const exchange of plainExchanges(name, calls)) {
    const outcome = await ask(exchange);
    complaints.push(...plainComplaints(exchange, outcome));
    for (const other of exchangesWithIds(exchange, outcome)) {
      complaints.push(...idComplaints(other, await ask(other)));
    }
    for (const [reply, { status }] of Object.entries(ERROR_REPLIES)) {
      const { error } = await ask({ ...exchange, reply });
      if (error?.['status'] !== status) complaints.push(`${reply} is no error of status ${status}`);
    }
    for (const reply of ['required fields only', 'a page of the list', 'an empty list']) {
      const { error } = await ask({ ...exchange, reply });
      if (error) complaints.push(`stumbles over ${reply}: ${JSON.stringify(error)}`);
    }
  }
  return { name, complaints: [...new Set(complaints)], outcomes };
}

function plainComplaints(exchange: Exchange, { requests, error }: Outcome): string[] {
  if (error) return [`rejects: ${JSON.stringify(error)}`];
  if (requests.length === 0) return ['asks nothing'];
  const sent = JSON.stringify(
    requests.map(({ path, query, body }) => [decodeURIComponent(path), query, body]),
  );
  const lost = leavesOf(exchange.arguments()).filter((leaf) => !sent.includes(inJson(leaf)));
  return [
    ...lost.map((leaf) => `does not send ${String(leaf)} of ${exchange.about}`),
    ...requests.flatMap(requestComplaints),
  ];
}

function requestComplaints(request: RequestSeen): string[] {
  const operation = documented(request);
  if (!operation) return [`asks ${request.method} ${request.path}, which is not documented`];
  return unknownNames(request, operation).map((name) => `sends ${name}, which is not documented`);
}

function inJson(leaf: unknown): string {
  return JSON.stringify(leaf).replaceAll(/^"|"$/g, '');
}

/** What the arguments hold, but for files. */
function leavesOf(value: unknown): unknown[] {
  if (value instanceof Blob) return [];
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [value];
  return Object.values(value).flatMap(leavesOf);
}

function unknownNames({ query, body }: RequestSeen, operation: Operation): string[] {
  const inQuery = query.map(([name]) => name).filter((name) => !operation.query?.includes(name));
  return [...inQuery, ...namesInBody(body).filter((name) => !operation.body?.includes(name))];
}

function idComplaints({ ids, about }: Exchange, { requests, error }: Outcome): string[] {
  if (ids === 'bad') {
    const isRefused = error?.['code'] === 'invalid_id' && requests.length === 0;
    return isRefused ? [] : [`${about} is not refused`];
  }
  const isEncoded = requests.some(({ path }) => path.includes(encodeURIComponent(ODD_ID)));
  return isEncoded ? [] : [`${about} is not encoded`];
}
