import { createClerkClient as createVendorClient } from '@clerk/backend';
import { createClerkClient } from 'clerk-nestjs';
import type { KeyTexts } from '../../compare/key-texts.js';
import type { ServerScenario, UrlOption } from '../generate/server-scenario.js';

process.env['CLERK_TELEMETRY_DISABLED'] = '1';

type Options = Readonly<Record<string, unknown>>;

/** What both applications are configured with, but for their keys. */
export function serverOptions(scenario: ServerScenario, keys: KeyTexts, apiUrl: string): Options {
  const { options, debug } = scenario;
  return present({
    ...options,
    ...Object.fromEntries(
      scenario.functions.map((name) => [name, optionAt.bind(undefined, scenario, name)]),
    ),
    ...keys,
    apiUrl,
    debug,
    clerkClient: clientOf(scenario, keys, apiUrl),
  });
}

/** What an option that is a function says of a URL: its value, but not on every host. */
export function optionAt({ options }: ServerScenario, name: UrlOption, url: URL): unknown {
  return url.hostname === 'app.example.com' ? undefined : options[name];
}

function clientOf(
  { clientMaker, options: { apiVersion } }: ServerScenario,
  keys: KeyTexts,
  apiUrl: string,
): unknown {
  const connection = present({ ...keys, apiUrl, apiVersion });
  switch (clientMaker) {
    case 'nobody':
      return undefined;
    case 'us':
      return createClerkClient(connection);
    case 'the vendor':
      return createVendorClient(connection);
    default:
      return clientMaker satisfies never;
  }
}

/** Without what is undefined: an option that is not given is not there. */
function present(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
