import type { Send } from './api-call.js';
import { toApiRequest } from './api-request.js';
import { type Outcome, type Prepared, attemptOnce, unanswered } from './attempt.js';
import { credentialOf } from './caller.js';
import { concealing } from './conceal.js';
import type { Connection } from './connection.js';
import { EndedEarly } from './deadline.js';
import { extraHeaders } from './extra-headers.js';
import { type RequestEvent, tell } from './hooks.js';
import { retryAfterInMs } from './retry-after.js';
import { retryDelay } from './retry-delay.js';
import { keyForms, secretHeaders, secretParams } from './secrets-of.js';
import { shownUrl } from './shown-url.js';

/**
 * The transport: makes a call, as often as the rules for retries allow.
 *
 * @param connection Where to ask and how.
 */
export function createSend(connection: Connection): Send {
  return async (call) => {
    const credential = credentialOf(call.caller, connection);
    const secrets = [
      ...keyForms(credential),
      ...secretParams([call.params, call.query]),
      ...secretHeaders([...connection.headers, ...extraHeaders(call.headers)]),
    ];
    const request = toApiRequest(call, connection, credential);
    return sendPrepared({ call, request, secrets, conceal: concealing(secrets) }, connection);
  };
}

async function sendPrepared(prepared: Prepared, connection: Connection): Promise<unknown> {
  const { clock, retry, timeoutInMs } = connection;
  const started = clock.now();
  for (let attempt = 1; ; attempt += 1) {
    const begun = clock.now();
    const event = begin(prepared, connection, attempt);
    const left = retry ? retry.totalInMs - (begun - started) : timeoutInMs;
    const outcome = await attemptOnce(
      prepared,
      connection,
      Math.min(timeoutInMs, Math.max(1, left)),
    );
    const elapsedInMs = clock.now() - started;
    const retryInMs = delayAfter(outcome, { attempt, elapsedInMs }, connection);
    end(outcome, { ...event, durationInMs: clock.now() - begun, retryInMs }, connection);
    if (!('error' in outcome)) return outcome.value;
    if (retryInMs === undefined) throw outcome.error;
    await pause(retryInMs, prepared, connection);
  }
}

function begin(
  { call, request, conceal }: Prepared,
  { hooks }: Connection,
  attempt: number,
): RequestEvent {
  const url = shownUrl(request.url, conceal);
  const event = { method: call.method, template: call.template, url, attempt };
  tell(hooks.onRequest, { ...event }, hooks.onHookError);
  return event;
}

function end(
  outcome: Outcome,
  event: RequestEvent & { readonly durationInMs: number; readonly retryInMs: number | undefined },
  { hooks }: Connection,
): void {
  const { answer } = outcome;
  if (answer && answer.body.kind !== 'broken') {
    tell(hooks.onResponse, { ...event, status: answer.status }, hooks.onHookError);
  } else if ('error' in outcome && outcome.error.failure !== undefined) {
    tell(hooks.onFailure, { ...event, code: outcome.error.failure }, hooks.onHookError);
  }
}

function delayAfter(
  outcome: Outcome,
  so: { readonly attempt: number; readonly elapsedInMs: number },
  { retry, clock }: Connection,
): number | undefined {
  if (!('error' in outcome)) return undefined;
  const { answer, error } = outcome;
  const header = answer?.headers.get('retry-after') ?? null;
  const asked = retryAfterInMs(header, clock.today());
  return retryDelay({ ...so, error, retryAfterInMs: asked }, retry, clock.random());
}

async function pause(
  ms: number,
  prepared: Prepared,
  { clock, signals }: Connection,
): Promise<void> {
  try {
    await clock.wait(ms, signals);
  } catch (reason) {
    throw unanswered(prepared, new EndedEarly('aborted', reason));
  }
}
