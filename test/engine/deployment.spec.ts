import { describe, expect, test } from '@jest/globals';
import { ClerkConfigurationError } from '../../src/clerk-configuration-error.js';
import {
  assertDeployment,
  type Deployment,
  frontendApiOf,
  primarySignInUrl,
  satelliteProblem,
  signInProblem,
} from '../../src/engine/deployment.js';
import { createInstance, frontendApiUrl } from '../../src/engine/instance.js';
import { noKeys } from '../../src/engine/keys/no-key-source.js';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import { MachineApi } from './support/machines.js';

const DOMAIN = { domain: 'satellite.example' };
const SIGN_IN = { signInUrl: 'https://primary.example/sign-in' };

describe('a satellite', () => {
  const rows: [
    name: string,
    deployment: Deployment,
    isDevelopment: boolean,
    said: RegExp | null,
  ][] = [
    ['with a domain works in production', DOMAIN, false, null],
    ['with a proxy works in production', { proxyUrl: '/__clerk' }, false, null],
    ['without either is refused in production', {}, false, /CLERK_DOMAIN.*CLERK_PROXY_URL/],
    ['with empty ones is refused', { domain: '', proxyUrl: '' }, false, /CLERK_DOMAIN/],
    ['in development needs the sign-in URL too', DOMAIN, true, /CLERK_SIGN_IN_URL/],
    ['in development is told so first', {}, true, /CLERK_SIGN_IN_URL/],
    ['in development, of an empty URL too', { ...DOMAIN, signInUrl: '' }, true, /signInUrl/],
    ['in development still needs a domain', SIGN_IN, true, /CLERK_DOMAIN/],
    ['in development works with both', { ...DOMAIN, ...SIGN_IN }, true, null],
  ];

  test.each(rows)('%s', (_name, deployment, isDevelopment, said) => {
    const check = () => assertDeployment({ ...deployment, isSatellite: true }, isDevelopment);
    if (said) {
      expect(check).toThrow(ClerkConfigurationError);
      expect(check).toThrow(said);
      expect(satelliteProblem(deployment, isDevelopment)).toMatch(said);
    } else {
      expect(check).not.toThrow();
      expect(satelliteProblem(deployment, isDevelopment)).toBeUndefined();
    }
  });

  test('is what an application has to be to be refused', () => {
    expect(() => assertDeployment({}, true)).not.toThrow();
    expect(() => assertDeployment({ isSatellite: false }, false)).not.toThrow();
  });
});

describe('the sign-in page of a satellite', () => {
  test.each(['/sign-in', 'primary.example/sign-in', '//primary.example', 'https://'])(
    'is never its own, as %s would be',
    (signInUrl) => {
      const satellite = { isSatellite: true, signInUrl };
      expect(() => primarySignInUrl(satellite)).toThrow(ClerkConfigurationError);
      expect(signInProblem(satellite)).toMatch(/CLERK_SIGN_IN_URL.*absolute URL/);
      expect(signInProblem({ signInUrl })).toBeUndefined();
    },
  );

  test.each([SIGN_IN.signInUrl, '', undefined])('may be %s until it is needed', (signInUrl) => {
    const satellite = { isSatellite: true, signInUrl };
    expect(signInProblem(satellite)).toBeUndefined();
    if (signInUrl) expect(primarySignInUrl(satellite).href).toBe(signInUrl);
    else expect(() => primarySignInUrl(satellite)).toThrow(/CLERK_SIGN_IN_URL/);
  });
});

describe('the Frontend API', () => {
  test.each<[type: InstanceType, deployment: Deployment, host: string]>([
    ['production', {}, 'clerk.example.com'],
    ['production', DOMAIN, 'clerk.example.com'],
    ['production', { isSatellite: true }, 'clerk.example.com'],
    ['production', { isSatellite: true, domain: '' }, 'clerk.example.com'],
    ['production', { isSatellite: true, ...DOMAIN }, 'clerk.satellite.example'],
    ['development', { isSatellite: true, ...DOMAIN }, 'clerk.example.com'],
  ])('of a %s instance deployed as %j is %s', (instanceType, deployment, host) => {
    const key = { value: 'pk', instanceType, frontendApi: 'clerk.example.com' };
    expect(frontendApiOf(key, deployment)).toBe(host);
  });
});

describe('browsers reach the Frontend API', () => {
  const page = new URL('https://app.example:8443/a/b?c=d');
  const at = (proxyUrl?: string) =>
    frontendApiUrl({ frontendApi: 'clerk.example.com', deployment: { proxyUrl } }, page).href;

  test.each<[proxyUrl: string | undefined, url: string]>([
    [undefined, 'https://clerk.example.com/'],
    ['', 'https://clerk.example.com/'],
    ['/__clerk', 'https://app.example:8443/__clerk'],
    ['https://proxy.example/clerk', 'https://proxy.example/clerk'],
    ['http://localhost:4000', 'http://localhost:4000/'],
    ['http.example/clerk', 'https://http.example/clerk'],
    ['proxy.example/clerk', 'https://proxy.example/clerk'],
  ])('with the proxy %j at %s', (proxyUrl, url) => {
    expect(at(proxyUrl)).toBe(url);
  });

  test.each(['//evil.example/', '/\\evil.example', '/@evil.example', '/..//evil.example'])(
    'at the application’s own host, whatever the path %s looks like',
    (path) => {
      expect(new URL(at(path)).origin).toBe('https://app.example:8443');
    },
  );

  test.each(['http://', 'https:// x', 'http:', 'app example'])(
    'not through a proxy whose address %j is none, and are told so',
    (proxyUrl) => {
      expect(() => at(proxyUrl)).toThrow(ClerkConfigurationError);
      expect(() => at(proxyUrl)).toThrow(/CLERK_PROXY_URL/);
    },
  );
});

describe('an instance', () => {
  const parts = { keys: noKeys, backend: new MachineApi(), deployment: {} };

  test('without a publishable key is a production one, which nothing leads to', () => {
    const instance = createInstance({ ...parts, publishableKey: undefined });
    expect(instance).toMatchObject({
      publishableKey: '',
      instanceType: 'production',
      frontendApi: '',
      ...parts,
    });
  });

  test('has cookie names that end in eight characters of its key’s hash', () => {
    const value = 'pk_test_Y2xlcmsuZXhhbXBsZS5jb20k';
    const key = { value, instanceType: 'development', frontendApi: 'clerk.example.com' } as const;
    const instance = createInstance({ ...parts, publishableKey: key });
    expect(instance.cookieSuffix).toMatch(/^[\w-]{8}$/);
    expect(instance).toMatchObject({ publishableKey: value, instanceType: 'development' });
  });
});

test('without keys, JWTs are refused with a sentence that says which options bring them', () => {
  expect(noKeys.find('ins_1')).toEqual({
    found: false,
    failure: {
      reason: 'jwk-failed-to-resolve',
      message: expect.stringMatching(/CLERK_SECRET_KEY.*CLERK_JWT_KEY/),
    },
  });
});
