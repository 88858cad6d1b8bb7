import { match, type MatchFunction } from 'path-to-regexp';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';

/** Which URLs belong to an organization or to a person, by patterns of their paths. */
export interface OrganizationSyncOptions {
  /**
   * Paths that belong to an organization, with a parameter `:slug` or `:id`, for example
   * `['/orgs/:slug', '/orgs/:slug/(.*)']`. They win over `personalAccountPatterns`.
   */
  organizationPatterns?: string[];
  /** Paths that belong to the user without any organization, for example `['/me', '/me/(.*)']`. */
  personalAccountPatterns?: string[];
}

/** What a URL asks to be active. */
export type OrganizationTarget =
  | { readonly type: 'organization'; readonly by: 'id' | 'slug'; readonly value: string }
  | { readonly type: 'personal-account' };

/** Says what a path asks to be active, if anything. */
export type OrganizationMatcher = (path: string) => OrganizationTarget | undefined;

/** For applications that name no patterns. */
export const noOrganizations: OrganizationMatcher = () => undefined;

type Parameters = Partial<Record<string, string | string[]>>;

/**
 * Compiles the patterns, in the syntax of `path-to-regexp` 6.3: case-insensitive, a slash at the
 * end is optional, parameters stay percent-encoded.
 *
 * @throws ClerkConfigurationError that names the option and the pattern that can't be read.
 */
export function createOrganizationMatcher({
  organizationPatterns,
  personalAccountPatterns,
}: OrganizationSyncOptions = {}): OrganizationMatcher {
  if (!organizationPatterns && !personalAccountPatterns) return noOrganizations;
  const organization = compile('organizationPatterns', organizationPatterns);
  const personal = compile('personalAccountPatterns', personalAccountPatterns);
  return (path) => {
    const { id, slug } = parametersOf(organization(path));
    // A parameter that repeats is a list of names, and no organization's.
    if (Array.isArray(id || slug)) return undefined;
    if (typeof id === 'string' && id) return { type: 'organization', by: 'id', value: id };
    if (typeof slug === 'string' && slug) return { type: 'organization', by: 'slug', value: slug };
    return personal(path) ? { type: 'personal-account' } : undefined;
  };
}

function parametersOf(result: ReturnType<MatchFunction<Parameters>>): Parameters {
  return result ? result.params : {};
}

function compile(
  option: keyof OrganizationSyncOptions,
  patterns: string[] | undefined,
): MatchFunction<Parameters> {
  // An empty list would compile to an expression that matches every path.
  if (!patterns?.length) return () => false;
  try {
    return match<Parameters>(patterns);
  } catch (cause) {
    throw new ClerkConfigurationError(
      `organizationSyncOptions.${option} holds a pattern that can't be read: ` +
        `${JSON.stringify(patterns)}. Write paths such as /orgs/:slug and /orgs/:slug/(.*).`,
      { cause },
    );
  }
}
