import { createOrganizationMatcher, noOrganizations } from '../engine/organization-matcher.js';
import type {
  OrganizationMatcher,
  OrganizationSyncOptions,
} from '../engine/organization-matcher.js';
import { DEFAULT_CLOCK_SKEW_IN_MS, type Policy } from '../engine/policy.js';
import { TokenType } from '../engine/token-type.js';
import type { TokenDemands } from './authenticate-request-options.js';

/**
 * Turns what an application demands into a policy. As in the vendor's SDK an empty list demands
 * nothing; `ClerkModule.forRoot()` refuses those before they come here.
 *
 * @throws ClerkConfigurationError when a URL pattern can't be read.
 */
export function createPolicy(demands: TokenDemands): Policy {
  const { acceptsToken, audience, authorizedParties, clockSkewInMs, headerType } = demands;
  return {
    acceptsToken: acceptsToken ?? TokenType.SessionToken,
    audience: listOf(audience).filter(Boolean),
    authorizedParties: authorizedParties ?? [],
    clockSkewInMs: Number.isFinite(clockSkewInMs)
      ? (clockSkewInMs ?? DEFAULT_CLOCK_SKEW_IN_MS)
      : DEFAULT_CLOCK_SKEW_IN_MS,
    headerTypes: headerType === undefined ? undefined : listOf(headerType),
    organizations: matcherOf(demands.organizationSyncOptions),
    allowedRedirectOrigins: demands.allowedRedirectOrigins,
  };
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat();
}

/** Patterns are compiled once for each options object, not at every request. */
const matchers = new WeakMap<OrganizationSyncOptions, OrganizationMatcher>();

function matcherOf(options: OrganizationSyncOptions | undefined): OrganizationMatcher {
  if (!options) return noOrganizations;
  const matcher = matchers.get(options) ?? createOrganizationMatcher(options);
  matchers.set(options, matcher);
  return matcher;
}
