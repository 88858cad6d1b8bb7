import type { ProxyObservation } from '../compare/observe.js';
import type { BrowserAnswer } from '../compare/read-answer.js';
import type { SeenRequest } from '../serve/recording-upstream.js';

type Headers = SeenRequest['headers'];

/** The same with other headers of what came to the Frontend API, and perhaps another target or body. */
export function withRequest(
  observation: ProxyObservation,
  change: (seen: SeenRequest) => SeenRequest,
): ProxyObservation {
  return { ...observation, upstream: observation.upstream.map(change) };
}

/** The same with one header of what came to the Frontend API; none where there are no values. */
export function withRequestHeader(
  observation: ProxyObservation,
  name: string,
  values: readonly string[],
): ProxyObservation {
  return withRequest(observation, (seen) => {
    const { [name]: _theirs, ...headers }: Headers = seen.headers;
    return { ...seen, headers: values.length > 0 ? { ...headers, [name]: values } : headers };
  });
}

/** The same with another answer, where one came from the Frontend API. */
export function withAnswer(
  observation: ProxyObservation,
  change: (answer: BrowserAnswer) => BrowserAnswer,
): ProxyObservation {
  const { answer, upstream } = observation;
  const isPassedOn = answer !== null && upstream.length > 0 && !answer.body.startsWith('proxy_');
  return isPassedOn ? { ...observation, answer: change(answer) } : observation;
}

/** What a browser gets that the proxy answers by itself. */
export function refusal(status: number, code: string): ProxyObservation {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return { upstream: [], answer: { status, headers, body: code } };
}
