import { type ProxyScenario, sentValues, setupOf } from '../generate/proxy-scenario.js';
import { withAnswer, withRequest } from './change.js';
import type { ProxyDifference } from './proxy-difference.js';

/** Differences in where the browser is taken to have asked. */
export const ORIGIN_DIFFERENCES: readonly ProxyDifference[] = [
  {
    name: 'forwarding headers that make no origin of the web are not believed by the proxy',
    why: 'the vendor builds Clerk-Proxy-Url and redirects on whatever they say',
    applies: (scenario) => forwarded(scenario) !== undefined && !isOrigin(forwarded(scenario)),
    change: (theirs, scenario) => {
      const { path } = setupOf(scenario);
      const own = `${new URL(`http://${scenario.request.host}`).origin}${path}`;
      const wrong = `${forwarded(scenario)}${path}`;
      const put = (text: unknown) => String(text).replace(wrong, () => own);
      return withAnswer(
        withRequest(theirs, (seen) => ({
          ...seen,
          headers: { ...seen.headers, 'clerk-proxy-url': [own] },
        })),
        (answer) =>
          'location' in answer.headers
            ? { ...answer, headers: { ...answer.headers, location: put(answer.headers.location) } }
            : answer,
      );
    },
  },
  {
    name: 'the function frontendApiProxy.enabled gets the URL that the browser asked for',
    why: 'the vendor’s gets one made of the Host header, which a proxy in front may have changed',
    applies: (scenario) => setupOf(scenario).onlyAt !== undefined,
    asIf: (scenario) => ({ ...scenario, setup: 0 }),
    change: (theirs, scenario) =>
      setupOf(scenario).onlyAt === publicHostname(scenario) ? theirs : NOT_OURS,
  },
];

const NOT_OURS = { upstream: [], answer: null } as const;

/** What scheme and host the forwarding headers say together, if both do. */
function forwarded(scenario: ProxyScenario): string | undefined {
  const [host, proto] = [first(scenario, 'x-forwarded-host'), first(scenario, 'x-forwarded-proto')];
  return host && proto ? `${proto}://${host}` : undefined;
}

function isOrigin(text: string | undefined): boolean {
  return /^https?:\/\/[a-z0-9.:-]+$/i.test(text ?? '');
}

/** As the middleware reads it for every option that is a function of the URL. */
function publicHostname(scenario: ProxyScenario): string {
  const scheme = first(scenario, 'x-forwarded-proto') || 'http';
  const host = first(scenario, 'x-forwarded-host') || scenario.request.host;
  const isWeb = /^https?$/i.test(scheme) && URL.canParse(`${scheme}://${host}`);
  return isWeb ? new URL(`${scheme}://${host}`).hostname : '';
}

/** The first value of all the lines of a header, as Node joins them. */
function first(scenario: ProxyScenario, name: string): string | undefined {
  return sentValues(scenario, name).join(', ').split(',', 1)[0]?.trim();
}
