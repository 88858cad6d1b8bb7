import type { Random } from '../../generate/random.js';
import type { ScenarioOptions } from '../../generate/scenario.js';

/** Options that somebody may well set, and that can't be meant. */
const ODD: readonly ScenarioOptions[] = [
  { audience: [] },
  { audience: ['', 'https://api.example'] },
  { authorizedParties: [] },
  { headerType: [] },
  { headerType: '' },
  { headerType: '' },
  { clockSkewInMs: NaN },
  { jwksCacheTtlInMs: -1 },
  { organizationSyncOptions: { organizationPatterns: ['/orgs/:name'] } },
  { signInUrl: 'x' },
  { signUpUrl: '//evil.example/sign-up' },
  { isSatellite: true, domain: 'satellite.example.net', signInUrl: '/sign-in' },
  { isSatellite: true, domain: 'satellite.example.net', signInUrl: '/sign-in' },
  { isSatellite: true, domain: 'satellite.example.net', signInUrl: '/sign-in' },
  { proxyUrl: 'proxy.example' },
  { proxyUrl: '//proxy.example/x' },
  { domain: 'a b' },
  { domain: 'https://a.example' },
];

/** For one in some groups of scenarios. */
export function oddOptions(random: Random): ScenarioOptions {
  return random.some(40, () => random.pick(ODD)) ?? {};
}
