import { CLIENT_OPTIONS } from '../generate/effective-options.js';
import type { Scenario } from '../generate/scenario.js';
import type { KeyTexts } from './key-texts.js';

/** What a client is made with, and what its `authenticateRequest` is called with. */
export interface PlacedOptions {
  readonly client: Readonly<Record<string, unknown>>;
  readonly call: Readonly<Record<string, unknown>>;
}

/** The options and keys of a scenario, each at its place. */
export function placedOptions(scenario: Scenario, keys: KeyTexts, apiUrl: string): PlacedOptions {
  const { apiVersion, ...options } = present(scenario.options);
  const api = { apiUrl, apiVersion };
  const all = { ...options, ...present(keys) };
  switch (scenario.placement) {
    case 'function':
      return { client: { ...all, ...api }, call: { ...all, ...api } };
    case 'client': {
      const own = CLIENT_OPTIONS.map((name) => [name, scenario.options[name]]);
      const rest = Object.entries(options).filter(([name]) => !isClientOption(name));
      return {
        client: { ...present(Object.fromEntries(own)), ...present(keys), ...api },
        call: Object.fromEntries(rest),
      };
    }
    case 'call':
      return {
        client: { ...present(scenario.clientOptions), ...present(keys), ...api },
        // Where the Backend API is only the client says.
        call: { ...all, apiUrl: 'http://127.0.0.1:1', apiVersion: 'v9' },
      };
    default:
      return scenario.placement satisfies never;
  }
}

function isClientOption(name: string): boolean {
  return CLIENT_OPTIONS.some((option) => option === name);
}

/** Without what is undefined: an option that is not given is not there. */
function present(options: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
