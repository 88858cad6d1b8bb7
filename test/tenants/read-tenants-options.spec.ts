import { describe, expect, it } from '@jest/globals';
import { ClerkConfigurationError, type TenantsOptions } from 'clerk-nestjs';
import { readTenantsOptions } from '../../src/tenants/read-tenants-options.js';

const resolve = () => 'acme';
const load = () => null;

/** What untyped code may give. */
const read = (given: unknown) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
  return readTenantsOptions(given as TenantsOptions);
};

describe('the option tenants', () => {
  it.each<[object]>([
    [{}],
    [{ unknown: undefined, idleTimeoutInMs: undefined, max: undefined }],
    [{ unknown: 400, idleTimeoutInMs: 0, max: 1 }],
    [{ unknown: 499, idleTimeoutInMs: 1.5, max: 100_000 }],
    [{ unknown: () => new Error('unknown') }],
  ])('takes resolve, load and %j', (members) => {
    const tenants = { resolve, load, ...members };
    expect(read(tenants)).toBe(tenants);
  });

  it.each<[unknown]>([[null], ['acme'], [resolve], [5]])('is no %p', (given) => {
    expect(() => read(given)).toThrow(ClerkConfigurationError);
    expect(() => read(given)).toThrow('tenants must be an object with resolve and load.');
  });

  it.each<[string, object, string]>([
    ['no resolve', { load }, 'tenants.resolve must be a function.'],
    ['no load', { resolve }, 'tenants.load must be a function.'],
    ['a table as load', { resolve, load: {} }, 'tenants.load must be a function.'],
    ['null as load', { resolve, load: null }, 'tenants.load must be a function.'],
    [
      'a status of success',
      { resolve, load, unknown: 200 },
      'tenants.unknown must be a status from 400 to 499, or a function that makes the exception.',
    ],
    ['a redirect', { resolve, load, unknown: 399 }, 'tenants.unknown must'],
    ['a server’s fault', { resolve, load, unknown: 500 }, 'tenants.unknown must'],
    ['a broken status', { resolve, load, unknown: 404.5 }, 'tenants.unknown must'],
    ['a status as text', { resolve, load, unknown: '404' }, 'tenants.unknown must'],
    ['no status', { resolve, load, unknown: null }, 'tenants.unknown must'],
    [
      'a time below nothing',
      { resolve, load, idleTimeoutInMs: -1 },
      'tenants.idleTimeoutInMs must be a number of milliseconds',
    ],
    [
      'an endless time',
      { resolve, load, idleTimeoutInMs: Infinity },
      'tenants.idleTimeoutInMs must',
    ],
    ['an age below nothing', { resolve, load, maxAgeInMs: -1 }, 'tenants.maxAgeInMs must'],
    ['room for nobody', { resolve, load, max: 0 }, 'tenants.max must be a whole number above 0.'],
    ['room for a half', { resolve, load, max: 1.5 }, 'tenants.max must'],
    ['room as text', { resolve, load, max: '10' }, 'tenants.max must'],
    [
      'a misspelt member',
      { resolve, load, unknwon: 404 },
      'tenants has no member unknwon; it takes resolve, load, unknown, ',
    ],
    [
      'a member that objects have',
      { resolve, load, constructor: 1 },
      'tenants has no member constructor;',
    ],
  ])('refuses %s', (_what, given, message) => {
    expect(() => read(given)).toThrow(ClerkConfigurationError);
    expect(() => read(given)).toThrow(message);
  });

  it('names everything that is wrong, a line each', () => {
    const text = 'tenants has no member of;';
    expect(() => read({ of: 1, max: 0 })).toThrow(text);
    const lines =
      /^tenants has no member of;.*\ntenants\.resolve .*\ntenants\.load .*\ntenants\.max .*$/;
    expect(() => read({ of: 1, max: 0 })).toThrow(lines);
  });
});
