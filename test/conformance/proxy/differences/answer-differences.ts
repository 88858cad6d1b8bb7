import type { ProxyScenario } from '../generate/proxy-scenario.js';
import { digestOf, encodedBody } from '../serve/recording-upstream.js';
import { withAnswer } from './change.js';
import type { ProxyDifference } from './proxy-difference.js';

/** Differences in what the browser gets of an answer. */
export const ANSWER_DIFFERENCES: readonly ProxyDifference[] = [
  {
    name: 'a proxied answer keeps its Content-Length',
    why: 'the vendor’s is sent in chunks, and the browser can not tell how much there is to come',
    applies: ({ answer }) => answer.body.framing === 'length' && encodedBody(answer).length > 0,
    change: (theirs, scenario) =>
      withAnswer(theirs, (answer) => ({
        ...answer,
        headers: {
          ...answer.headers,
          'content-length': String(encodedBody(scenario.answer).length),
        },
      })),
  },
  {
    name: 'a proxied answer that is encoded is passed on as it is, with its Content-Encoding',
    why: 'the vendor decodes it, and takes the header off also where it could not',
    applies: ({ answer }) => answer.encoding !== 'none',
    change: (theirs, scenario) =>
      withAnswer(theirs, (answer) => ({
        ...answer,
        headers: { ...answer.headers, 'content-encoding': scenario.answer.encoding },
        body: isRead(scenario) ? digestOf(encodedBody(scenario.answer)) : answer.body,
      })),
  },
  {
    name: 'a proxied answer that breaks off never looks whole',
    why: 'the vendor’s does where the Frontend API says that it will close the connection',
    applies: ({ answer }) => answer.kind === 'half',
    change: (theirs) => withAnswer(theirs, (answer) => ({ ...answer, body: 'broken off' })),
  },
  {
    name: 'every cookie of a proxied answer reaches the browser',
    why: 'the vendor’s middleware passes on the last one only; its function passes on all',
    applies: (scenario) => scenario.oracle === '@clerk/express' && cookiesOf(scenario).length > 1,
    change: (theirs, scenario) =>
      withAnswer(theirs, (answer) =>
        'set-cookie' in answer.headers
          ? { ...answer, headers: { ...answer.headers, 'set-cookie': cookiesOf(scenario) } }
          : answer,
      ),
  },
  {
    name: 'a relative redirect is relative to what was asked',
    why: 'the vendor reads it as relative to the root',
    applies: (scenario) => /^(?:[a-z]+\?|[?#.])/.test(locationOf(scenario)),
    change: (theirs, scenario) =>
      withAnswer(theirs, (answer) => {
        const root = new URL(locationOf(scenario), 'http://host/');
        const asked = new URL(theirs.upstream[0]?.target ?? '', 'http://host');
        const right = new URL(locationOf(scenario), asked);
        const proxyUrl = String(answer.headers['location']).slice(0, -pathOf(root).length);
        const location = proxyUrl + pathOf(right);
        return { ...answer, headers: { ...answer.headers, location } };
      }),
  },
];

/** Whether there is a whole body that a browser gets. */
function isRead({ request, answer }: ProxyScenario): boolean {
  return (
    request.method !== 'HEAD' && ![204, 304].includes(answer.status) && answer.kind === 'whole'
  );
}

function cookiesOf({ answer }: ProxyScenario): string[] {
  return answer.headers.filter(([name]) => name === 'Set-Cookie').map(([, value]) => value);
}

function locationOf({ answer }: ProxyScenario): string {
  return answer.headers.find(([name]) => name === 'Location')?.[1] ?? '';
}

function pathOf({ pathname, search, hash }: URL): string {
  return pathname + search + hash;
}
