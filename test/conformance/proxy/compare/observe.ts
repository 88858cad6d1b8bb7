import type { BrowserRequest, UpstreamAnswer } from '../generate/proxy-scenario.js';
import type { RecordingUpstream, SeenRequest } from '../serve/recording-upstream.js';
import { type BrowserAnswer, readAnswer } from './read-answer.js';
import { sendRequest } from './send-request.js';

/** What one side made of an exchange; JSON. */
export interface ProxyObservation {
  /** What came to the Frontend API, without what is of the connection only. */
  readonly upstream: readonly SeenRequest[];
  /** Null where the request was no proxy's: what the application answers is not compared. */
  readonly answer: BrowserAnswer | null;
}

/** Asks one side. */
export async function observe(
  upstream: RecordingUpstream,
  port: number,
  { request, answer }: { request: BrowserRequest; answer: UpstreamAnswer },
): Promise<ProxyObservation> {
  const { result, seen } = await upstream.during(answer, () => sendRequest(port, request));
  const given = readAnswer(result);
  const isProxied = seen.length > 0 || given.body.startsWith('proxy_');
  return {
    upstream: seen.map(withoutConnection),
    answer: isProxied ? withoutFraming(given) : null,
  };
}

/** How nothing is framed says nothing. */
const NOTHING = /^0 bytes /;

function withoutConnection(seen: SeenRequest): SeenRequest {
  const { connection: _connection, ...headers } = seen.headers;
  if (!NOTHING.test(seen.body)) return { ...seen, headers };
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...rest } = headers;
  return { ...seen, headers: rest };
}

function withoutFraming(answer: BrowserAnswer): BrowserAnswer {
  const { 'content-length': length, ...headers } = answer.headers;
  // Texts for people differ.
  const isOwn = answer.body.startsWith('proxy_');
  return isOwn || length === '0' ? { ...answer, headers } : answer;
}
