import type { Scenario, ScenarioOptions } from './scenario.js';

/** The options that a client is made with; the others it only takes with a call. */
export const CLIENT_OPTIONS = [
  'publishableKey',
  'proxyUrl',
  'domain',
  'isSatellite',
  'audience',
] as const;

/** What counts: a call's options, and for what is empty among some of them the client's. */
export function effectiveOptions({ options, clientOptions }: Scenario): ScenarioOptions {
  const inherited = CLIENT_OPTIONS.filter((name) => !options[name]);
  return {
    ...options,
    ...Object.fromEntries(inherited.map((name) => [name, clientOptions[name]])),
  };
}
