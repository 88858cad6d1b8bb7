import type { Requirement } from './requirement.js';

/** A requirement in a few words, for the log and for the audit. */
export function describeRequirement(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'has':
      return Object.entries(requirement.question)
        .filter(([, value]) => value !== undefined)
        .map(
          ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
        )
        .join(' and ');
    case 'scope':
      return `scope ${requirement.scope}`;
    case 'organization':
      return requirement.param === undefined
        ? 'an active organization'
        : `the organization of :${requirement.param}`;
    case 'no-impersonation':
      return 'no impersonation';
    case 'online-session':
      return 'a session that is active at Clerk';
    case 'any-of':
      return `any of (${list(requirement.requirements)})`;
    case 'all-of':
      return `all of (${list(requirement.requirements)})`;
    case 'not':
      return `not (${describeRequirement(requirement.requirement)})`;
    case 'function':
      return `policy ${requirement.check.name || 'written inline'}`;
    case 'class':
      return `policy ${requirement.policy.name}`;
    default:
      return requirement satisfies never;
  }
}

function list(requirements: readonly Requirement[]): string {
  return requirements.map(describeRequirement).join(', ');
}
