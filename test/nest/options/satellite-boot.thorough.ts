import { describe, expect, it } from '@jest/globals';
import { instance, LIVE } from './multi-domain/live.js';
import { bootFailure, withApp } from './multi-domain/with-app.js';
import { withEnvironment } from './with-environment.js';

const { publishableKey, secretKey, jwtKey } = instance;
const DEVELOPMENT = { publishableKey, secretKey, jwtKey };
const domain = 'satellite.example';

const NO_ADDRESS =
  'A satellite needs domain (environment variable CLERK_DOMAIN) or proxyUrl (environment variable CLERK_PROXY_URL)';
const NO_SIGN_IN =
  'A satellite of a development instance needs signInUrl (environment variable CLERK_SIGN_IN_URL): the absolute URL';
const RELATIVE =
  'signInUrl (environment variable CLERK_SIGN_IN_URL) of a satellite must be the absolute URL of the sign-in page on the primary application';

describe('a satellite does not boot', () => {
  it.each<[string, object, string]>([
    ['without domain and proxyUrl', { ...LIVE, isSatellite: true }, NO_ADDRESS],
    [
      'with empty ones, which count as not set',
      { ...LIVE, isSatellite: true, domain: ' ', proxyUrl: '' },
      NO_ADDRESS,
    ],
    [
      'of a development instance without signInUrl',
      { ...DEVELOPMENT, isSatellite: true, domain },
      NO_SIGN_IN,
    ],
    [
      'of a development instance with a path for signInUrl',
      { ...DEVELOPMENT, isSatellite: true, domain, signInUrl: '/sign-in' },
      RELATIVE,
    ],
    [
      'with a path for signInUrl, which would be its own page',
      { ...LIVE, isSatellite: true, domain, signInUrl: '/sign-in' },
      RELATIVE,
    ],
    [
      'with isSatellite in words',
      { ...LIVE, isSatellite: 'true', domain },
      'isSatellite (environment variable CLERK_IS_SATELLITE) must be true or false, or a function',
    ],
    [
      'with satelliteAutoSync in words',
      { ...LIVE, isSatellite: true, domain, satelliteAutoSync: 'true' },
      'satelliteAutoSync must be true or false',
    ],
    [
      'with a function for satelliteAutoSync, which the vendor has none of',
      { ...LIVE, isSatellite: true, domain, satelliteAutoSync: () => true },
      'satelliteAutoSync must be true or false',
    ],
  ])('%s', async (_case, options, rule) => {
    expect(await bootFailure(options)).toContain(rule);
  });

  it.each(['yes', 'on', '-1', '1.5', 'true;'])('with CLERK_IS_SATELLITE=%s', async (text) => {
    const boot = () => bootFailure({ ...LIVE, domain });
    expect(await withEnvironment({ CLERK_IS_SATELLITE: text }, boot)).toContain(
      'isSatellite (environment variable CLERK_IS_SATELLITE) must be true or false',
    );
  });

  it('by what the environment alone says', async () => {
    const boot = () => bootFailure(DEVELOPMENT);
    const message = await withEnvironment({ CLERK_IS_SATELLITE: 'true' }, boot);
    expect(message).toContain(NO_SIGN_IN);
    const signInUrl = { CLERK_IS_SATELLITE: '1', CLERK_SIGN_IN_URL: '/sign-in' };
    expect(await withEnvironment({ ...signInUrl, CLERK_DOMAIN: domain }, boot)).toContain(RELATIVE);
  });
});

describe('a satellite boots', () => {
  it.each<[string, Record<string, string>]>([
    ['a domain', { CLERK_DOMAIN: domain }],
    ['a proxy', { CLERK_PROXY_URL: 'https://satellite.example/__clerk' }],
  ])('with %s and the rest out of the environment', async (_case, address) => {
    const variables = {
      ...address,
      CLERK_IS_SATELLITE: 'true',
      CLERK_SIGN_IN_URL: 'https://primary.example/sign-in',
    };
    await withEnvironment(variables, () => withApp('express', DEVELOPMENT, async () => {}));
  });

  it('with a domain that a function will say', async () => {
    const options = { ...LIVE, isSatellite: true, domain: (url: URL) => url.host };
    await withApp('express', options, async () => {});
  });
});
