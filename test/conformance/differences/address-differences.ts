import type { Scenario } from '../generate/scenario.js';
import { publicOrigin } from './public-origin.js';
import type { Difference } from './difference.js';

const HOST = 'x-forwarded-host';
const SCHEME = 'x-forwarded-proto';

/** Differences in the address under which a request counts as sent. */
export const ADDRESS_DIFFERENCES: readonly Difference[] = [
  {
    name: 'spaces around forwarded values don’t count, and an empty first value says nothing',
    why: 'a list may have spaces after its commas; the vendor then ignores both headers',
    applies: (scenario) =>
      [HOST, SCHEME].some((name) => firstOf(scenario, name) !== plainFirstOf(scenario, name)),
    asIf: (scenario) => ({
      scenario: [HOST, SCHEME].reduce(
        (changed, name) => withHeader(changed, name, plainFirstOf(changed, name)),
        scenario,
      ),
    }),
  },
  {
    name: 'a forwarded scheme other than http and https makes no address',
    why: 'nothing comes back to such an address, and a scheme with more in it would choose the host',
    applies: (scenario) => !/^(https?)?$/i.test(plainFirstOf(scenario, SCHEME) ?? ''),
    asIf: (scenario) => ({ scenario: withoutAddress(scenario) }),
  },
  {
    name: 'a user in a forwarded host is no part of the address',
    why: 'addresses that people are sent back to hold no user name',
    applies: (scenario) => (plainFirstOf(scenario, HOST) ?? '').includes('@'),
    asIf: (scenario) => {
      const host = plainFirstOf(scenario, HOST)?.replace(/^.*@/, '');
      return { scenario: withHeader(scenario, HOST, host) };
    },
  },
  {
    name: 'a question mark without a query is no part of the address',
    why: 'the vendor keeps it where no header gives another origin, and drops it elsewhere',
    applies: ({ request: { target } }) => target.endsWith('?'),
    asIf: (scenario) => {
      const { request } = scenario;
      return {
        scenario: { ...scenario, request: { ...request, target: request.target.slice(0, -1) } },
      };
    },
  },
  {
    name: 'the path never chooses the host',
    why: 'with two slashes at its start it would lead those who are sent back to anybody',
    applies: ({ request: { origin, target } }) =>
      new URL(`${origin}${target}`).pathname.startsWith('//'),
    // To the vendor, too, a URL is what it is where no header says otherwise.
    asIf: (scenario) => {
      const origin = publicOrigin(scenario);
      const { request } = withoutAddress(scenario);
      return { scenario: { ...scenario, request: { ...request, origin } } };
    },
  },
];

function firstOf({ request }: Scenario, name: string): string | undefined {
  return request.headers[name]?.split(',', 1)[0];
}

function plainFirstOf(scenario: Scenario, name: string): string | undefined {
  return firstOf(scenario, name)?.trim() || undefined;
}

function withoutAddress(scenario: Scenario): Scenario {
  return [HOST, SCHEME, 'host'].reduce(
    (changed, name) => withHeader(changed, name, undefined),
    scenario,
  );
}

function withHeader(scenario: Scenario, name: string, value: string | undefined): Scenario {
  const { [name]: _, ...rest } = scenario.request.headers;
  const headers = value === undefined ? rest : { ...rest, [name]: value };
  return { ...scenario, request: { ...scenario.request, headers } };
}
