import type { CheckAuthorizationParams, SignedInAuthObject } from '../../engine/auth/index.js';

/** One thing that a handler demands of the session: a question to `has()`. */
export type Requirement = CheckAuthorizationParams;

/**
 * The first requirement that a session does not meet. A missing verification is reported last:
 * nobody should be asked to verify for something that they may not do anyway.
 */
export function firstUnmet(
  auth: SignedInAuthObject,
  requirements: readonly Requirement[],
): Requirement | undefined {
  const unmet = requirements.filter((requirement) => !auth.has(requirement));
  return unmet.find(({ reverification }) => reverification === undefined) ?? unmet[0];
}
