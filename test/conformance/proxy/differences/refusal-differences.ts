import { BAD_HOSTS } from '../generate/proxy-requests.js';
import { type ProxyScenario, sentValues } from '../generate/proxy-scenario.js';
import { refusal } from './change.js';
import type { ProxyDifference } from './proxy-difference.js';

/** Differences in what comes to the Frontend API at all; the last that applies counts. */
export const REFUSAL_DIFFERENCES: readonly ProxyDifference[] = [
  {
    name: 'a proxied request whose Host header is no host is refused',
    why: 'the vendor takes what a URL parser finds in it, or answers without a code',
    applies: (scenario) => isForProxy(scenario) && BAD_HOSTS.includes(scenario.request.host),
    asIf: withPlainHost,
    change: () => refusal(400, 'proxy_request_failed'),
  },
  {
    name: 'an upgrade to another protocol is refused by the proxy',
    why: 'the vendor passes such a request on without the header',
    applies: (scenario) =>
      isForProxy(scenario) && sentValues(scenario, 'upgrade')[0] === 'websocket',
    change: () => refusal(501, 'proxy_upgrade_refused'),
  },
  {
    name: 'a target that leads elsewhere, to some reader or other, is refused by the proxy',
    why: 'the vendor passes it on as its URL parser reads it, or on to the application where that resolves dots',
    applies: ({ request }) => request.kind === 'escape',
    change: () => refusal(400, 'proxy_path_mismatch'),
  },
  {
    name: 'on Fastify, a path that can not be decoded is refused before the proxy sees it',
    why: 'its router answers 400 first',
    applies: ({ platform, request }) =>
      platform === 'fastify' && !isDecodable(request.target.split('?', 1)[0] ?? ''),
    change: () => ({ upstream: [], answer: null }),
  },
];

function isForProxy({ request }: ProxyScenario): boolean {
  return request.kind === 'usual';
}

/** The vendor's answer is replaced whole, so any will do. */
function withPlainHost({ request, ...scenario }: ProxyScenario): ProxyScenario {
  return { ...scenario, request: { ...request, host: 'localhost' } };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
