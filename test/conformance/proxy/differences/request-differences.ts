import type { ProxyScenario } from '../generate/proxy-scenario.js';
import { sentValues } from '../generate/proxy-scenario.js';
import { plannedDigest, type SeenRequest } from '../serve/recording-upstream.js';
import { withRequest, withRequestHeader } from './change.js';
import type { ProxyDifference } from './proxy-difference.js';

/** What `fetch` adds to a request, or puts in place of what the browser said. */
const OF_FETCH = [
  'accept',
  'accept-language',
  'cache-control',
  'pragma',
  'sec-fetch-mode',
  'user-agent',
] as const;

/** Differences in what comes to the Frontend API. */
export const REQUEST_DIFFERENCES: readonly ProxyDifference[] = [
  {
    name: 'a proxied request has the headers of the browser, and none of a client library',
    why: 'the vendor’s go out by fetch, which adds or changes Accept, Accept-Encoding, Accept-Language, Cache-Control, Pragma, Sec-Fetch-Mode and User-Agent',
    applies: () => true,
    change: (theirs, scenario) =>
      OF_FETCH.reduce(
        (observation, name) =>
          withRequestHeader(observation, name, sentValues(scenario, name).slice(0, 1)),
        withRequestHeader(theirs, 'accept-encoding', ['identity']),
      ),
  },
  {
    name: 'a header without a value is passed on',
    why: 'the vendor’s middleware drops it',
    applies: (scenario) =>
      scenario.oracle === '@clerk/express' &&
      scenario.request.headers.some(([, value]) => value === ''),
    asIf: (scenario) => ({ ...scenario, oracle: 'clerkFrontendApiProxy' }),
  },
  {
    name: 'a body is passed on, whatever the method',
    why: 'the vendor’s middleware passes on those of POST, PUT and PATCH, its function no body of GET and HEAD',
    applies: (scenario) => !passesBody(scenario),
    asIf: ({ request, ...scenario }) => ({ ...scenario, request: { ...request, body: undefined } }),
    change: (theirs, { request }) =>
      withRequest(theirs, (seen) => ({
        ...seen,
        body: plannedDigest(request.body),
        headers: { ...seen.headers, ...framing(request.body) },
      })),
  },
  {
    name: 'a request with Expect: 100-continue is passed on, without that',
    why: 'the vendor answers 502, as fetch knows no such header',
    applies: (scenario) => sentValues(scenario, 'expect').length > 0,
    asIf: ({ request, ...scenario }) => ({
      ...scenario,
      request: { ...request, headers: request.headers.filter(([name]) => name !== 'Expect') },
    }),
  },
  {
    name: 'Proxy-Connection is of one connection only, too',
    why: 'the vendor passes it on, both ways',
    applies: ({ request, answer }) =>
      [...request.headers, ...answer.headers].some(([name]) => name === 'Proxy-Connection'),
    change: (theirs) => {
      const { answer } = theirs;
      const { 'proxy-connection': _theirs, ...headers } = answer?.headers ?? {};
      return {
        ...withRequestHeader(theirs, 'proxy-connection', []),
        answer: answer && { ...answer, headers },
      };
    },
  },
];

function passesBody({ oracle, request: { method, body } }: ProxyScenario): boolean {
  if (!body || body.size === 0) return true;
  return oracle === '@clerk/express'
    ? ['POST', 'PUT', 'PATCH'].includes(method)
    : !['GET', 'HEAD'].includes(method);
}

function framing(body: ProxyScenario['request']['body']): SeenRequest['headers'] {
  return body?.framing === 'chunked'
    ? { 'transfer-encoding': ['chunked'] }
    : { 'content-length': [String(body?.size)] };
}
