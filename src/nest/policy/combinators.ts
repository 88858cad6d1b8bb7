import { makeRequirement, readRequirement, readRequirements } from './read-requirement.js';
import type { PolicyInput, Requirement } from './requirement.js';

/** Met when at least one of the policies is. */
export function anyOf(...policies: [PolicyInput, ...PolicyInput[]]): Requirement {
  return makeRequirement({ kind: 'any-of', requirements: readRequirements('anyOf()', policies) });
}

/** Met when all of the policies are. */
export function allOf(...policies: [PolicyInput, ...PolicyInput[]]): Requirement {
  return makeRequirement({ kind: 'all-of', requirements: readRequirements('allOf()', policies) });
}

/** Met when the policy is not. */
export function not(policy: PolicyInput): Requirement {
  return makeRequirement({ kind: 'not', requirement: readRequirement('not()', policy) });
}
