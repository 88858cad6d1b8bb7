import type { Scenario } from '../../generate/scenario.js';
import type { ServerScenario } from '../generate/server-scenario.js';
import { isDecodable, isReadable } from '../generate/wire.js';
import type { ServerDifference } from './server-difference.js';

/** Stands for the host where nothing names one; `.invalid` never resolves (RFC 2606). */
const PLACEHOLDER = 'http://clerk-nestjs.invalid';

/** Differences of whole servers in what they make of requests. */
export const EDGE_DIFFERENCES: readonly ServerDifference[] = [
  {
    name: 'on Fastify a target that can’t be read is a bad request',
    why: 'its router refuses what it can’t decode before any middleware, and Express takes no URL for a path',
    applies: (scenario) =>
      scenario.platform === 'fastify' &&
      !(isReadable(scenario) && isDecodable(scenario.request.target)),
    asIf: (scenario) => ({ scenario, restore: () => ({ state: null, calls: [] }) }),
  },
  {
    name: 'a user in the target is no part of the address',
    why: 'the vendor takes no such request, as those of the Fetch API have none',
    applies: ({ wire }) => wire.origin?.text.includes('@') ?? false,
    asIf: (scenario) => {
      const { wire } = scenario;
      return { scenario: { ...scenario, wire: { ...wire, origin: undefined } } };
    },
  },
  {
    name: 'only headers and the connection say by which scheme a request was sent',
    why: 'the vendor takes it from a target that names one',
    applies: ({ request }) => !request.origin.startsWith('http:'),
    asIf: (scenario) => {
      const { request } = scenario;
      const origin = request.origin.replace(/^[a-z]+:/, 'http:');
      return { scenario: { ...scenario, request: { ...request, origin } } };
    },
  },
  {
    name: 'only headers say which host a request was sent to',
    why: 'the vendor takes it from the target where no header does, or from a host of its own',
    applies: (scenario) =>
      isReadable(scenario) && scenario.request.target !== '*' && originIn(scenario) === undefined,
    asIf: (scenario) => ({ scenario: sentTo(PLACEHOLDER, scenario) }),
  },
];

/** The origin that headers name, by our own reading. */
export function originIn({ request: { headers } }: Scenario): string | undefined {
  const firstOf = (name: string) => headers[name]?.split(',', 1)[0]?.trim() || undefined;
  const host = firstOf('x-forwarded-host') ?? headers['host'];
  const scheme = firstOf('x-forwarded-proto') ?? 'http';
  const text = `${scheme}://${host}`;
  return host && /^https?$/i.test(scheme) && URL.canParse(text) ? new URL(text).origin : undefined;
}

const NAMES: ReadonlySet<string> = new Set(['host', 'x-forwarded-host', 'x-forwarded-proto']);

/** Without anything else that names a host. */
function sentTo(origin: string, scenario: ServerScenario): ServerScenario {
  const { request } = scenario;
  const headers = Object.entries(request.headers).filter(([name]) => !NAMES.has(name));
  return { ...scenario, request: { ...request, origin, headers: Object.fromEntries(headers) } };
}
