import type { ExecutionContext, Type } from '@nestjs/common';
import type { ReverificationConfig } from '../../engine/auth/index.js';
import type { Standing } from '../session-standing.js';
import { isActiveOrganization } from './active-organization.js';
import { describeRequirement } from './describe-requirement.js';
import type { AuthenticatedObject, ClerkPolicy, Requirement } from './requirement.js';

/** What checking a requirement needs beside it. */
export interface RequirementCase {
  readonly auth: AuthenticatedObject;
  readonly context: ExecutionContext;
  /** Finds the instance of a policy class. */
  readonly policyOf: (type: Type<ClerkPolicy>) => ClerkPolicy;
  /** Asks Clerk how who calls stands at this moment; rejects when Clerk can't be asked. */
  readonly standing: () => Promise<Standing>;
}

/** Whether a requirement is met, and if not, what to say of it. */
export type Verdict = { readonly met: true } | UnmetRequirement;

/** A requirement that is not met. */
export interface UnmetRequirement {
  readonly met: false;
  /** What is missing, for the log. */
  readonly unmet: string;
  /** Set when verifying once more who they are is all that the user lacks. */
  readonly reverification?: ReverificationConfig | undefined;
  /**
   * Set when the question does not apply to who calls: a program has no roles, a session no scopes.
   * Such a no is none that `not()` could turn into a yes.
   */
  readonly isUnanswerable?: boolean;
  /** Set when the session has ended, so that nobody is signed in after all. */
  readonly hasEnded?: boolean;
}

const MET: Verdict = { met: true };

/** Checks one requirement. Whatever a policy answers but `true` is a no. */
export async function checkRequirement(
  requirement: Requirement,
  request: RequirementCase,
): Promise<Verdict> {
  const { auth, context } = request;
  const verdict = (isMet: boolean): Verdict => (isMet ? MET : unmet(requirement));
  switch (requirement.kind) {
    case 'has':
      return checkQuestion(requirement, auth);
    case 'scope':
      if (auth.tokenType === 'session_token') return unanswerable(requirement);
      return verdict(auth.scopes.includes(requirement.scope));
    case 'organization':
      return verdict(isActiveOrganization(auth, requirement.param, context));
    case 'no-impersonation':
      return verdict(auth.tokenType !== 'session_token' || !auth.actor);
    case 'online-session':
      return checkOnline(requirement, await request.standing());
    case 'function':
      return readAnswer(requirement, await requirement.check(auth, context));
    case 'class':
      return readAnswer(
        requirement,
        await request.policyOf(requirement.policy).authorize(auth, context),
      );
    case 'not':
      return checkNot(requirement, await checkRequirement(requirement.requirement, request));
    case 'all-of':
      return checkAll(requirement.requirements, request);
    case 'any-of':
      return checkAny(requirement, request);
    default:
      return requirement satisfies never;
  }
}

/**
 * Checks requirements that must all hold. A missing verification is reported last: nobody should be
 * asked to verify for something that they may not do anyway. What costs a call is asked last.
 */
export async function checkAll(
  requirements: readonly Requirement[],
  request: RequirementCase,
): Promise<Verdict> {
  let lacksVerification: UnmetRequirement | undefined;
  for (const requirement of requirements.toSorted(byCost)) {
    const verdict = await checkRequirement(requirement, request);
    if (verdict.met) continue;
    if (verdict.reverification === undefined) return verdict;
    lacksVerification ??= verdict;
  }
  return lacksVerification ?? MET;
}

async function checkAny(
  requirement: Extract<Requirement, { kind: 'any-of' }>,
  request: RequirementCase,
): Promise<Verdict> {
  let reverification: ReverificationConfig | undefined;
  let isUnanswerable = false;
  for (const one of requirement.requirements.toSorted(byCost)) {
    const verdict = await checkRequirement(one, request);
    if (verdict.met) return MET;
    reverification ??= verdict.reverification;
    isUnanswerable ||= verdict.isUnanswerable === true;
  }
  return { ...unmet(requirement), reverification, isUnanswerable };
}

function checkNot(requirement: Requirement, verdict: Verdict): Verdict {
  if (verdict.met) return unmet(requirement);
  return verdict.isUnanswerable ? unanswerable(requirement) : MET;
}

/** `has()` says no without saying why; asked again without the verification, it tells. */
function checkQuestion(
  requirement: Extract<Requirement, { kind: 'has' }>,
  auth: AuthenticatedObject,
): Verdict {
  if (auth.tokenType !== 'session_token') return unanswerable(requirement);
  const { reverification, ...rest } = requirement.question;
  if (auth.has(requirement.question)) return MET;
  const isAllElseMet = !Object.values(rest).some(Boolean) || auth.has(rest);
  return {
    ...unmet(requirement),
    reverification: isAllElseMet ? reverification : undefined,
  };
}

function checkOnline(requirement: Requirement, standing: Standing): Verdict {
  return standing === 'active' ? MET : { ...unmet(requirement), hasEnded: standing === 'ended' };
}

function unanswerable(requirement: Requirement): UnmetRequirement {
  return { ...unmet(requirement), isUnanswerable: true };
}

function unmet(requirement: Requirement): UnmetRequirement {
  return { met: false, unmet: describeRequirement(requirement) };
}

function byCost(one: Requirement, other: Requirement): number {
  return costOf(one) - costOf(other);
}

/**
 * Untyped code may answer anything, a record that it found or nothing at all: that is no yes, and no
 * plain no that `not()` could turn into one.
 */
function readAnswer(requirement: Requirement, answer: unknown): Verdict {
  if (answer === true) return MET;
  return answer === false ? unmet(requirement) : unanswerable(requirement);
}

/** What the token says costs nothing, a policy may ask a database, Clerk is far away. */
function costOf(requirement: Requirement): number {
  switch (requirement.kind) {
    case 'online-session':
      return 2;
    case 'function':
    case 'class':
      return 1;
    case 'not':
      return costOf(requirement.requirement);
    case 'all-of':
    case 'any-of':
      return Math.max(...requirement.requirements.map(costOf));
    case 'has':
    case 'scope':
    case 'organization':
    case 'no-impersonation':
      return 0;
    default:
      return requirement satisfies never;
  }
}
