import {
  readReverification,
  type ReverificationRequirement,
} from './reverification-requirement.js';
import type { AuthorizationFacts, Question, Verdict } from './verdict.js';

/** How one factor stands: `none` if the user has no such factor, which the token writes as -1. */
type Factor = 'none' | 'fresh' | 'stale';

/** Answers the question whether the user's factors were verified recently enough. */
export function checkReverification(
  { reverification }: Question,
  { factorVerificationAge }: AuthorizationFacts,
): Verdict {
  if (reverification === undefined) return 'skip';
  const requirement = readReverification(reverification);
  const ages = readAges(factorVerificationAge);
  if (!requirement || !ages) return 'fail';
  const first = judge(ages[0], requirement.afterMinutes);
  const second = judge(ages[1], requirement.afterMinutes);
  return isVerified(requirement.level, first, second) ? 'pass' : 'fail';
}

function isVerified(
  level: ReverificationRequirement['level'],
  first: Factor,
  second: Factor,
): boolean {
  switch (level) {
    case 'first_factor':
      return first === 'fresh';
    case 'second_factor':
      // Users without a second factor verify their first instead.
      return second === 'none' ? first === 'fresh' : second === 'fresh';
    case 'multi_factor':
      return first === 'fresh' && second !== 'stale';
    default: {
      const unknownLevel: never = level;
      return unknownLevel;
    }
  }
}

function judge(age: number, afterMinutes: number): Factor {
  if (age === -1) return 'none';
  return age < afterMinutes ? 'fresh' : 'stale';
}

function readAges(claim: unknown): [number, number] | undefined {
  if (!Array.isArray(claim) || claim.length !== 2) return undefined;
  const [first, second]: unknown[] = claim;
  return isAge(first) && isAge(second) ? [first, second] : undefined;
}

function isAge(age: unknown): age is number {
  return typeof age === 'number' && Number.isFinite(age) && (age === -1 || age >= 0);
}
