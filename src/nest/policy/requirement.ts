import type { AuthObject, CheckAuthorizationParams } from '../../engine/auth/index.js';

/** One thing that a handler demands: a question to `has()`, or a scope of a program's token. */
export type Requirement = CheckAuthorizationParams | ScopeRequirement;

/** A scope that a program's token must have. Sessions have none. */
export interface ScopeRequirement {
  readonly scope: string;
}

/** An auth object that somebody stands behind. */
export type AuthenticatedObject = Extract<AuthObject, { isAuthenticated: true }>;

/** Whether a requirement is about scopes, which only programs' tokens have. */
export function isScopeRequirement(requirement: Requirement): requirement is ScopeRequirement {
  return 'scope' in requirement;
}

/**
 * The first requirement that a request does not meet. A missing verification is reported last:
 * nobody should be asked to verify for something that they may not do anyway.
 */
export function firstUnmet(
  auth: AuthenticatedObject,
  requirements: readonly Requirement[],
): Requirement | undefined {
  const unmet = requirements.filter((requirement) => !isMet(auth, requirement));
  return unmet.find((requirement) => reverificationOf(requirement) === undefined) ?? unmet[0];
}

/** The verification that a requirement asks for, if it does. */
export function reverificationOf(requirement: Requirement) {
  return isScopeRequirement(requirement) ? undefined : requirement.reverification;
}

function isMet(auth: AuthenticatedObject, requirement: Requirement): boolean {
  if (!isScopeRequirement(requirement)) return auth.has(requirement);
  return auth.tokenType !== 'session_token' && auth.scopes.includes(requirement.scope);
}
