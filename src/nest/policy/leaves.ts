import type { Requirement } from './requirement.js';

/** A requirement that is made of no other. */
export type Leaf = Exclude<Requirement, { kind: 'any-of' | 'all-of' | 'not' }>;

/** All that requirements are made of in the end. */
export function leavesOf(requirements: readonly Requirement[]): Leaf[] {
  return requirements.flatMap((requirement): Leaf[] => {
    const { kind } = requirement;
    if (kind === 'any-of' || kind === 'all-of') return leavesOf(requirement.requirements);
    return kind === 'not' ? leavesOf([requirement.requirement]) : [requirement];
  });
}
