import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { createOrganizationMatcher } from '../engine/organization-matcher.js';
import { type OptionCheck, text } from './option-checks.js';

const MEMBERS = ['organizationPatterns', 'personalAccountPatterns'];

/** Patterns of URLs; whether each can be read shows when they are compiled. */
export const organizationPatterns: OptionCheck = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return `must be an object with ${MEMBERS.join(' or ')}`;
  }
  const unknown = Object.keys(value).find((name) => !MEMBERS.includes(name));
  if (unknown) return `has an unknown member, ${unknown}; it takes ${MEMBERS.join(' and ')}`;
  const badList = Object.entries(value).find(([, list]) => list !== undefined && !isTextList(list));
  if (badList) return `.${badList[0]} must be a list of paths, such as ['/orgs/:slug']`;
  return withoutParameter(Reflect.get(value, 'organizationPatterns')) ?? unreadable(value);
};

/** A pattern without one of the two would match and never name an organization. */
function withoutParameter(patterns: unknown): string | undefined {
  const list: readonly unknown[] = Array.isArray(patterns) ? patterns : [];
  const pattern = list.find((item) => !/:(slug|id)(?!\w)/.test(String(item)));
  return pattern === undefined
    ? undefined
    : `.organizationPatterns holds ${JSON.stringify(pattern)}, which has no parameter :slug or :id`;
}

function unreadable(value: object): string | undefined {
  try {
    createOrganizationMatcher(value);
    return undefined;
  } catch (error) {
    if (error instanceof ClerkConfigurationError) return `can't be read: ${error.message}`;
    throw error;
  }
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => text(item) === undefined);
}
