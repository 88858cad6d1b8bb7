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
  { organizationSyncOptions: { organizationPatterns: ['/teams/:team'] } },
  { isSatellite: true, domain: 'satellite.example.net', signInUrl: '' },
  { signInUrl: 'x' },
  { signUpUrl: '//evil.example/sign-up' },
  { isSatellite: true, domain: 'satellite.example.net', signInUrl: '/sign-in' },
  { isSatellite: true, domain: 'satellite.example.net', signInUrl: '/sign-in' },
  { isSatellite: true, domain: 'satellite.example.net', signInUrl: '/sign-in' },
  { isSatellite: true, domain: 'satellite.example.net', signInUrl: '' },
  { proxyUrl: 'proxy.example' },
  { proxyUrl: '//proxy.example/x' },
  { domain: 'a b' },
  { domain: 'https://a.example' },
];

/** So many groups of so many have some. */
const [SOME, ALL] = [4, 7];

/** For some groups, each in its turn: drawn by chance, one of them would be missed now and then. */
export function oddOptions(seed: number, group: number): ScenarioOptions {
  const turn = seed + group;
  if (turn % ALL >= SOME) return {};
  return ODD[(Math.floor(turn / ALL) * SOME + (turn % ALL)) % ODD.length] ?? {};
}
