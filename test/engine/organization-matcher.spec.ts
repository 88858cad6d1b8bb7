import { describe, expect, test } from '@jest/globals';
import { ClerkConfigurationError } from '../../src/clerk-configuration-error.js';
import {
  createOrganizationMatcher,
  noOrganizations,
  type OrganizationSyncOptions,
} from '../../src/engine/organization-matcher.js';

const OPTIONS: OrganizationSyncOptions = {
  organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)', '/by-id/:id', '/:id/both/:slug'],
  personalAccountPatterns: ['/me', '/me/(.*)', '/orgs/mine', '/orgs/none/here'],
};

function read(path: string, options = OPTIONS): string | undefined {
  const target = createOrganizationMatcher(options)(path);
  return target?.type === 'organization' ? `${target.by} ${target.value}` : target?.type;
}

describe('a path asks for', () => {
  test.each<[path: string, target: string | undefined]>([
    ['/orgs/acme', 'slug acme'],
    ['/orgs/acme/', 'slug acme'],
    ['/orgs/acme/settings', 'slug acme'],
    ['/orgs/acme/settings/deep', 'slug acme'],
    ['/ORGS/Acme', 'slug Acme'],
    ['/orgs/a%20b', 'slug a%20b'],
    ['/orgs/a%2Fb', 'slug a%2Fb'],
    ['/by-id/org_1', 'id org_1'],
    ['/org_1/both/acme', 'id org_1'],
    ['/me', 'personal-account'],
    ['/me/', 'personal-account'],
    ['/ME/settings', 'personal-account'],
    // Organizations win.
    ['/orgs/mine', 'slug mine'],
    ['/orgs/none/here', 'slug none'],
    ['/', undefined],
    ['/orgs', undefined],
    ['/orgs/', undefined],
    ['/orgs//x', undefined],
    ['/me2', undefined],
    ['/x/me', undefined],
    ['/x/orgs/acme', undefined],
    ['//orgs/acme', undefined],
  ])('%s: %s', (path, target) => {
    expect(read(path)).toBe(target);
  });
});

describe('an empty list of patterns', () => {
  test.each(['/', '/orgs/acme', '/me'])('matches nothing, %s included', (path) => {
    const empty = { organizationPatterns: [], personalAccountPatterns: [] };
    expect(read(path, empty)).toBeUndefined();
    expect(read(path, { ...empty, organizationPatterns: undefined })).toBeUndefined();
    expect(read(path, { ...OPTIONS, personalAccountPatterns: [] })).not.toBe('personal-account');
  });

  test('beside another leaves that one as it is', () => {
    expect(read('/me', { ...OPTIONS, organizationPatterns: [] })).toBe('personal-account');
    expect(read('/orgs/acme', { ...OPTIONS, personalAccountPatterns: undefined })).toBe(
      'slug acme',
    );
    expect(read('/me', { personalAccountPatterns: ['/me'] })).toBe('personal-account');
  });
});

describe('an organization pattern', () => {
  const both = (...organizationPatterns: string[]) => ({
    organizationPatterns,
    personalAccountPatterns: ['/(.*)'],
  });

  test.each(['/o/:slug+', '/o/:slug*', '/o/:id+'])(
    'with a repeated parameter (%s) names no organization, whatever list comes',
    (pattern) => {
      expect(read('/o/acme', both(pattern))).toBeUndefined();
      expect(read('/o/acme/evil', both(pattern))).toBeUndefined();
    },
  );

  test('whose repeated parameter is missing, or is another one, goes on as usual', () => {
    expect(read('/o', both('/o/:slug*'))).toBe('personal-account');
    expect(read('/o/a/b', both('/o/:slug/:rest*'))).toBe('slug a');
  });

  test('without :slug or :id names none, and the personal patterns are asked', () => {
    expect(read('/o/acme', both('/o/:name'))).toBe('personal-account');
    expect(read('/o/acme', { organizationPatterns: ['/o/:name'] })).toBeUndefined();
  });

  test('with an optional parameter names one where it is there', () => {
    expect(read('/o/acme', both('/o/:slug?'))).toBe('slug acme');
    expect(read('/o', both('/o/:slug?'))).toBe('personal-account');
    expect(read('/x/acme', both('/:id?/:slug'))).toBe('id x');
    expect(read('/acme', both('/:id(\\d+)?/:slug'))).toBe('slug acme');
  });

  test('with a parameter that came empty names none', () => {
    expect(read('/o/', both('/o/:id(.*)'))).toBe('personal-account');
    expect(read('/o/', both('/o/:slug(.*)'))).toBe('personal-account');
    expect(read('/o/acme', both('/o/:slug(.*)'))).toBe('slug acme');
  });

  test('with a name that every object has names no organization', () => {
    expect(read('/o/acme', { organizationPatterns: ['/o/:constructor'] })).toBeUndefined();
    expect(read('/o/__proto__', both('/o/:slug'))).toBe('slug __proto__');
  });
});

describe('a pattern that can’t be read', () => {
  test.each(['organizationPatterns', 'personalAccountPatterns'] as const)(
    'is refused in a sentence that names the option %s and the pattern',
    (option) => {
      const create = () => createOrganizationMatcher({ [option]: ['/fine', '/o/(('] });
      expect(create).toThrow(ClerkConfigurationError);
      expect(create).toThrow(`organizationSyncOptions.${option}`);
      expect(create).toThrow('["/fine","/o/(("]');
      expect(create).toThrow(expect.objectContaining({ cause: expect.anything() }));
    },
  );
});

test('without any patterns nothing is asked for', () => {
  expect(createOrganizationMatcher()).toBe(noOrganizations);
  expect(createOrganizationMatcher({})).toBe(noOrganizations);
  expect(noOrganizations('/orgs/acme')).toBeUndefined();
});
